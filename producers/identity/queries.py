"""Whether a producer's identity is known, on a day."""

from collections.abc import Iterable
from datetime import date

from producers.directory.models import Producer
from producers.identity.gate import is_required
from producers.identity.models import IdentityCheck


def last_check(producer: Producer) -> IdentityCheck | None:
    """The latest check; it alone counts, so that a paper that did not agree undoes an earlier one."""
    return IdentityCheck.objects.filter(producer=producer).select_related("checked_by", "at_point").first()


def is_identity_known(producer: Producer, *, on: date) -> bool:
    """Whether a check vouches for her on that day."""
    check = last_check(producer)
    return check is not None and check.holds_on(on)


def lacks_identity(producer: Producer, *, on: date) -> bool:
    """Whether the law of that day asks for a check that she does not have."""
    return is_required(on) and not is_identity_known(producer, on=on)


def known_among(producer_ids: Iterable[int], *, on: date) -> set[int]:
    """Those of the producers for whom a check vouches on that day; one query."""
    known: dict[int, bool] = {}
    for check in IdentityCheck.objects.filter(producer__in=list(producer_ids)):
        known.setdefault(check.producer_id, check.holds_on(on))
    return {pk for pk, holds in known.items() if holds}

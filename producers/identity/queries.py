"""Whether a producer's identity is known, on a day."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.contrib.contenttypes.models import ContentType

from common.audit.models import AuditEntry
from producers.directory.models import Producer
from producers.identity.gate import is_required
from producers.identity.models import IdentityCheck


def last_check(producer: Producer) -> IdentityCheck | None:
    """The latest check; it alone counts, so that a paper that did not agree undoes an earlier one."""
    return IdentityCheck.objects.filter(producer=producer).select_related("checked_by", "at_point").first()


def is_identity_known(producer: Producer, *, on: date) -> bool:
    """Whether a check vouches for her on that day."""
    return vouches(last_check(producer), on=on)


def vouches(check: IdentityCheck | None, *, on: date) -> bool:
    """Whether this check holds on that day: for the name and representative it was made with, not for later ones."""
    return check is not None and check.producer_id in _held({check.producer_id: check}, on=on)


def lacks_identity(producer: Producer, *, on: date) -> bool:
    """Whether the law of that day asks for a check that she does not have."""
    return is_required(on) and not is_identity_known(producer, on=on)


def known_among(producer_ids: Iterable[int], *, on: date) -> set[int]:
    """Those of the producers for whom a check vouches on that day; two queries, one if there is no check."""
    last: dict[int, IdentityCheck] = {}
    for check in IdentityCheck.objects.filter(producer__in=list(producer_ids)):
        last.setdefault(check.producer_id, check)
    return _held(last, on=on)


def _held(checks: Mapping[int, IdentityCheck], *, on: date) -> set[int]:
    holding = {pk: check.checked_at for pk, check in checks.items() if check.holds_on(on)}
    renamed = _renamed_at(holding)
    return {pk for pk, checked_at in holding.items() if pk not in renamed or renamed[pk] <= checked_at}


def _renamed_at(producer_ids: Iterable[int]) -> dict[int, datetime]:
    """When the name or the representative of each was last changed, as the audit trail says."""
    renamed = AuditEntry.objects.filter(
        subject_type=ContentType.objects.get_for_model(Producer),
        subject_id__in=[str(pk) for pk in producer_ids],
        action__in=["producer.changed", "producer.payee_changed"],
        after__has_any_keys=["name", "representative"],
    )
    return {int(pk): at for pk, at in renamed.order_by("at").values_list("subject_id", "at")}

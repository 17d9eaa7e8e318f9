"""Type a producer in for the officers, and correct what was typed; the same trail as theirs, with the helper's name."""

from dataclasses import dataclass, field, fields
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction

from producers.directory.models import Producer, SupportPoint
from producers.directory.queries import points_helped_by
from producers.directory.services import ProducerFacts, add_producer, change_some
from producers.directory.states import PayoutWay
from producers.drafting.queries import drafts_of_group
from producers.places.models import Commune


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What a helper types: nothing of bank accounts, tax codes or papers."""

    name: str
    kind: str
    commune: Commune
    payout_way: str
    village: str = ""
    languages: list[str] = field(default_factory=list)
    phone: str = ""
    about: str = ""


@transaction.atomic
def draft_producer(drafted: Drafted, *, at_point: SupportPoint, by: User) -> Producer:
    """Add a draft for the officers of the point. Raises PermissionDenied unless `by` is one of its helpers."""
    if not points_helped_by(by).filter(pk=at_point.pk).exists():
        raise PermissionDenied
    values = _values(drafted)
    return add_producer(ProducerFacts(**values), at_point=at_point, by=by)


@transaction.atomic
def correct_draft(producer: Producer, drafted: Drafted, *, by: User, seen: str = "") -> None:
    """Correct a draft of the helper's own group; an account that an officer added stays the way she is paid.

    Raises PermissionDenied once it is not the group's any more, and ChangedMeanwhile if it is not as it was `seen`.
    """
    kept = Producer.objects.select_for_update().get(pk=producer.pk)
    if not drafts_of_group(by).filter(pk=producer.pk).exists():
        raise PermissionDenied
    values = _values(drafted)
    if kept.payout_way == PayoutWay.BANK:
        del values["payout_way"]
    change_some(producer, values, by=by, seen=seen)


def _values(drafted: Drafted) -> dict[str, Any]:
    return {one.name: getattr(drafted, one.name) for one in fields(drafted)}

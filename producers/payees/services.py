"""Propose who a producer is and where her money shall go, and decide it. What was approved stays in force until then.

Locks are taken in one order: the producer first, then the change.
"""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from common.audit.services import record
from common.text import normalise
from common.transitions import ChangedSinceSeen, MoveNotAllowed, NotTheirMove, ReasonMissing, SameHands, move
from producers.directory.models import Producer
from producers.directory.queries import is_payee_guarded, point_of_act
from producers.directory.services import change_payee, written_facts
from producers.directory.states import OWN
from producers.notices.services import notify
from producers.payees.models import PayeeChange
from producers.payees.queries import has_hand_in_change, open_change_of, payee_of
from producers.payees.states import PayeeAct, PayeeState


class AlreadyProposed(Exception):  # noqa: N818
    """Another change of this producer waits; it is decided or taken back first."""


class NothingChanged(Exception):  # noqa: N818
    """What is proposed is in force already."""


@transaction.atomic
def propose_payee(producer: Producer, wanted: Mapping[str, Any], *, by: User, reason: str) -> PayeeChange:
    """Propose another name, account, way of being paid or tax code, for the approver of her province to decide.

    Raises NotTheirMove, MoveNotAllowed for one never approved, AlreadyProposed, NothingChanged, ReasonMissing.
    """
    _hold(producer)
    if not producer.actors(by) & OWN:
        raise NotTheirMove(f"{by} does not serve {producer}")
    if not is_payee_guarded(producer):
        raise MoveNotAllowed(f"{producer} is {producer.state}")
    if open_change_of(producer):
        raise AlreadyProposed(str(producer))
    base = payee_of(producer)
    if {**base, **wanted} == base:
        raise NothingChanged(str(producer))
    made: PayeeChange = PayeeChange.objects.create(
        producer=producer,
        base=base,
        wanted={**base, **wanted},
        reason=_given(normalise(reason)),
        submitted_by=by,
        submitted_at=timezone.now(),
    )
    before, after = _differing(made)
    record(
        PayeeAct.PROPOSED,
        by=by,
        subject=made,
        on_behalf_of=producer,
        at_point=point_of_act(by, producer),
        reason=made.reason,
        before=before,
        after=after,
    )
    return made


@transaction.atomic
def take_payee_back(change: PayeeChange, *, by: User) -> None:
    """Take back what was proposed, because it was wrong or she did not want it. Raises MoveNotAllowed."""
    _hold(change.producer)
    _move(change, PayeeAct.TAKEN_BACK, by=by)


@transaction.atomic
def approve_payee(change: PayeeChange, *, by: User) -> None:
    """Put the change in force. Raises MoveNotAllowed, SameHands, and ChangedSinceSeen if what is in force has moved."""
    _hold(change.producer)
    change.refresh_from_db(fields=["state"])
    if change.state != PayeeState.PROPOSED or not is_payee_guarded(change.producer):
        raise MoveNotAllowed(f"{change} is {change.state}, its producer {change.producer.state}")
    if payee_of(change.producer) != change.base:
        raise ChangedSinceSeen(str(change))
    if has_hand_in_change(by, change):
        raise SameHands(str(change))
    _decide(change, PayeeAct.APPROVED, by=by)
    change_payee(change.producer, change.wanted, by=by)
    _tell(change, f"Tỉnh đã đồng ý đổi thông tin của {change}. Thông tin mới dùng từ bây giờ.")


@transaction.atomic
def refuse_payee(change: PayeeChange, *, by: User, reason: str) -> None:
    """Leave everything as it is, with a reason for the officer. Raises MoveNotAllowed and ReasonMissing."""
    _hold(change.producer)
    _decide(change, PayeeAct.REFUSED, by=by, reason=_given(reason))
    _tell(change, f"Tỉnh không đồng ý đổi thông tin của {change}: {reason} Thông tin cũ vẫn dùng.")


def _hold(producer: Producer) -> None:
    producer.refresh_from_db(from_queryset=Producer.objects.select_for_update())


def _decide(change: PayeeChange, act: PayeeAct, *, by: User, reason: str = "") -> None:
    _move(change, act, by=by, reason=reason, decided_by=by, decided_at=timezone.now(), decision_reason=reason)


def _move(change: PayeeChange, act: PayeeAct, *, by: User, reason: str = "", **changes: Any) -> None:
    producer = change.producer
    point = point_of_act(by, producer)
    move(change, act, by=by, on_behalf_of=producer, at_point=point, reason=reason, **changes)


def _differing(change: PayeeChange) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is in force and what is wanted instead, as the trail keeps them: of numbers the last four digits."""
    names = [name for name, value in change.wanted.items() if value != change.base[name]]
    return (
        written_facts({name: change.base[name] for name in names}),
        written_facts({name: change.wanted[name] for name in names}),
    )


def _given(reason: str) -> str:
    if not reason.strip():
        raise ReasonMissing
    return reason


def _tell(change: PayeeChange, text: str) -> None:
    url = reverse("work-producer", args=[change.producer_id])
    notify(change.producer.point, text, url=url, producer=change.producer)

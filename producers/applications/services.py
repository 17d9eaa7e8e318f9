"""The life of an application: the officer sends it, the province decides, and what she sells follows at once.

Each service makes one move of the table in `producers.directory.states` under a lock, and tells what is above, in the
same transaction, that the producer has changed: her goods leave the market or come back with it.
"""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from common.transitions import ChangedSinceSeen, MoveNotAllowed, ReasonMissing, SameHands, checked_move, move
from producers.applications.queries import has_hand_in, version_of
from producers.applications.readiness import application_lacks
from producers.directory.announcements import announce_change, why_stays_suspended
from producers.directory.models import Producer
from producers.directory.queries import point_of_act
from producers.directory.services import WasMerged
from producers.directory.states import ProducerAct
from producers.identity.queries import lacks_identity
from producers.notices.services import notify
from producers.papers.requirements import Requirement


class NotComplete(Exception):  # noqa: N818
    """The application lacks something that her kind has to show; `missing` says what."""

    def __init__(self, missing: list[Requirement]) -> None:
        super().__init__("; ".join(row.sentence for row in missing))
        self.missing = missing


class IdentityMissing(Exception):  # noqa: N818
    """From the day the law sets nobody begins to sell whose identity was not checked."""


class StillHeld(MoveNotAllowed):
    """Something above keeps all that is hers off sale; `told` says what, and where that is ended."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.told = why


@transaction.atomic
def submit_application(producer: Producer, *, by: User, at: datetime | None = None) -> None:
    """Send the application to the approver of her province. Raises MoveNotAllowed and NotComplete."""
    at = at or timezone.now()
    _hold(producer)
    lacking = application_lacks(producer, on=timezone.localdate(at))
    if lacking:
        raise NotComplete(lacking)
    _move(producer, ProducerAct.SUBMITTED, by=by, submitted_by=by, submitted_at=at)


@transaction.atomic
def take_back_application(producer: Producer, *, by: User) -> None:
    """Take an application that waits for its approver back. Raises MoveNotAllowed."""
    _move(producer, ProducerAct.TAKEN_BACK, by=by)


@transaction.atomic
def approve_application(producer: Producer, *, by: User, seen: str, at: datetime | None = None) -> None:
    """Let the producer sell; `seen` is the version of what the approver looked at.

    Raises SameHands, IdentityMissing, MoveNotAllowed if it waits no more, and ChangedSinceSeen.
    """
    _hold(producer, seen)
    if has_hand_in(by, producer):
        raise SameHands(str(producer))
    if lacks_identity(producer, on=timezone.localdate(at)):
        raise IdentityMissing(str(producer))
    _decide(producer, ProducerAct.APPROVED, by=by, reason="")
    _tell(producer, f"Hồ sơ của {producer.name} đã được duyệt. Hàng của bà con có thể lên chợ.")


@transaction.atomic
def return_application(producer: Producer, *, by: User, reason: str, seen: str) -> None:
    """Ask for more, with a reason. Raises ReasonMissing, MoveNotAllowed and ChangedSinceSeen."""
    _hold(producer, seen)
    _decide(producer, ProducerAct.RETURNED, by=by, reason=_given(reason))
    _tell(producer, f"Hồ sơ của {producer.name} cần bổ sung: {reason}")


@transaction.atomic
def reject_application(producer: Producer, *, by: User, reason: str, seen: str) -> None:
    """Say no, with a reason. Raises ReasonMissing, MoveNotAllowed and ChangedSinceSeen."""
    _hold(producer, seen)
    _decide(producer, ProducerAct.REJECTED, by=by, reason=_given(reason))
    _tell(producer, f"Hồ sơ của {producer.name} không được duyệt: {reason}")


@transaction.atomic
def suspend_producer(producer: Producer, *, by: User | None, reason: str) -> None:
    """Take all her goods off the market at once; open orders go on. Raises ReasonMissing and MoveNotAllowed."""
    _decide(producer, ProducerAct.SUSPENDED, by=by, reason=_given(reason))
    _tell(producer, f"{producer.name} bị đình chỉ bán: {reason}. Đơn đã đặt vẫn giao.")


@transaction.atomic
def lift_suspension(producer: Producer, *, by: User, reason: str = "") -> None:
    """Let her sell again; what was on sale comes back. Raises MoveNotAllowed, and StillHeld."""
    row: Any = _hold(producer)
    checked_move(row, ProducerAct.LIFTED, by=by)
    if why_not := why_stays_suspended(producer):
        raise StillHeld(why_not)
    _decide(producer, ProducerAct.LIFTED, by=by, reason=reason)
    _tell(producer, f"{producer.name} được bán lại. Hàng đang bán trước đó hiện lại trên chợ.")


@transaction.atomic
def close_producer(producer: Producer, *, by: User, word: str) -> None:
    """Stop selling because she says so, in her words; open orders go on. Raises ReasonMissing and MoveNotAllowed."""
    _decide(producer, ProducerAct.CLOSED, by=by, reason=_given(word))


@transaction.atomic
def reopen_producer(producer: Producer, *, by: User, reason: str) -> None:
    """Make a closed or rejected application one to be sent anew.

    Raises ReasonMissing, MoveNotAllowed, and WasMerged for a record that goes on in another.
    """
    if _hold(producer).merged_into_id:
        raise WasMerged(str(producer))
    _decide(producer, ProducerAct.REOPENED, by=by, reason=_given(reason))
    _tell(producer, f"Hồ sơ của {producer.name} được mở lại; xem lại rồi gửi duyệt.")


def _hold(producer: Producer, seen: str | None = None) -> Producer:
    """Hold the row until the transaction ends, with what it says now, if it is still what the approver saw."""
    producer.refresh_from_db(from_queryset=Producer.objects.select_for_update())
    if seen is not None and version_of(producer) != seen:
        raise ChangedSinceSeen(str(producer))
    return producer


def _decide(producer: Producer, act: ProducerAct, *, by: User | None, reason: str) -> None:
    now = timezone.now()
    _move(producer, act, by=by, reason=reason, decided_by=by, decided_at=now, decision_reason=reason)


def _move(producer: Producer, act: ProducerAct, *, by: User | None, reason: str = "", **changes: Any) -> None:
    point = point_of_act(by, producer)
    move(producer, act, by=by, on_behalf_of=producer, at_point=point, reason=reason, **changes)
    announce_change(producer)


def _given(reason: str) -> str:
    if not reason.strip():
        raise ReasonMissing
    return reason


def _tell(producer: Producer, text: str) -> None:
    notify(producer.point, text, url=reverse("work-producer", args=[producer.pk]), producer=producer)

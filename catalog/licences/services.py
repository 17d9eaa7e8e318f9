"""Write a producer's licence down, compare it, refuse it, and note its end."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from catalog.licences.models import Licence
from catalog.licences.states import LicenceAct, LicenceState
from common.audit.services import record
from common.transitions import ReasonMissing, move
from producers.directory.announcements import announce_change
from producers.directory.models import Producer
from producers.directory.queries import point_of_act
from producers.notices.services import notify


@dataclass(frozen=True, slots=True)
class LicenceFacts:
    """What stands on the paper, and where its photo lies."""

    kind: str
    number: str
    authority: str
    issued_date: date
    until_date: date
    scan: str


@transaction.atomic
def record_licence(producer: Producer, facts: LicenceFacts, *, by: User) -> Licence:
    """Keep the licence for the approver to compare."""
    made = Licence.objects.create(
        producer=producer,
        kind=facts.kind,
        number=facts.number,
        authority=facts.authority,
        issued_date=facts.issued_date,
        until_date=facts.until_date,
        scan=facts.scan,
        recorded_by=by,
    )
    about = {"number": facts.number, "issued_date": facts.issued_date, "until_date": facts.until_date}
    point = point_of_act(by, producer)
    record(LicenceAct.RECORDED, by=by, subject=made, on_behalf_of=producer, at_point=point, after=about)
    return made


@transaction.atomic
def verify_licence(licence: Licence, *, by: User, at: datetime | None = None) -> None:
    """Say that it was compared with the authority's paper; goods may be sold by it. Raises MoveNotAllowed."""
    _move(licence, LicenceAct.VERIFIED, by=by, verified_by=by, verified_at=at or timezone.now())
    _tell(licence, f"{licence} đã đối chiếu xong, bán được tới hết {licence.until_date:%d/%m/%Y}.")


@transaction.atomic
def refuse_licence(licence: Licence, *, by: User, reason: str) -> None:
    """Say that it cannot be used, and why. Raises ReasonMissing and MoveNotAllowed."""
    _with_reason(licence, LicenceAct.REFUSED, by=by, reason=reason)
    _tell(licence, f"{licence} không dùng được: {reason}")


@transaction.atomic
def revoke_licence(licence: Licence, *, by: User, reason: str) -> None:
    """Note that the authority took it away: goods are only shown from now on. Raises as refuse_licence does."""
    _with_reason(licence, LicenceAct.REVOKED, by=by, reason=reason)
    _tell(licence, f"{licence} bị thu hồi, hàng chỉ còn được giới thiệu: {reason}")


def follow_ends(*, at: datetime) -> int:
    """Tell the search and the officers of licences that have ended; pages know it from the dates already."""
    today = timezone.localdate(at)
    ended = Licence.objects.filter(state=LicenceState.VERIFIED, until_date__lt=today, followed_at=None)
    return sum(_follow_end(licence, at) for licence in ended.select_related("producer__point").order_by("pk"))


@transaction.atomic
def _follow_end(licence: Licence, at: datetime) -> bool:
    if not Licence.objects.filter(pk=licence.pk, followed_at=None).update(followed_at=at):
        return False
    announce_change(licence.producer)
    _tell(licence, f"{licence} đã hết hạn ngày {licence.until_date:%d/%m/%Y}: hàng chỉ còn được giới thiệu.")
    return True


def _with_reason(licence: Licence, act: LicenceAct, *, by: User, reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing(str(licence))
    _move(licence, act, by=by, reason=reason, end_reason=reason)


def _move(licence: Licence, act: LicenceAct, *, by: User, reason: str = "", **changes: Any) -> None:
    move(licence, act, by=by, on_behalf_of=licence.producer, reason=reason, **changes)
    announce_change(licence.producer)


def _tell(licence: Licence, text: str) -> None:
    producer = licence.producer
    notify(producer.point, f"{producer}: {text}", url=reverse("work-licences", args=[producer.pk]), producer=producer)

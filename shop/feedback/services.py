"""Receive, look into, answer, refer, ask again and close complaints (Consumer Law 19/2023/QH15: negotiation)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from catalog.listings.models import Listing
from common.audit.services import record
from common.codes import random_code, unguessable_token
from common.rules.book import rule
from common.rules.clocks import beginning_of, working_days_after
from common.transitions import MoveNotAllowed, move
from producers.directory.models import Producer
from producers.directory.queries import point_of_act
from producers.notices.services import notify
from shop.consignments.models import Consignment
from shop.feedback.letters import tell_answered, tell_received
from shop.feedback.models import Complaint, Reply
from shop.feedback.states import AT_POINT, OF_THE_PROVINCE, ComplaintAct, ComplaintKind, ComplaintState, Outcome


class TooLateToReopen(MoveNotAllowed):
    """The answer is too old to be asked about again; a new complaint can be made."""


@dataclass(frozen=True, slots=True)
class About:
    """What a complaint is about: always a producer's, perhaps one thing or one parcel of hers."""

    producer: Producer
    listing: Listing | None = None
    consignment: Consignment | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says; phone and e-mail are theirs to give."""

    kind: ComplaintKind
    words: str
    is_about_point: bool = False
    phone: str = ""
    email: str = ""


@transaction.atomic
def receive_complaint(about: About, said: Said, *, by: User | None = None) -> Complaint:
    """Keep the complaint, tell the point, and bring to the province at once what is not the point's to answer."""
    now = timezone.now()
    complaint = Complaint.objects.create(
        token=unguessable_token(),
        number=f"KN-{random_code(8)}",
        producer=about.producer,
        listing=about.listing,
        consignment=about.consignment,
        kind=said.kind,
        is_about_point=said.is_about_point,
        words=said.words,
        phone=said.phone,
        email=said.email,
        received_at=now,
        due_date=_last_day(now),
    )
    record(
        ComplaintAct.RECEIVED, by=by, subject=complaint, on_behalf_of=about.producer, after={"kind": said.kind.label}
    )
    if said.is_about_point or said.kind in OF_THE_PROVINCE:
        _move(complaint, ComplaintAct.REFERRED, by=None, reason=_why_at_once(said))
    if not said.is_about_point:
        _tell_point(complaint, f"Có phản ánh {complaint.number} về {complaint.about}: {said.kind.label.lower()}.")
    tell_received(complaint)
    return complaint


def take_up(complaint: Complaint, *, by: User) -> None:
    """Note that the officer looks into it. Raises MoveNotAllowed and NotTheirMove."""
    _move(complaint, ComplaintAct.TAKEN_UP, by=by)


def refer_complaint(complaint: Complaint, *, by: User, reason: str) -> None:
    """Bring it before the province, by the officer or by the approver herself. Raises MoveNotAllowed, NotTheirMove."""
    _move(complaint, ComplaintAct.REFERRED, by=by, reason=reason)


def answer_complaint(complaint: Complaint, *, by: User, words: str, outcome: Outcome) -> None:
    """Answer as the point. Raises MoveNotAllowed and NotTheirMove."""
    _answer(complaint, ComplaintAct.ANSWERED, by=by, words=words, outcome=outcome)


def decide_complaint(complaint: Complaint, *, by: User, words: str, outcome: Outcome) -> None:
    """Answer as the province. Raises MoveNotAllowed and NotTheirMove."""
    _answer(complaint, ComplaintAct.DECIDED, by=by, words=words, outcome=outcome)


def close_complaint(complaint: Complaint) -> None:
    """Close it: its maker is content. Raises MoveNotAllowed unless it is answered."""
    _move(complaint, ComplaintAct.CLOSED, by=None, closed_at=timezone.now())


@transaction.atomic
def reopen_complaint(complaint: Complaint, *, words: str) -> None:
    """Ask again, with a limit that begins anew; the province answers.

    Raises MoveNotAllowed unless it is answered, and TooLateToReopen after the days of the rule.
    """
    now = timezone.now()
    if not can_be_reopened(complaint, at=now):
        raise TooLateToReopen(complaint.number)
    _move(complaint, ComplaintAct.REOPENED, by=None, due_date=_last_day(now), closed_at=None)
    Reply.objects.create(complaint=complaint, words=words, at=now)


def can_be_reopened(complaint: Complaint, *, at: datetime) -> bool:
    """Whether its answer is young enough to be asked about again."""
    days = timedelta(days=rule("complaint.reopen_days").value)
    return complaint.answered_at is not None and at <= complaint.answered_at + days


def refer_overdue(*, at: datetime) -> int:
    """Bring before the province what the point has not answered in time, and tell the point."""
    late = Complaint.objects.filter(state__in=AT_POINT, due_date__lt=timezone.localdate(at)).order_by("pk")
    return sum(_refer_overdue(complaint) for complaint in late.select_related("producer__point"))


def close_answered(*, at: datetime) -> int:
    """Close what was answered and not asked about again for some days."""
    before = beginning_of(timezone.localdate(at) - timedelta(days=rule("complaint.close_days").value))
    quiet = Complaint.objects.filter(state=ComplaintState.ANSWERED, answered_at__lt=before).order_by("pk")
    return sum(_made(complaint, ComplaintAct.CLOSED, closed_at=at) for complaint in quiet.select_related("producer"))


def remove_contacts(*, at: datetime) -> int:
    """Forget how to reach those whose complaints have long been closed; what they said is kept."""
    before = at - timedelta(days=rule("complaint.contact_days").value)
    known = ~Q(phone="") | ~Q(email="")
    done = 0
    for complaint in Complaint.objects.filter(known, state=ComplaintState.CLOSED, closed_at__lt=before):
        with transaction.atomic():
            forgotten = Complaint.objects.filter(known, pk=complaint.pk, state=ComplaintState.CLOSED)
            if forgotten.update(phone="", email=""):
                record(ComplaintAct.CONTACT_REMOVED, by=None, subject=complaint, on_behalf_of=complaint.producer)
                done += 1
    return done


@transaction.atomic
def _answer(complaint: Complaint, act: ComplaintAct, *, by: User, words: str, outcome: Outcome) -> None:
    now = timezone.now()
    _move(complaint, act, by=by, reason=outcome.label, answered_at=now)
    Reply.objects.create(complaint=complaint, by=by, outcome=outcome, words=words, at=now)
    tell_answered(complaint)


@transaction.atomic
def _refer_overdue(complaint: Complaint) -> bool:
    is_made = _made(complaint, ComplaintAct.REFERRED, reason="Quá hạn trả lời")
    if is_made:
        _tell_point(complaint, f"Phản ánh {complaint.number} quá hạn trả lời, đã chuyển lên tỉnh.")
    return is_made


def _made(complaint: Complaint, act: ComplaintAct, *, reason: str = "", **changes: Any) -> bool:
    """Make the market's own move, unless somebody was faster."""
    try:
        _move(complaint, act, by=None, reason=reason, **changes)
    except MoveNotAllowed:
        return False
    return True


def _move(complaint: Complaint, act: ComplaintAct, *, by: User | None, reason: str = "", **changes: Any) -> None:
    producer = complaint.producer
    move(complaint, act, by=by, on_behalf_of=producer, at_point=point_of_act(by, producer), reason=reason, **changes)


def _tell_point(complaint: Complaint, text: str) -> None:
    url = reverse("work-complaint", args=[complaint.pk])
    notify(complaint.producer.point, text, url=url, producer=complaint.producer)


def _last_day(at: datetime) -> date:
    return working_days_after(at, rule("complaint.answer_working_days", on=timezone.localdate(at)).value)


def _why_at_once(said: Said) -> str:
    return "Về cách làm của điểm hỗ trợ" if said.is_about_point else str(said.kind.label)

"""What is done about an authority's request, within its hours (E-commerce Law 122/2025/QH15, Art. 17.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from catalog.listings.models import Listing
from catalog.moderation.models import AuthorityRequest
from catalog.moderation.services import hold_listings, hold_producer, release_listings, release_producer, tell_officers
from catalog.moderation.states import REQUEST_MOVES, RequestAct, RequestKind
from common.audit.services import record
from common.rules.book import rule
from common.rules.clocks import hours_after
from common.transitions import MoveNotAllowed, NotTheirMove, ReasonMissing, move
from producers.directory.models import Producer
from producers.directory.queries import actors_towards

HOURS = {RequestKind.TAKEDOWN: "takedown.hours", RequestKind.INFORMATION: "authority_information.hours"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the document says: who asks for what, about which listings or all that is the producer's."""

    kind: RequestKind
    authority: str
    document_no: str
    reason: str
    received_at: datetime
    names_all: bool = False
    scan: str = ""


@transaction.atomic
def record_request(producer: Producer, asked: Asked, *, listings: Iterable[Listing] = (), by: User) -> AuthorityRequest:
    """Write down an authority's request; its hours run from when it came. Raises NotTheirMove."""
    if not actors_towards(by, producer) & REQUEST_MOVES[RequestAct.CARRIED_OUT].actors:
        raise NotTheirMove(f"{by} moderates nothing of {producer}")
    hours = rule(HOURS[asked.kind], on=timezone.localdate(asked.received_at)).value
    made = AuthorityRequest.objects.create(
        producer=producer,
        kind=asked.kind,
        authority=asked.authority,
        document_no=asked.document_no,
        reason=asked.reason,
        received_at=asked.received_at,
        due_at=hours_after(asked.received_at, hours),
        names_all=asked.names_all,
        scan=asked.scan,
        recorded_by=by,
    )
    made.listings.set(() if asked.names_all else listings)
    about = {"received_at": asked.received_at, "due_at": made.due_at}
    record(RequestAct.RECORDED, by=by, subject=made, on_behalf_of=producer, reason=asked.reason, after=about)
    return made


@transaction.atomic
def carry_out_request(request: AuthorityRequest, *, by: User, at: datetime | None = None) -> int:
    """Take down what the request names; return how many listings are held. Raises MoveNotAllowed if nothing waits."""
    _only(request, RequestKind.TAKEDOWN)
    _move(request, RequestAct.CARRIED_OUT, by=by, done_by=by, done_at=at or timezone.now())
    reason = f"Theo yêu cầu số {request.document_no} của {request.authority}: {request.reason}"
    held = hold_listings(named_listings(request), by=by, reason=reason, request=request)
    if request.names_all:
        hold_producer(request.producer, by=by, reason=reason)
    goods = "mọi mặt hàng" if request.names_all else ", ".join(f"“{one}”" for one in request.listings.all())
    by_whom = f"theo yêu cầu số {request.document_no} của {request.authority}"
    text = f"Hàng của {request.producer} đã được gỡ {by_whom}: {goods}. {request.reason}"
    tell_officers(request, text, page="work-listings")
    return held


@transaction.atomic
def answer_request(request: AuthorityRequest, *, by: User, answer: str, at: datetime | None = None) -> None:
    """Keep what the authority was answered. Raises ReasonMissing and MoveNotAllowed."""
    _only(request, RequestKind.INFORMATION)
    if not answer.strip():
        raise ReasonMissing(str(request))
    _move(request, RequestAct.ANSWERED, by=by, answer=answer, done_by=by, done_at=at or timezone.now())


@transaction.atomic
def lift_request(request: AuthorityRequest, *, by: User, reason: str, at: datetime | None = None) -> int:
    """Let the goods come back, with a reason; return how many did. Raises ReasonMissing and MoveNotAllowed."""
    _only(request, RequestKind.TAKEDOWN)
    now = _ended(request, RequestAct.LIFTED, by=by, reason=reason, at=at)
    back = release_listings(request.holds.all(), by=by, reason=reason, at=now)
    if request.names_all:
        release_producer(request.producer, by=by, reason=reason)
    tell_officers(request, f"Hàng của {request.producer} không còn bị gỡ: {reason}", page="work-listings")
    return back


@transaction.atomic
def withdraw_request(request: AuthorityRequest, *, by: User, reason: str, at: datetime | None = None) -> None:
    """Note that the authority took its request back before anything was done. Raises as lift_request does."""
    _ended(request, RequestAct.WITHDRAWN, by=by, reason=reason, at=at)


def named_listings(request: AuthorityRequest) -> QuerySet[Listing]:
    """The listings that the request names: some of the producer's, or all."""
    return Listing.objects.filter(producer=request.producer_id) if request.names_all else request.listings.all()


def _ended(request: AuthorityRequest, act: RequestAct, *, by: User, reason: str, at: datetime | None) -> datetime:
    if not reason.strip():
        raise ReasonMissing(str(request))
    now = at or timezone.now()
    _move(request, act, by=by, reason=reason, ended_at=now, end_reason=reason)
    return now


def _only(request: AuthorityRequest, kind: RequestKind) -> None:
    if request.kind != kind:
        raise MoveNotAllowed(f"{request} asks for {request.kind}")


def _move(request: AuthorityRequest, act: RequestAct, *, by: User, reason: str = "", **changes: Any) -> None:
    move(request, act, by=by, on_behalf_of=request.producer, reason=reason, **changes)

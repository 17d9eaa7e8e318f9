"""Restrict a seller: after days of notice, or at once for goods that are unlawful (Law 122/2025/QH15, Art. 17.2)."""

from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from catalog.changes.closing import close_open_change
from catalog.listings.models import Listing
from catalog.listings.services import move_listing
from catalog.listings.states import ListingAct
from catalog.listings.visibility import settle
from catalog.moderation.models import Restriction
from catalog.moderation.restrictions.grounds import Ground
from catalog.moderation.services import hold_listings, hold_producer, release_listings, release_producer, tell_officers
from catalog.moderation.states import RESTRICTION_MOVES, RestrictionAct
from common.audit.services import record
from common.rules.book import rule
from common.rules.clocks import days_after
from common.transitions import ChangedSinceSeen, MoveNotAllowed, NotTheirMove, ReasonMissing, move
from producers.directory.models import Producer
from producers.directory.queries import actors_towards, point_of_act
from producers.notices.services import notify


class TooEarly(MoveNotAllowed):
    """The days of notice have not passed."""

    def __init__(self, restriction: Restriction) -> None:
        super().__init__(f"{restriction}: not before {restriction.earliest_date}")
        self.told = f"Chưa tới ngày: sớm nhất là {restriction.earliest_date:%d/%m/%Y}."


def first_day_after_notice(sent_at: datetime) -> date:
    """The first day on which a restriction announced then may begin.

    Days are counted from the day after the notice to the end of the last one (Civil Code 91/2015/QH13, Art. 147, 148).
    """
    day = timezone.localdate(sent_at)
    return days_after(day, rule("restriction.notice_days", on=day).value) + timedelta(days=1)


@transaction.atomic
def announce_restriction(
    producer: Producer,
    *,
    listing: Listing | None = None,
    reason: str,
    source: str,
    by: User,
    at: datetime | None = None,
) -> Restriction:
    """Tell the producer, through her officers, what will be restricted, why, and from when at the earliest.

    Raises ReasonMissing, and NotTheirMove unless `by` moderates her goods.
    """
    if not actors_towards(by, producer) & RESTRICTION_MOVES[RestrictionAct.CARRIED_OUT].actors:
        raise NotTheirMove(f"{by} moderates nothing of {producer}")
    if not (reason.strip() and source.strip()):
        raise ReasonMissing(str(producer))
    now = at or timezone.now()
    made = Restriction.objects.create(
        producer=producer,
        listing=listing,
        reason=reason,
        source=source,
        sent_by=by,
        sent_at=now,
        earliest_date=first_day_after_notice(now),
    )
    after = {"earliest_date": made.earliest_date}
    record(RestrictionAct.SENT, by=by, subject=made, on_behalf_of=producer, reason=reason, after=after)
    what = f"“{listing}”" if listing else "mọi mặt hàng"
    text = f"Tỉnh báo trước: từ {made.earliest_date:%d/%m/%Y} có thể ngừng bán {what} của {producer}. Lý do: {reason}"
    tell_officers(made, text, page="work-restriction")
    return made


@transaction.atomic
def answer_restriction(restriction: Restriction, *, by: User, answer: str, at: datetime | None = None) -> None:
    """Write down what the producer says to it, in her words. Raises ReasonMissing and MoveNotAllowed."""
    if not answer.strip():
        raise ReasonMissing(str(restriction))
    now = at or timezone.now()
    _move(restriction, RestrictionAct.ANSWERED, by=by, answer=answer, answered_by=by, answered_at=now)


@transaction.atomic
def carry_out_restriction(restriction: Restriction, *, by: User, at: datetime | None = None) -> int:
    """Suspend what was announced; return how many listings. Raises TooEarly before its day, and MoveNotAllowed."""
    now = at or timezone.now()
    if not restriction.may_begin(on=timezone.localdate(now)):
        raise TooEarly(restriction)
    _move(restriction, RestrictionAct.CARRIED_OUT, by=by, carried_out_by=by, carried_out_at=now)
    held = hold_listings(restricted_listings(restriction), by=by, reason=restriction.reason, restriction=restriction)
    if restriction.listing is None:
        hold_producer(restriction.producer, by=by, reason=restriction.reason)
    text = f"Đã ngừng bán {restriction} như đã báo trước ngày {timezone.localdate(restriction.sent_at):%d/%m/%Y}."
    tell_officers(restriction, text, page="work-restriction")
    return held


@transaction.atomic
def withdraw_restriction(restriction: Restriction, *, by: User, reason: str, at: datetime | None = None) -> None:
    """Take the notice back, with a reason; nothing was restricted. Raises ReasonMissing and MoveNotAllowed."""
    _end(restriction, RestrictionAct.WITHDRAWN, by=by, reason=reason, at=at or timezone.now())
    tell_officers(restriction, f"Tỉnh rút thông báo về {restriction}: {reason}", page="work-restriction")


@transaction.atomic
def lift_restriction(restriction: Restriction, *, by: User, reason: str, at: datetime | None = None) -> int:
    """Let the goods come back, with a reason; return how many did. Raises ReasonMissing and MoveNotAllowed."""
    now = at or timezone.now()
    _end(restriction, RestrictionAct.LIFTED, by=by, reason=reason, at=now)
    back = release_listings(restriction.holds.all(), by=by, reason=reason, at=now)
    if restriction.listing is None:
        release_producer(restriction.producer, by=by, reason=reason)
    tell_officers(restriction, f"Thôi hạn chế {restriction}: {reason}", page="work-restriction")
    return back


@transaction.atomic
def take_down_at_once(listing: Listing, *, ground: Ground, reason: str, by: User, seen: datetime | None) -> None:
    """Take unlawful goods off sale now and send the listing back to its officer, with the ground and in words.

    `seen` is when the listing that the approver looked at was sent. Raises ReasonMissing, ChangedSinceSeen, and
    MoveNotAllowed if it is not on sale.
    """
    listing.refresh_from_db(from_queryset=Listing.objects.select_for_update())
    if listing.submitted_at != seen:
        raise ChangedSinceSeen(str(listing))
    if not reason.strip():
        raise ReasonMissing(str(listing))
    told = f"{ground.words}\n{reason}"
    decided = {"decided_by": by, "decided_at": timezone.now(), "return_reason": told}
    move_listing(listing, ListingAct.TAKEN_DOWN, by=by, reason=told, **decided)
    settle([listing.product_id])
    close_open_change(listing, by=by, why="Hàng đã bị gỡ khỏi chợ; sửa ngay ở hồ sơ hàng.")
    producer = listing.producer
    text = f"“{listing}” của {producer} đã được gỡ khỏi chợ ngay: {ground.name}. {reason}"
    notify(producer.point, text, url=f"/can-bo/hang/{listing.pk}/", producer=producer)


def restricted_listings(restriction: Restriction) -> QuerySet[Listing]:
    """What the restriction is about: one listing, or all that is the producer's."""
    if restriction.listing_id:
        return Listing.objects.filter(pk=restriction.listing_id)
    return Listing.objects.filter(producer=restriction.producer_id)


def _end(restriction: Restriction, act: RestrictionAct, *, by: User, reason: str, at: datetime) -> None:
    if not reason.strip():
        raise ReasonMissing(str(restriction))
    _move(restriction, act, by=by, reason=reason, ended_at=at, end_reason=reason)


def _move(restriction: Restriction, act: RestrictionAct, *, by: User, reason: str = "", **changes: Any) -> None:
    producer = restriction.producer
    point = point_of_act(by, producer)
    move(restriction, act, by=by, on_behalf_of=producer, at_point=point, reason=reason, **changes)

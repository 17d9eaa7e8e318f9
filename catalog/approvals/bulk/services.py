"""Approve many plain listings, each by itself: what happens to one is nothing to the others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import TextChoices

from catalog.approvals.queries import listings_under, risk_of
from catalog.approvals.risk import RiskLevel, level, needs_a_person
from catalog.approvals.services import ConsentMissing, HeldOffSale, SellerNotReady, TakenByOther, approve_listing
from catalog.listings.models import Listing
from catalog.listings.states import ListingState
from catalog.moderation.queries import is_held
from common.transitions import ChangedSinceSeen, MoveNotAllowed, NotTheirMove, SameHands

Mark = tuple[int, datetime]
"""A listing's number, and when what the approver saw of it was sent."""


class Outcome(TextChoices):
    """What became of one listing of many."""

    APPROVED = "approved", "Đã duyệt, hàng lên chợ"
    NEEDS_PERSON = "needs_person", "Phải xem riêng từng mặt hàng, chưa duyệt"
    TAKEN = "taken", "Người khác đang xem, chưa duyệt"
    CHANGED = "changed", "Cán bộ xã vừa rút về sửa và gửi lại, chưa duyệt"
    DECIDED = "decided", "Đã có người quyết định trước"
    OWN = "own", "Bạn đã ghi hoặc gửi hàng này, người khác phải duyệt"
    NO_CONSENT = "no_consent", "Người bán chưa đồng ý đăng bán hàng thay, chưa duyệt"
    HELD = "held", "Yêu cầu của cơ quan nhà nước hoặc lệnh hạn chế bán đang giữ, chưa duyệt"
    SELLER = "seller", "Người bán chưa được duyệt hoặc chưa xác minh danh tính, chưa duyệt"
    GONE = "gone", "Không còn ở chỗ bạn duyệt"


@dataclass(frozen=True, slots=True)
class Result:
    """One of many, and what became of it; a listing that is not the approver's has no name here."""

    pk: int
    listing: Listing | None
    outcome: Outcome

    @property
    def is_approved(self) -> bool:
        """Whether it is approved."""
        return self.outcome == Outcome.APPROVED


REFUSALS: dict[type[Exception], Outcome] = {
    SameHands: Outcome.OWN,
    ConsentMissing: Outcome.NO_CONSENT,
    HeldOffSale: Outcome.HELD,
    SellerNotReady: Outcome.SELLER,
    TakenByOther: Outcome.TAKEN,
    ChangedSinceSeen: Outcome.CHANGED,
    NotTheirMove: Outcome.GONE,
}


def approve_together(marks: Iterable[Mark], *, by: User) -> list[Result]:
    """Approve each listing in a transaction of its own and say what became of it; the same again changes nothing."""
    return [_approved(pk, seen, by=by) for pk, seen in dict(marks).items()]


def _approved(pk: int, seen: datetime, *, by: User) -> Result:
    listing = listings_under(by).filter(pk=pk).first()
    if listing is None:
        return Result(pk, None, Outcome.GONE)
    if listing.state == ListingState.SUBMITTED and wants_a_person(listing):
        return Result(pk, listing, Outcome.HELD if is_held(listing) else Outcome.NEEDS_PERSON)
    try:
        approve_listing(listing, by=by, seen=seen)
    except tuple(REFUSALS) as refused:
        return Result(pk, listing, REFUSALS[type(refused)])
    except MoveNotAllowed:
        is_mine = listing.state == ListingState.APPROVED and (listing.decided_by_id, listing.submitted_at) == (
            by.pk,
            seen,
        )
        return Result(pk, listing, Outcome.APPROVED if is_mine else Outcome.DECIDED)
    return Result(pk, listing, Outcome.APPROVED)


def wants_a_person(listing: Listing) -> bool:
    """Whether the listing is never approved together with others."""
    found = risk_of(listing)
    return level(found) != RiskLevel.LOW or needs_a_person(found)

"""The approver's decisions. Nothing is on sale that was not approved (E-commerce Law 122/2025/QH15, Art. 17.1)."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from oscar.apps.partner.models import StockRecord

from catalog.approvals.queries import has_hand_in, risk_of
from catalog.approvals.risk import kept_of
from catalog.listings.models import Listing
from catalog.listings.services import move_listing, record_act
from catalog.listings.states import WAITING, ListingAct, ListingState
from catalog.listings.visibility import hold_producers, settle
from catalog.moderation.queries import is_held
from catalog.ocop.holders import only_subjects
from catalog.ocop.services import claimed_certificate, verify_certificate
from common.audit.services import name_of
from common.transitions import Actor, ChangedSinceSeen, MoveNotAllowed, NotTheirMove, ReasonMissing, SameHands
from producers.applications.readiness import why_not_for_sale
from producers.consents.queries import has_consent
from producers.consents.states import ConsentScope
from producers.notices.services import notify


class ConsentMissing(Exception):  # noqa: N818
    """The producer does not agree, or no longer agrees, that the point sells for her."""


class SellerNotReady(Exception):  # noqa: N818
    """Her application is not approved, or the law of the day asks for a check of identity; `sentence` says which."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class HeldOffSale(Exception):  # noqa: N818
    """An authority's request or a restriction keeps it off sale; what is lifted there can be approved here."""


class TakenByOther(MoveNotAllowed):
    """Another approver is looking at it; one takes it over before one decides."""


def take_up(listing: Listing, *, by: User) -> None:
    """Say that one is looking at it. Raises MoveNotAllowed if it does not wait, or somebody else is looking."""
    move_listing(listing, ListingAct.TAKEN_UP, by=by, reviewer=by)


@transaction.atomic
def take_over(listing: Listing, *, by: User) -> None:
    """Look at it in the place of the approver who took it up. Raises MoveNotAllowed if nobody is looking."""
    listing.refresh_from_db(from_queryset=Listing.objects.select_for_update())
    if Actor.APPROVER not in listing.actors(by):
        raise NotTheirMove(f"{by} does not approve {listing}")
    if listing.state != ListingState.IN_REVIEW:
        raise MoveNotAllowed(f"{listing} is {listing.state}, not in review")
    before, listing.reviewer = listing.reviewer, by
    listing.save(update_fields=["reviewer"])
    record_act(
        ListingAct.TAKEN_OVER, listing, by=by, before={"reviewer": name_of(before)}, after={"reviewer": name_of(by)}
    )


@transaction.atomic
def put_back(listing: Listing, *, by: User) -> None:
    """Give it back to the queue, for oneself alone. Raises MoveNotAllowed, and TakenByOther."""
    _hold(listing, frozenset({ListingState.IN_REVIEW}), listing.submitted_at, by=by)
    move_listing(listing, ListingAct.PUT_BACK, by=by, reviewer=None)


@transaction.atomic
def approve_listing(listing: Listing, *, by: User, seen: datetime | None, is_certificate_checked: bool = False) -> None:
    """Put the listing on sale; with `is_certificate_checked` its certificate gives a badge from now on.

    `seen` is when the listing that the approver looked at was sent. Raises MoveNotAllowed if it no longer waits,
    TakenByOther, ChangedSinceSeen, SameHands, HeldOffSale, SellerNotReady, ConsentMissing, and HolderNotSubject if a
    certificate is checked whose holder can hold none.
    """
    _hold(listing, WAITING, seen, by=by)
    if has_hand_in(by, listing):
        raise SameHands(str(listing))
    if is_held(listing):
        raise HeldOffSale(str(listing))
    hold_producers([listing.product_id])
    if why_not := why_not_for_sale(listing.producer, on=timezone.localdate()):
        raise SellerNotReady(why_not)
    if not has_consent(listing.producer, ConsentScope.GOODS):
        raise ConsentMissing(str(listing.producer))
    found = risk_of(listing)
    claim = claimed_certificate(listing.product)
    if claim and is_certificate_checked:
        only_subjects(listing.producer, listing.product_set_no, subject_kind=claim.subject_kind)
        verify_certificate(claim, by=by)
    stock = StockRecord.objects.select_related("product").get(product=listing.product_id)
    move_listing(
        listing,
        ListingAct.APPROVED,
        by=by,
        told=kept_of(found),
        decided_by=by,
        decided_at=timezone.now(),
        reviewer=None,
        return_reason="",
        approved_price_dong=None if stock.price is None else int(stock.price),
        approved_title=stock.product.title,
    )
    settle([listing.product_id])
    tell_officers(listing, "Tỉnh đã duyệt, hàng lên chợ", url=reverse("work-listing", args=[listing.pk]))


@transaction.atomic
def return_listing(listing: Listing, *, by: User, reason: str, seen: datetime | None) -> None:
    """Send a listing under review back to its officer with a reason.

    Raises ReasonMissing, MoveNotAllowed if it no longer waits, TakenByOther, and ChangedSinceSeen.
    """
    _hold(listing, WAITING, seen, by=by)
    _send_back(listing, ListingAct.RETURNED, "Tỉnh yêu cầu bổ sung", by=by, reason=reason)


@transaction.atomic
def reject_listing(listing: Listing, *, by: User, reason: str, seen: datetime | None) -> None:
    """Refuse a listing under review for good, with a reason; its officer may begin a new one from it.

    Raises ReasonMissing, MoveNotAllowed if it no longer waits, TakenByOther, and ChangedSinceSeen.
    """
    _hold(listing, WAITING, seen, by=by)
    _send_back(listing, ListingAct.REJECTED, "Tỉnh không duyệt", by=by, reason=reason)


def tell_officers(listing: Listing, what: str, *, url: str, reason: str = "") -> None:
    """Tell the officers of the producer's point what was decided about the listing, and why."""
    why = f" Lý do: {reason}" if reason else ""
    notify(listing.producer.point, f"{what}: {listing}.{why}", url=url, producer=listing.producer)


def _hold(listing: Listing, expected: frozenset[ListingState], seen: datetime | None, *, by: User) -> None:
    """Hold the row until the transaction ends, if it is still what the approver saw and nobody else looks at it."""
    listing.refresh_from_db(from_queryset=Listing.objects.select_for_update())
    if listing.state not in expected:
        raise MoveNotAllowed(f"{listing} is {listing.state}")
    if listing.submitted_at != seen:
        raise ChangedSinceSeen(str(listing))
    if listing.reviewer_id not in (None, by.pk):
        raise TakenByOther(str(listing))


def _send_back(listing: Listing, act: ListingAct, what: str, *, by: User, reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing(str(listing))
    move_listing(
        listing,
        act,
        by=by,
        reason=reason,
        told=kept_of(risk_of(listing)),
        decided_by=by,
        decided_at=timezone.now(),
        return_reason=reason,
        reviewer=None,
    )
    settle([listing.product_id])
    tell_officers(listing, what, url=reverse("work-listing", args=[listing.pk]), reason=reason)

"""The approver's decisions. Nothing is on sale that was not approved (E-commerce Law 122/2025/QH15, Art. 17.1)."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from oscar.apps.partner.models import StockRecord

from catalog.approvals.queries import has_hand_in
from catalog.listings.models import Listing
from catalog.listings.services import move_listing
from catalog.listings.states import WAITING, ListingAct, ListingState
from catalog.listings.visibility import settle
from catalog.ocop.services import claimed_certificate, verify_certificate
from common.transitions import MoveNotAllowed
from producers.consents.queries import has_consent
from producers.consents.states import ConsentScope


class SameHands(Exception):  # noqa: N818
    """Nobody approves what he typed, sent or sells himself."""


class ConsentMissing(Exception):  # noqa: N818
    """The producer does not agree, or no longer agrees, that the point sells for her."""


class ReasonMissing(Exception):  # noqa: N818
    """A listing goes back with a reason that the officer can work on."""


class ChangedSinceSeen(MoveNotAllowed):
    """The listing was taken back, changed and sent again after the approver opened it."""


@transaction.atomic
def approve_listing(listing: Listing, *, by: User, seen: datetime | None, is_certificate_checked: bool = False) -> None:
    """Put the listing on sale; with `is_certificate_checked` its certificate gives a badge from now on.

    `seen` is when the listing that the approver looked at was sent. Raises MoveNotAllowed if it no longer waits,
    ChangedSinceSeen, SameHands and ConsentMissing.
    """
    _hold(listing, WAITING, seen)
    if has_hand_in(by, listing):
        raise SameHands(str(listing))
    if not has_consent(listing.producer, ConsentScope.GOODS):
        raise ConsentMissing(str(listing.producer))
    claim = claimed_certificate(listing.product)
    if claim and is_certificate_checked:
        verify_certificate(claim, by=by)
    price = StockRecord.objects.get(product=listing.product_id).price
    move_listing(
        listing,
        ListingAct.APPROVED,
        by=by,
        decided_by=by,
        decided_at=timezone.now(),
        approved_price_dong=None if price is None else int(price),
    )
    settle([listing.product_id])


@transaction.atomic
def return_listing(listing: Listing, *, by: User, reason: str, seen: datetime | None) -> None:
    """Send a listing under review back to its officer with a reason.

    Raises ReasonMissing, MoveNotAllowed if it no longer waits, and ChangedSinceSeen.
    """
    _hold(listing, WAITING, seen)
    _send_back(listing, ListingAct.RETURNED, by=by, reason=reason)


@transaction.atomic
def take_down_listing(listing: Listing, *, by: User, reason: str, seen: datetime | None) -> None:
    """Take a listing off sale and send it back to its officer with a reason.

    Raises ReasonMissing, MoveNotAllowed if it is no longer on sale, and ChangedSinceSeen.
    """
    _hold(listing, frozenset({ListingState.APPROVED}), seen)
    _send_back(listing, ListingAct.TAKEN_DOWN, by=by, reason=reason)


def _hold(listing: Listing, expected: frozenset[ListingState], seen: datetime | None) -> None:
    """Hold the row until the transaction ends, if it is still what the approver saw."""
    listing.refresh_from_db(from_queryset=Listing.objects.select_for_update())
    if listing.state not in expected:
        raise MoveNotAllowed(f"{listing} is {listing.state}")
    if listing.submitted_at != seen:
        raise ChangedSinceSeen(str(listing))


def _send_back(listing: Listing, act: ListingAct, *, by: User, reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing(str(listing))
    move_listing(
        listing,
        act,
        by=by,
        reason=reason,
        decided_by=by,
        decided_at=timezone.now(),
        return_reason=reason,
    )
    settle([listing.product_id])

"""What becomes of an open change when its listing stops being sold: it is closed with it, and its officers are told.

While a listing is only suspended or rests, its change waits with it: both may come back.
"""

from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse

from catalog.changes.services import move_change
from catalog.changes.states import ChangeAct
from catalog.listings.models import Listing
from catalog.listings.services import move_listing
from catalog.listings.states import ListingAct
from catalog.listings.visibility import settle
from producers.notices.services import notify


@transaction.atomic
def retire_listing(listing: Listing, *, by: User) -> None:
    """Stop selling for good; what was ordered is still delivered. Raises MoveNotAllowed while under review."""
    move_listing(listing, ListingAct.RETIRED, by=by)
    settle([listing.product_id])
    close_open_change(listing, by=by, why="Hàng đã ngừng bán.")


def close_open_change(listing: Listing, *, by: User, why: str) -> None:
    """Close the change that is open, if there is one, in the transaction of the caller, who has moved the listing."""
    change = listing.changes.select_for_update().filter(is_open=True).first()
    if change is None:
        return
    move_change(change, ChangeAct.CLOSED, by=by, reason=why)
    producer, url = listing.producer, reverse("work-change", args=[change.pk])
    notify(producer.point, f"Bản sửa của {listing} đã khép. {why}", url=url, producer=producer)

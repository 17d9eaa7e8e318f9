"""Until when law makes the market keep things: listings, orders (Law 122/2025/QH15, Art. 17; rules "keep.…")."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from oscar.apps.order.models import Order

from catalog.listings.models import Listing
from catalog.listings.states import ListingState
from common.rules.book import rule
from producers.directory.models import Producer
from shop.consignments.models import Consignment

KINDS = {"hang": "Mặt hàng", "don": "Đơn hàng"}
"""What the page of kept things shows, one at a time."""


def listing_kept_until(listing: Listing) -> date | None:
    """The last day of the listing's keeping; None while it may still be shown: the years begin when it ends."""
    if listing.state != ListingState.RETIRED:
        return None
    ended = timezone.localdate(listing.changed_at)
    return years_after(ended, rule("keep.listing_years", on=ended).value)


def order_kept_until(order: Order) -> date:
    """The last day of the order's keeping, counted from the day it was placed."""
    placed = timezone.localdate(order.date_placed)
    return years_after(placed, rule("keep.order_years", on=placed).value)


def years_after(day: date, number: int) -> date:
    """The same day that many years later; after 29 February the first of March, so that no day is lost."""
    try:
        return day.replace(year=day.year + number)
    except ValueError:
        return date(day.year + number, 3, 1)


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing that is kept: what, whose, since when the years run, and the last day (None: they do not run yet)."""

    name: str
    whose: str
    since: date
    until: date | None


def kept_rows(kind: str, producers: QuerySet[Producer]) -> QuerySet[Any]:
    """The listings or parcels of the producers, the newest first."""
    if kind == "hang":
        listings = Listing.objects.filter(producer__in=producers).select_related("product", "producer")
        return listings.order_by("-changed_at", "-pk")
    parcels = Consignment.objects.filter(producer__in=producers).select_related("order", "producer")
    return parcels.order_by("-placed_at", "-pk")


def kept(row: Listing | Consignment) -> Kept:
    """One of these rows as it stands on the page."""
    return _kept_listing(row) if isinstance(row, Listing) else _kept_parcel(row)


def _kept_listing(listing: Listing) -> Kept:
    since = timezone.localdate(listing.changed_at)
    return Kept(str(listing), str(listing.producer), since, listing_kept_until(listing))


def _kept_parcel(parcel: Consignment) -> Kept:
    since = timezone.localdate(parcel.order.date_placed)
    return Kept(f"Kiện {parcel}", str(parcel.producer), since, order_kept_until(parcel.order))

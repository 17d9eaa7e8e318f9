"""What changes of goods on sale without a new approval: how many there are, and the price by a small step."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from oscar.apps.partner.models import StockRecord

from catalog.listings.models import Listing
from catalog.listings.services import record_act
from catalog.listings.states import ListingAct, ListingState
from catalog.search.outbox import mark_changed
from common.rules.book import rule
from common.transitions import MoveNotAllowed


class PriceMoveTooLarge(Exception):  # noqa: N818
    """The new price lies too far from the approved one to go live unseen. Prices in đồng."""

    def __init__(self, approved_dong: int) -> None:
        super().__init__(f"too far from {approved_dong}")
        self.approved_dong = approved_dong


class StockMoved(Exception):  # noqa: N818
    """Pieces were sold or came back since the officer counted; `free` is what there is now."""

    def __init__(self, free: int) -> None:
        super().__init__(f"{free} are free now")
        self.free = free


@transaction.atomic
def change_stock(listing: Listing, free: int, *, seen: int, by: User) -> None:
    """Note how many pieces lie free to sell; it goes live at once.

    Raises MoveNotAllowed if it is not on sale, and StockMoved if there are no longer the `seen` pieces.
    """
    stock = _stock_on_sale(listing)
    if stock.net_stock_level != seen:
        raise StockMoved(stock.net_stock_level)
    stock.num_in_stock = free + (stock.num_allocated or 0)
    stock.save(update_fields=["num_in_stock", "date_updated"])
    note_confirmed(listing)
    record_act(ListingAct.STOCK_CHANGED, listing, by=by, before={"stock": seen}, after={"stock": free})
    mark_changed([listing.product_id])


@transaction.atomic
def change_price(listing: Listing, price_dong: int, *, by: User) -> None:
    """Change the price of a listing on sale by a small step; it goes live at once.

    Raises MoveNotAllowed if it is not on sale, and PriceMoveTooLarge beyond the band around the approved price.
    """
    stock = _stock_on_sale(listing)
    before = int(stock.price or 0)
    approved = approved_price(listing, before)
    low, high = band_around(approved)
    if not low <= price_dong <= high:
        raise PriceMoveTooLarge(approved)
    if listing.approved_price_dong is None:
        listing.approved_price_dong = approved
        listing.save(update_fields=["approved_price_dong"])
    note_confirmed(listing)
    stock.price = price_dong
    stock.save(update_fields=["price", "date_updated"])
    record_act(ListingAct.PRICE_CHANGED, listing, by=by, before={"price": before}, after={"price": price_dong})
    mark_changed([listing.product_id])


def note_confirmed(listing: Listing) -> None:
    """Note that price and stock are as the producer says today."""
    listing.confirmed_at = timezone.now()
    listing.save(update_fields=["confirmed_at"])


def free_now(listing: Listing) -> int:
    """How many pieces are neither sold nor promised."""
    return int(StockRecord.objects.get(product=listing.product_id).net_stock_level)


def approved_price(listing: Listing, price_dong: int) -> int:
    """The price that was approved, in đồng; for goods approved before it was kept, the price of today."""
    return listing.approved_price_dong or price_dong


def band_around(approved_dong: int) -> tuple[int, int]:
    """The lowest and the highest price in đồng that need no new approval."""
    percent = rule("listing.price_band_percent").value
    return -(-approved_dong * (100 - percent) // 100), approved_dong * (100 + percent) // 100


def _stock_on_sale(listing: Listing) -> StockRecord:
    """The stock record, held with its listing until the transaction ends."""
    listing.refresh_from_db(from_queryset=Listing.objects.select_for_update())
    if listing.state != ListingState.APPROVED:
        raise MoveNotAllowed(f"{listing} is {listing.state}, not on sale")
    stock: StockRecord = StockRecord.objects.select_for_update().get(product=listing.product_id)
    return stock

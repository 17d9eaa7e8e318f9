"""A few orders of the demo's buyers, brought to different steps by the same services as any order."""

from collections.abc import Callable
from datetime import timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from catalog.listings.models import Listing
from shop.accounts.address import address_kept
from shop.accounts.queries import kept_addresses
from shop.basket.parcels import parcels_of
from shop.basket.queries import goods_in, open_baskets
from shop.basket.services import add_to_basket
from shop.checkout.review import Review
from shop.checkout.services import Agreed, place_order
from shop.consignments import services
from shop.consignments.models import Consignment

ORDERS = (
    ("an", {1: 2, 42: 1}, "delivered"),
    ("binh", {14: 3, 46: 1}, "sent"),
    ("chi", {54: 1, 26: 2}, "packed"),
    ("an", {69: 2, 45: 1}, "confirmed"),
    ("binh", {3: 3, 37: 1}, "placed"),
    ("chi", {27: 2, 8: 1}, "placed"),
)
"""Buyer, quantity by product number, and the step that the parcels have reached."""

STEPS = ("placed", "confirmed", "packed", "sent", "delivered")


def load_orders(listings: dict[int, Listing], people: dict[str, User]) -> None:
    """Place the demo's orders and bring their parcels on their way."""
    for buyer, quantities, step in ORDERS:
        _order(people[buyer], {listings[no]: number for no, number in quantities.items()}, step)


def _order(buyer: User, wanted: dict[Listing, int], step: str) -> None:
    for listing, quantity in wanted.items():
        add_to_basket(user=buyer, guest_basket_id=None, product_id=listing.product_id, quantity=quantity)
    basket = open_baskets(buyer, None).get()
    address = address_kept(kept_addresses(buyer)[0])
    parcels = parcels_of(goods_in(basket.pk), destination=address.commune.province_id, on=timezone.localdate())
    purchase = place_order(basket.pk, by=buyer, agreed=Agreed(address, seen=Review(parcels).seen))
    for consignment in purchase.order.consignments.select_related("producer__created_by", "point"):
        _bring(consignment, step)


def _bring(consignment: Consignment, step: str) -> None:
    """Do every act up to that step, in the name of the producer's officer, and date the order by days ago."""
    by = consignment.producer.created_by
    acts: tuple[Callable[[], None], ...] = (
        lambda: services.answer_consignment(
            consignment, by=by, confirmed={line.pk: line.ordered for line in consignment.lines.all()}
        ),
        lambda: services.pack_consignment(consignment, by=by),
        lambda: services.send_consignment(consignment, by=by, carrier="Bưu điện (mẫu)", tracking_no="MAU000VN"),
        lambda: services.deliver_consignment(consignment, by=by),
    )
    reached = STEPS.index(step)
    for act in acts[:reached]:
        act()
    placed_at = timezone.now() - timedelta(days=reached * 2, hours=5)
    Consignment.objects.filter(pk=consignment.pk).update(placed_at=placed_at)

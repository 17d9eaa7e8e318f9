"""Short ways to a basket and an order, by the services that the pages use."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from oscar.apps.partner.models import StockRecord

from catalog.listings.models import Listing
from common.policies.queries import written
from common.policies.texts import asked_versions
from shop.accounts.address import Address
from shop.basket.services import add_to_basket
from shop.checkout.models import Purchase
from shop.checkout.queries import review_of, signed_basket
from shop.checkout.services import Agreed, place_order
from tests import factories

NOBODY = AnonymousUser()
RECIPIENT = {"recipient": "Nguyễn Thu Hà", "phone": "0912345678", "house": "12 phố Lò Sũ"}
"""The buyer of the tests, who lives in Hoàn Kiếm, Hà Nội: another province, the same region, as the producers."""


def basket_with(*wanted: tuple[Listing, int], user: Any = NOBODY, basket_id: int | None = None) -> int:
    """A basket with so many of each listing."""
    for listing, quantity in wanted:
        added = add_to_basket(user=user, guest_basket_id=basket_id, product_id=listing.product_id, quantity=quantity)
        basket_id = added.basket_id
    assert basket_id is not None
    return basket_id


def home(commune: str = "00070") -> Address:
    """The buyer's address."""
    return Address(commune=factories.commune(commune), **RECIPIENT)


def agreed(basket_id: int, commune: str = "00070", note: str = "", *, is_of_age: bool = False) -> Agreed:
    """What the buyer agrees to who has just read the page."""
    address = home(commune)
    review = review_of(basket_id, destination=address.commune.province_id, on=timezone.localdate())
    return Agreed(address, review.seen, note, is_of_age)


def ordered(*wanted: tuple[Listing, int], user: Any = NOBODY, note: str = "") -> Purchase:
    """An order of so many of each listing."""
    basket_id = basket_with(*wanted, user=user)
    return place_order(basket_id, by=user, agreed=agreed(basket_id, note=note))


def form(basket_id: int, commune: str = "00070", **changes: str) -> dict[str, str]:
    """What the page sends when the buyer presses the button."""
    place = factories.commune(commune)
    return {
        **RECIPIENT,
        "commune_province": place.province_id,
        "commune_text": place.name,
        "commune_code": place.code,
        "note": "",
        "accepts": "on",
        "versions": written(asked_versions(on=timezone.localdate())),
        "basket": signed_basket(basket_id),
        "seen": agreed(basket_id, commune).seen,
        **changes,
    }


def counted(of: Listing) -> tuple[int, int]:
    """(in the house, promised) of a listing."""
    record = StockRecord.objects.get(product=of.product_id)
    return record.num_in_stock, record.num_allocated or 0

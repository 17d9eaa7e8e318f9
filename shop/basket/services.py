"""Put things into a basket, change how many, and carry a visitor's basket into the account.

Whoever writes holds the lock of the basket's row, and whoever opens a basket for an account holds the account's: two
clicks at once become two additions, and one basket.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from oscar.apps.basket.models import Basket, Line

from producers.directory.queries import AnyUser
from shop.basket.goods import Good
from shop.basket.queries import good_of, open_baskets

MOST_KINDS = 50
"""Different things in one basket."""


class NotAdded(Exception):  # noqa: N818
    """The basket stays as it was; the message says why, in the buyer's words."""


class NotForSale(NotAdded):
    """The thing cannot be bought through the basket today."""


class NotEnough(NotAdded):
    """Fewer pieces are free than are wanted."""

    def __init__(self, good: Good, in_basket: int) -> None:
        unit = good.unit or "món"
        have = f" và trong giỏ đã có {in_basket}" if in_basket else ""
        left = f"chỉ còn {good.free} {unit}{have}" if good.free > 0 else "vừa hết hàng"
        super().__init__(f"{good.title}: {left}.")


class TooManyKinds(NotAdded):
    """The basket holds as many different things as it may."""


@dataclass(frozen=True, slots=True)
class Added:
    """What was put into which basket."""

    basket_id: int
    good: Good


@transaction.atomic
def add_to_basket(*, user: AnyUser, guest_basket_id: int | None, product_id: int, quantity: int) -> Added:
    """Put so many pieces into the buyer's basket, opening one if there is none.

    Raises NotForSale, NotEnough or TooManyKinds; nothing is opened or changed then.
    """
    good = good_of(product_id)
    if good is None or not good.is_on_sale:
        raise NotForSale("Món này hiện không bán qua giỏ hàng. Xin gọi chợ để hỏi.")
    basket_id = _lock_open_basket(user, guest_basket_id)
    held = _quantities(basket_id)
    in_basket = held.get(product_id, 0)
    if in_basket + quantity > good.free:
        raise NotEnough(good, in_basket)
    if not in_basket and len(held) >= MOST_KINDS:
        raise TooManyKinds(f"Giỏ đã có {MOST_KINDS} món khác nhau. Xin đặt số này trước rồi chọn tiếp.")
    if basket_id is None:
        basket_id = Basket.objects.create(owner_id=user.pk).pk
    _put(basket_id, good, quantity, is_new=not in_basket)
    return Added(basket_id, good)


@transaction.atomic
def change_quantity(*, user: AnyUser, guest_basket_id: int | None, product_id: int, quantity: int) -> int:
    """Let so many pieces lie in the basket, and return how many it were; none takes the thing out.

    Raises NotEnough, or NotForSale for more than none of what is not sold any more.
    """
    basket_id = _lock_open_basket(user, guest_basket_id)
    line = Line.objects.filter(basket=basket_id, product=product_id)
    before = line.values_list("quantity", flat=True).first()
    if before is None:
        return 0
    if not quantity:
        line.delete()
        return before
    good = good_of(product_id)
    if good is None or not good.is_on_sale:
        raise NotForSale("Món này hiện không còn bán. Xin bỏ khỏi giỏ.")
    if quantity > good.free:
        raise NotEnough(good, 0)
    line.update(quantity=quantity, date_updated=timezone.now(), **_prices(good))
    return before


@transaction.atomic
def take_over_guest_basket(user: User, guest_basket_id: int) -> None:
    """Carry what somebody chose before signing in over to the account; what is in both is added up."""
    _lock_account(user.pk)
    guest = Basket.objects.filter(pk=guest_basket_id, owner=None, status=Basket.OPEN)
    if not guest.select_for_update(no_key=True).first():
        return
    mine = open_baskets(user, None).select_for_update(no_key=True).first()
    if mine is None:
        guest.update(owner=user.pk)
        return
    held = _quantities(mine.pk)
    for line in Line.objects.filter(basket=guest_basket_id):
        if line.product_id in held:
            same = Line.objects.filter(basket=mine.pk, product=line.product_id)
            same.update(quantity=F("quantity") + line.quantity)
        else:
            Line.objects.filter(pk=line.pk).update(basket=mine.pk)
    guest.update(status=Basket.MERGED, date_merged=timezone.now())


def _lock_open_basket(user: AnyUser, guest_basket_id: int | None) -> int | None:
    if user.is_authenticated:
        _lock_account(user.pk)
    baskets = open_baskets(user, guest_basket_id).select_for_update(no_key=True)
    return baskets.values_list("pk", flat=True).first()


def _lock_account(user_id: int) -> None:
    list(User.objects.select_for_update(no_key=True).filter(pk=user_id).values_list("pk"))


def _quantities(basket_id: int | None) -> Mapping[int, int]:
    return dict(Line.objects.filter(basket=basket_id).values_list("product_id", "quantity"))


def _put(basket_id: int, good: Good, quantity: int, *, is_new: bool) -> None:
    if not is_new:
        line = Line.objects.filter(basket=basket_id, product=good.product_id)
        line.update(quantity=F("quantity") + quantity, date_updated=timezone.now(), **_prices(good))
    else:
        Line.objects.bulk_create(
            [
                Line(
                    basket_id=basket_id,
                    product_id=good.product_id,
                    stockrecord_id=good.stock_record_id,
                    line_reference=f"{good.product_id}_{good.stock_record_id}",
                    quantity=quantity,
                    price_currency="VND",
                    **_prices(good),
                )
            ]
        )


def _prices(good: Good) -> dict[str, int]:
    return {"price_excl_tax": good.price_dong, "price_incl_tax": good.price_dong}

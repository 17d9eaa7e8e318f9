"""Place an order: once for a basket, for what the buyer saw, and only with stock promised first (ADR 0005)."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction
from django.utils import timezone
from oscar.apps.basket.models import Basket
from oscar.apps.basket.models import Line as BasketLine
from oscar.apps.order.models import Line, Order, ShippingAddress

from common.audit.services import record
from common.codes import unguessable_token
from common.policies.services import accept
from common.policies.texts import Version
from shop.accounts.address import Address, oscar_fields, vietnam
from shop.accounts.services import accepted
from shop.basket.goods import Good
from shop.basket.parcels import parcels_of
from shop.basket.queries import goods_in
from shop.checkout.models import Purchase
from shop.checkout.numbers import new_order_number
from shop.checkout.queries import purchase_of
from shop.checkout.review import Review, troubles
from shop.consignments.creation import create_consignments
from shop.consignments.stock import OutOfStock, reserve

SOLD_OUT = "Có món vừa hết hoặc không còn đủ. Chợ chưa đặt gì; xin xem món được đánh dấu."
AGE = "Trong giỏ có đồ uống có cồn: hãy xác nhận người nhận đủ {} tuổi, hoặc bỏ món đó ra."


class NotPlaced(Exception):  # noqa: N818
    """Nothing was ordered and nothing has changed; `notices` say why, in the buyer's words."""

    def __init__(self, notices: Iterable[str]) -> None:
        self.notices = list(notices)
        super().__init__(" ".join(self.notices))


class AgeNotStated(NotPlaced):
    """Something in it is for grown-ups alone, and the buyer has not stated that the recipient is one."""


class NothingToOrder(NotPlaced):
    """The basket is empty, or another one took its place."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the buyer agreed to on the page: where to, a note, what it showed, a fit recipient, texts accepted."""

    address: Address
    seen: str
    note: str = ""
    is_of_age: bool = False
    accepts: list[Version] = field(default_factory=list)


def place_order(basket_id: int, *, by: User | AnonymousUser, agreed: Agreed) -> Purchase:
    """Make the basket an order with its parcels, or return the order that it became already.

    Raises NothingToOrder, AgeNotStated, or NotPlaced if stock, price, fee or sale is not as the buyer saw it.
    """
    try:
        with transaction.atomic():
            basket = Basket.objects.select_for_update(no_key=True).get(pk=basket_id)
            placed = purchase_of(basket)
            return placed or _place(basket, by=by if by.is_authenticated else None, agreed=agreed)
    except OutOfStock as error:
        raise NotPlaced([SOLD_OUT]) from error


def _place(basket: Basket, *, by: User | None, agreed: Agreed) -> Purchase:
    """1. Promise the stock, which also holds prices still. 2. Read what is ordered anew. 3. Compare. 4. Write."""
    lines = BasketLine.objects.filter(basket=basket.pk, product__listing__isnull=False)
    wanted = dict(lines.values_list("stockrecord_id", "quantity")) if basket.status == Basket.OPEN else {}
    if not wanted:
        raise NothingToOrder(["Giỏ đã trống hoặc đã đổi."])
    reserve(wanted)
    now = timezone.now()
    review = _review_with_own_stock(basket.pk, agreed.address, now)
    notices = troubles(review) or review.changes_since(agreed.seen)
    if notices:
        raise NotPlaced(notices)
    if review.least_age and not agreed.is_of_age:
        raise AgeNotStated([AGE.format(review.least_age)])
    order = _create_order(basket, review, by=by, agreed=agreed, at=now)
    parcels = [(parcel.part, parcel.quote) for parcel in review.parcels if parcel.quote]
    create_consignments(order, parcels, order_lines=_create_lines(order, review))
    basket.status, basket.date_submitted = Basket.SUBMITTED, now
    basket.save(update_fields=["status", "date_submitted"])
    written = {"total_dong": review.total_dong, "parcels": len(parcels), **accepted(agreed.accepts)}
    record("order.placed", by=by, subject=order, after=written)
    purchase = _create_purchase(order, basket.pk, agreed)
    accept(agreed.accepts, subject=by or purchase, by=by, at=now)
    return purchase


def _review_with_own_stock(basket_id: int, address: Address, now: datetime) -> Review:
    """What is ordered, as it stands; the pieces just promised to this buyer count as free for her."""
    goods = [replace(good, free=good.free + good.quantity) for good in goods_in(basket_id)]
    today = timezone.localdate(now)
    return Review(parcels_of(goods, destination=address.commune.province_id, on=today))


def _create_order(basket: Basket, review: Review, *, by: User | None, agreed: Agreed, at: datetime) -> Order:
    address = ShippingAddress.objects.create(country=vietnam(), notes=agreed.note, **oscar_fields(agreed.address))
    return Order.objects.create(
        number=new_order_number(),
        basket=basket,
        user_id=by.pk if by else None,
        currency="VND",
        total_incl_tax=review.total_dong,
        total_excl_tax=review.total_dong,
        shipping_incl_tax=review.fees_dong,
        shipping_excl_tax=review.fees_dong,
        shipping_address=address,
        shipping_method="Giao tận nhà",
        shipping_code="tan-nha",
        date_placed=at,
    )


def _create_lines(order: Order, review: Review) -> dict[int, Line]:
    goods = review.goods
    lines = Line.objects.bulk_create(_line(order, good) for good in goods)
    return {good.product_id: line for good, line in zip(goods, lines, strict=True)}


def _line(order: Order, good: Good) -> Line:
    return Line(
        order=order,
        partner_id=good.partner_id,
        partner_name=good.partner_name,
        partner_sku=good.sku,
        stockrecord_id=good.stock_record_id,
        product_id=good.product_id,
        title=good.title,
        quantity=good.quantity,
        line_price_incl_tax=good.total_dong,
        line_price_excl_tax=good.total_dong,
        line_price_before_discounts_incl_tax=good.total_dong,
        line_price_before_discounts_excl_tax=good.total_dong,
        unit_price_incl_tax=good.price_dong,
        unit_price_excl_tax=good.price_dong,
        num_allocated=good.quantity,
    )


def _create_purchase(order: Order, basket_id: int, agreed: Agreed) -> Purchase:
    return Purchase.objects.create(
        order=order,
        basket_id=basket_id,
        token=unguessable_token(),
        recipient=agreed.address.recipient,
        phone=agreed.address.phone,
        commune=agreed.address.commune,
        house=agreed.address.house,
        note=agreed.note,
    )

"""Which basket is somebody's, and what lies in it."""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import QuerySet, Sum
from django.utils import timezone
from oscar.apps.basket.models import Basket, Line

from catalog.licences.restricted import restricted
from catalog.listings.presentation import first_photos, maker_of, product_url
from catalog.listings.presentation.rows import Prepared, Row, how_sold_on, is_on_sale, listings, maker_columns
from catalog.listings.states import IN_BASKET, HowSold, Reach
from producers.directory.queries import AnyUser
from shop.basket.goods import Good

GOOD = {
    "product_id": "product_id",
    "title": "product__title",
    "is_public": "product__is_public",
    "stock_record_id": "product__stockrecords__pk",
    "sku": "product__stockrecords__partner_sku",
    "price": "product__stockrecords__price",
    "in_stock": "product__stockrecords__num_in_stock",
    "allocated": "product__stockrecords__num_allocated",
    "partner_id": "producer__partner_id",
    "partner_name": "producer__partner__name",
    "point_id": "producer__point_id",
    **{
        name: name
        for name in (
            "state",
            "unit",
            "weight_grams",
            "how_sold",
            "reach",
            "days_to_make",
            "product_set_no",
            "licensed_until",
            "agrees_to_sale",
            "agrees_to_name",
        )
    },
    **maker_columns("producer__"),
}
IN_BASKET_TOO = {
    "quantity": "product__basket_lines__quantity",
    "price_when_added": "product__basket_lines__price_incl_tax",
}

_of_product = Prepared(lambda product: listings().filter(product=product), GOOD)
_in_basket = Prepared(
    lambda basket: listings().filter(product__basket_lines__basket=basket).order_by("product__basket_lines__pk"),
    {**GOOD, **IN_BASKET_TOO},
)


def open_baskets(user: AnyUser, guest_basket_id: int | None) -> "QuerySet[Basket]":
    """The open basket of the account, or of the visitor's cookie: none or one."""
    if user.is_authenticated:
        return Basket.objects.filter(owner=user.pk, status=Basket.OPEN).order_by("pk")
    if guest_basket_id is None:
        return Basket.objects.none()
    return Basket.objects.filter(pk=guest_basket_id, owner=None, status=Basket.OPEN)


def pieces_in_basket(user: AnyUser, guest_basket_id: int | None) -> int:
    """How many pieces lie in the basket, for the number on every page; one query."""
    lines = Line.objects.filter(basket__in=open_baskets(user, guest_basket_id).values("pk"))
    return lines.aggregate(pieces=Sum("quantity"))["pieces"] or 0


def goods_in(basket_id: int | None) -> list[Good]:
    """What lies in the basket, in the order in which it was put there; one query."""
    if basket_id is None:
        return []
    return [_good(row) for row in _in_basket.rows(basket_id)]


def good_of(product_id: int) -> Good | None:
    """The thing that could be put into a basket, with quantity 0; None if the market never listed it."""
    found = _of_product.rows(product_id)
    return _good(found[0]) if found else None


def with_photos(goods: Iterable[Good]) -> list[Good]:
    """The same things, each that is on sale with its first photo; one query."""
    goods = list(goods)
    photos = first_photos([good.product_id for good in goods if good.is_on_sale])
    return [replace(good, photo=photos.get(good.product_id)) for good in goods]


def _good(row: Row) -> Good:
    price = int(row["price"] or 0)
    today = timezone.localdate()
    how_sold, needs = how_sold_on(row, on=today), restricted(row["product_set_no"], on=today)
    return Good(
        product_id=row["product_id"],
        stock_record_id=row["stock_record_id"] or 0,
        partner_id=row["partner_id"],
        partner_name=row["partner_name"],
        sku=row["sku"] or "",
        title=row["title"],
        url=product_url(row["product_id"], row["title"]),
        unit=row["unit"],
        quantity=row.get("quantity", 0),
        price_dong=price,
        price_when_added_dong=int(row.get("price_when_added") or price),
        free=(row["in_stock"] or 0) - (row["allocated"] or 0),
        weight_grams=row["weight_grams"] or 0,
        is_on_sale=is_on_sale(row) and how_sold in IN_BASKET and price > 0,
        reach=Reach(row["reach"]),
        days_to_make=row["days_to_make"] if how_sold == HowSold.TO_ORDER else None,
        point_id=row["point_id"],
        least_age=needs.least_age if needs else 0,
        maker=maker_of(row, is_named=row["agrees_to_name"]),
    )

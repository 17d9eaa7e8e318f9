"""Which basket is somebody's, and what lies in it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import F, QuerySet, Sum
from oscar.apps.basket.models import Basket, Line

from catalog.listings.models import Listing
from catalog.listings.presentation import agrees, first_photos, product_url, shown_maker
from catalog.listings.states import IN_BASKET, ListingState, Reach
from producers.onboarding.states import ConsentScope
from shop.basket.goods import Good

AnyUser = AbstractBaseUser | AnonymousUser


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
    rows = _listings().filter(product__basket_lines__basket=basket_id)
    rows = rows.annotate(
        quantity=F("product__basket_lines__quantity"),
        price_when_added=F("product__basket_lines__price_incl_tax"),
    )
    return [_good(row) for row in rows.order_by("product__basket_lines__pk")]


def good_of(product_id: int) -> Good | None:
    """The thing that could be put into a basket, with quantity 0; None if the market never listed it."""
    row = _listings().filter(product=product_id).first()
    return _good(row) if row else None


def with_photos(goods: Iterable[Good]) -> list[Good]:
    """The same things, each with its first photo; one query."""
    goods = list(goods)
    photos = first_photos([good.product_id for good in goods])
    return [replace(good, photo=photos.get(good.product_id)) for good in goods]


def _listings() -> "QuerySet[Listing]":
    near = ("product", "producer__partner", "producer__commune__province", "producer__point", "producer__picture")
    return (
        Listing.objects.select_related(*near)
        .defer("typed", "details", "product__description", "producer__about")
        .annotate(
            stock_record=F("product__stockrecords"),
            sku=F("product__stockrecords__partner_sku"),
            price=F("product__stockrecords__price"),
            in_stock=F("product__stockrecords__num_in_stock"),
            allocated=F("product__stockrecords__num_allocated"),
            agrees_to_sale=agrees(ConsentScope.GOODS),
            agrees_to_name=agrees(ConsentScope.NAME_AND_PICTURE),
        )
    )


def _good(row: Any) -> Good:
    price = int(row.price or 0)
    return Good(
        product_id=row.product_id,
        stock_record_id=row.stock_record or 0,
        partner_id=row.producer.partner_id,
        partner_name=row.producer.partner.name,
        sku=row.sku or "",
        title=row.product.title,
        url=product_url(row.product_id, row.product.title),
        unit=row.unit,
        quantity=getattr(row, "quantity", 0),
        price_dong=price,
        price_when_added_dong=int(getattr(row, "price_when_added", None) or price),
        free=(row.in_stock or 0) - (row.allocated or 0),
        weight_grams=row.weight_grams or 0,
        is_on_sale=_is_on_sale(row),
        reach=Reach(row.reach),
        point_id=row.producer.point_id,
        maker=shown_maker(row.producer, is_named=row.agrees_to_name),
    )


def _is_on_sale(row: Any) -> bool:
    """Approved, public, for the basket, priced, and the producer lets her point sell for her."""
    is_offered = row.state == ListingState.APPROVED and row.product.is_public and row.how_sold in IN_BASKET
    return bool(is_offered and row.agrees_to_sale and row.stock_record and row.price)

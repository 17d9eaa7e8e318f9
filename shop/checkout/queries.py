"""Which basket an order form is about, and what the buyer sees of an order afterwards."""

from datetime import date

from django.core.signing import BadSignature, Signer
from django.db.models import Prefetch, Q, QuerySet
from oscar.apps.basket.models import Basket

from catalog.listings.presentation import agrees
from common.phones import NotAPhone, normalise_phone
from producers.onboarding.states import ConsentScope
from shop.basket.parcels import parcels_of
from shop.basket.queries import AnyUser, goods_in, open_baskets, with_photos
from shop.checkout.models import Purchase
from shop.checkout.review import Review
from shop.consignments.models import Consignment, ConsignmentLine

SALT = "dat-hang"


def signed_basket(basket_id: int) -> str:
    """The basket's number for the order form, so that a second press finds the order of the first."""
    return Signer(salt=SALT).sign(str(basket_id))


def basket_to_order(user: AnyUser, guest_basket_id: int | None, signed: str = "") -> int | None:
    """The basket the form was drawn for, if it is the buyer's and open or ordered; else her open one."""
    named = _unsigned(signed)
    whose = Q(owner=None) | Q(owner=user.pk) if user.is_authenticated else Q(owner=None)
    usable = Basket.objects.filter(whose, status__in=(Basket.OPEN, Basket.SUBMITTED))
    if named is not None and usable.filter(pk=named).exists():
        return named
    return open_baskets(user, guest_basket_id).values_list("pk", flat=True).first()


def _unsigned(signed: str) -> int | None:
    try:
        return int(Signer(salt=SALT).unsign(signed)) if signed else None
    except (BadSignature, ValueError):
        return None


def review_of(basket_id: int | None, *, destination: str | None, on: date) -> Review:
    """What the buyer is about to order, sent to that province (by code) on that day."""
    return Review(parcels_of(with_photos(goods_in(basket_id)), destination=destination, on=on))


def purchase_of_basket(basket_id: int | None) -> Purchase | None:
    """The order that the basket became, or None."""
    return Purchase.objects.filter(basket_id=basket_id).first() if basket_id else None


def purchases() -> "QuerySet[Purchase]":
    """Purchases with all that their pages show, in three queries."""
    parcels = Consignment.objects.select_related(
        "producer__commune__province", "producer__point", "producer__picture", "point"
    ).annotate(is_named=agrees(ConsentScope.NAME_AND_PICTURE))
    lines = Prefetch("lines", ConsignmentLine.objects.select_related("order_line"))
    return Purchase.objects.select_related("order", "commune__province").prefetch_related(
        Prefetch("order__consignments", parcels.prefetch_related(lines))
    )


def purchase_by_number(number: str, phone: str) -> Purchase | None:
    """The purchase of that order number (or parcel number), if that phone number stands on it."""
    try:
        normalised = normalise_phone(phone)
    except NotAPhone:
        return None
    order_number = "".join(number.split()).upper().lstrip("#").partition("-")[0]
    return Purchase.objects.filter(order__number=order_number, phone=normalised).first()

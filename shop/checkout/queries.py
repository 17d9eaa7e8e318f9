"""Which basket an order form is about, and what the buyer sees of an order afterwards."""

from datetime import date

from django.core.signing import BadSignature, Signer
from django.db.models import Q
from oscar.apps.basket.models import Basket

from catalog.listings.presentation import agrees, maker_of
from catalog.listings.presentation.rows import Prepared, maker_columns
from common.phones import NotAPhone, normalise_phone
from producers.consents.states import ConsentScope
from producers.directory.queries import AnyUser
from shop.basket.parcels import parcels_of
from shop.basket.queries import goods_in, open_baskets, with_photos
from shop.checkout.models import Purchase
from shop.checkout.review import Review
from shop.checkout.tracking import OrderShown, ParcelShown
from shop.consignments.models import Consignment

SALT = "dat-hang"

_makers_of = Prepared(
    lambda order: Consignment.objects.filter(order=order).annotate(
        agrees_to_name=agrees(ConsentScope.NAME_AND_PICTURE)
    ),
    {"consignment_id": "pk", "agrees_to_name": "agrees_to_name", **maker_columns("producer__")},
)


def signed_basket(basket_id: int) -> str:
    """The basket's number for the order form, so that a second press finds the order of the first."""
    return Signer(salt=SALT).sign(str(basket_id))


def basket_to_order(user: AnyUser, guest_basket_id: int | None, signed: str = "") -> Basket | None:
    """The basket the form was drawn for, if it is the buyer's and open or ordered; else her open one."""
    named = _unsigned(signed)
    whose = Q(owner=None) | Q(owner=user.pk) if user.is_authenticated else Q(owner=None)
    usable = Basket.objects.filter(whose, status__in=(Basket.OPEN, Basket.SUBMITTED))
    drawn_for = usable.filter(pk=named).first() if named is not None else None
    return drawn_for or open_baskets(user, guest_basket_id).first()


def _unsigned(signed: str) -> int | None:
    try:
        return int(Signer(salt=SALT).unsign(signed)) if signed else None
    except (BadSignature, ValueError):
        return None


def review_of(basket_id: int | None, *, destination: str | None, on: date) -> Review:
    """What the buyer is about to order, sent to that province (by code) on that day."""
    return Review(parcels_of(with_photos(goods_in(basket_id)), destination=destination, on=on))


def purchase_of(basket: Basket) -> Purchase | None:
    """The order that the basket became, or None."""
    return Purchase.objects.filter(basket_id=basket.pk).first() if basket.status == Basket.SUBMITTED else None


def order_shown(token: str) -> OrderShown | None:
    """The order behind the link with all that its page shows, in four queries; None for a wrong link."""
    purchase = Purchase.objects.select_related("order", "commune__province").filter(token=token).first()
    if purchase is None:
        return None
    makers = {row["consignment_id"]: row for row in _makers_of.rows(purchase.order_id)}
    parcels = Consignment.objects.filter(order=purchase.order_id).select_related("point").prefetch_related("lines")
    return OrderShown(
        purchase,
        [
            ParcelShown(parcel, maker_of(makers[parcel.pk], is_named=makers[parcel.pk]["agrees_to_name"]))
            for parcel in parcels
        ],
    )


def purchase_by_number(number: str, phone: str) -> Purchase | None:
    """The purchase of that order number (or parcel number), if that phone number stands on it."""
    try:
        normalised = normalise_phone(phone)
    except NotAPhone:
        return None
    order_number = "".join(number.split()).upper().lstrip("#").partition("-")[0]
    return Purchase.objects.filter(order__number=order_number, phone=normalised).first()

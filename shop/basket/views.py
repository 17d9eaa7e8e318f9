"""The basket's page and its two forms."""

from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from producers.places.queries import provinces_in_order
from shop.accounts.queries import kept_province
from shop.basket.cookie import guest_basket_id, keep
from shop.basket.forms import AddForm, ChangeForm
from shop.basket.parcels import parcels_of
from shop.basket.queries import good_of, goods_in, open_baskets, with_photos
from shop.basket.services import NotAdded, add_to_basket, change_quantity
from shop.consignments.splitting import goods_dong


@never_cache
@require_safe
def basket(request: HttpRequest) -> HttpResponse:
    """Show the basket as the parcels it will become."""
    return render(request, "basket/basket.html", _page(request))


@never_cache
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Put a thing into the basket, then show the basket or go on to the order."""
    form = AddForm({"quantity": "1", **request.POST.dict()})
    if not form.is_valid():
        return _refused(request, _first_error(form))
    wanted = form.cleaned_data
    try:
        added = add_to_basket(
            user=request.user,
            guest_basket_id=guest_basket_id(request),
            product_id=wanted["product"],
            quantity=wanted["quantity"],
        )
    except NotAdded as refusal:
        return _refused(request, str(refusal), wanted["product"])
    seen = urlencode({"da-them": added.good.product_id})
    response = redirect("checkout") if wanted["buy_now"] else redirect(f"{reverse('basket')}?{seen}")
    if not request.user.is_authenticated:
        keep(response, added.basket_id)
    return response


@never_cache
@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """Change how many of a thing lie in the basket, or take it out."""
    form = ChangeForm({**request.POST.dict(), **({"quantity": "0"} if "remove" in request.POST else {})})
    if not form.is_valid():
        return _refused(request, _first_error(form))
    product, quantity = form.cleaned_data["product"], form.cleaned_data["quantity"]
    guest = guest_basket_id(request)
    try:
        before = change_quantity(user=request.user, guest_basket_id=guest, product_id=product, quantity=quantity)
    except NotAdded as refusal:
        return _refused(request, str(refusal))
    undo = {"da-bo": product, "so-luong": before} if before and not quantity else {}
    kept = {"tinh": request.POST["tinh"]} if request.POST.get("tinh") else {}
    return redirect(f"{reverse('basket')}?{urlencode({**undo, **kept})}".rstrip("?"))


def _page(request: HttpRequest) -> dict[str, Any]:
    found = open_baskets(request.user, guest_basket_id(request)).values_list("pk", flat=True).first()
    goods = with_photos(goods_in(found))
    provinces = provinces_in_order() if goods else []
    asked = request.GET.get("tinh", "")
    chosen = next((one for one in provinces if one.code == asked), None) or kept_province(request.user)
    parcels = parcels_of(goods, destination=chosen.code if chosen else None, on=timezone.localdate())
    sendable = [good for parcel in parcels for good, trouble in parcel.lines if not trouble]
    goods_sum = goods_dong(sendable)
    fees_sum = sum(parcel.fee_dong for parcel in parcels if parcel.is_sendable)
    return {
        "parcels": parcels,
        "provinces": provinces,
        "chosen": chosen,
        "basket_count": sum(good.quantity for good in goods),
        "goods_dong": goods_sum,
        "fees_dong": fees_sum,
        "sum_dong": goods_sum + fees_sum,
        "has_trouble": len(sendable) < len(goods),
        "just_added": next((good for good in goods if good.product_id == _number(request.GET.get("da-them"))), None),
        "undo": _undo(request),
    }


def _undo(request: HttpRequest) -> dict[str, Any] | None:
    """What was just taken out, to put it back with one press."""
    product, quantity = _number(request.GET.get("da-bo")), _number(request.GET.get("so-luong"))
    good = good_of(product) if product and quantity else None
    return {"good": good, "quantity": quantity} if good and good.is_on_sale else None


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else None


def _refused(request: HttpRequest, message: str, product: int | None = None) -> HttpResponse:
    page = {**_page(request), "refusal": message, "refused": good_of(product) if product else None}
    return render(request, "basket/basket.html", page, status=422)


def _first_error(form: Form) -> str:
    return next(str(error) for errors in form.errors.values() for error in errors)

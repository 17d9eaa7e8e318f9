"""The order page: everything on one page, checked and corrected before the one button is pressed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from common.policies.queries import versions_to_accept
from shop.accounts.queries import kept_addresses
from shop.accounts.services import keep_address
from shop.basket.cookie import forget, guest_basket_id
from shop.basket.forms import ChangeForm
from shop.basket.services import NotAdded, change_quantity
from shop.checkout.forms import CheckoutForm
from shop.checkout.models import Purchase
from shop.checkout.queries import basket_to_order, purchase_of, review_of, signed_basket
from shop.checkout.services import AgeNotStated, Agreed, NothingToOrder, NotPlaced, place_order

CHANGED = 409


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def checkout(request: HttpRequest) -> HttpResponse:
    """Show the order form, work out its fees anew, take a thing out, or place the order."""
    basket = basket_to_order(request.user, guest_basket_id(request), request.POST.get("basket", ""))
    if basket is None:
        return redirect("basket")
    placed = purchase_of(basket)
    if placed:
        return _to_order(request, placed)
    kept = list(kept_addresses(request.user))
    asked = versions_to_accept(request.user if request.user.is_authenticated else None, on=timezone.localdate())
    if request.method != "POST":
        form = CheckoutForm(user=request.user, kept=kept, asked=asked, province=request.GET.get("tinh", ""))
        return _page(request, form, basket.pk)
    form = CheckoutForm(request.POST, user=request.user, kept=kept, asked=asked)
    if not {"tinh", "fit"}.isdisjoint(request.POST):
        return _adjusted(request, form, basket.pk)
    if not form.is_valid():
        return _page(request, form, basket.pk, status=422)
    return _placed(request, form, basket.pk)


def _placed(request: HttpRequest, form: CheckoutForm, basket_id: int) -> HttpResponse:
    address = form.delivery_address()
    right = form.cleaned_data
    agreed = Agreed(address, right["seen"], right["note"], right["is_of_age"], accepts=form.asked)
    try:
        purchase = place_order(basket_id, by=request.user, agreed=agreed)
    except NothingToOrder:
        return redirect("basket")
    except AgeNotStated as refusal:
        form.add_error("is_of_age", str(refusal))
        return _page(request, form, basket_id, status=422)
    except NotPlaced as refusal:
        return _page(request, form, basket_id, notices=refusal.notices, status=CHANGED)
    if request.user.is_authenticated and form.has_new_address_to_keep():
        keep_address(request.user, address)
    return _to_order(request, purchase)


def _adjusted(request: HttpRequest, form: CheckoutForm, basket_id: int) -> HttpResponse:
    """The page again with the fees for the place typed so far, or with a thing fitted to what is left of it."""
    notices = []
    product, _, quantity = request.POST.get("fit", "").partition(":")
    fit = ChangeForm({"product": product, "quantity": quantity})
    if fit.is_valid():
        try:
            change_quantity(
                user=request.user,
                guest_basket_id=basket_id,
                product_id=fit.cleaned_data["product"],
                quantity=fit.cleaned_data["quantity"],
            )
        except NotAdded as refusal:
            notices = [str(refusal)]
    form.complain_only_of_place()
    return _page(request, form, basket_id, notices=notices)


def _page(
    request: HttpRequest,
    form: CheckoutForm,
    basket_id: int,
    *,
    notices: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    destination = form.destination()
    review = review_of(basket_id, destination=destination, on=timezone.localdate())
    if not review.parcels:
        return redirect("basket")
    form.ask_age(review.least_age)
    page = {
        "form": form,
        "review": review,
        "notices": notices,
        "basket": signed_basket(basket_id),
        "basket_count": review.pieces,
    }
    return render(request, "checkout/checkout.html", page, status=status)


def _to_order(request: HttpRequest, purchase: Purchase) -> HttpResponse:
    response = redirect(f"{reverse('order', args=[purchase.token])}?vua-dat=1")
    if guest_basket_id(request) == purchase.basket_id:
        forget(response)
    return response

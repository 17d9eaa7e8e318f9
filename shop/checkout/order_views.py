"""An order after it was placed: its page behind an unguessable link, and finding it again by number and phone."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from common.transitions import MoveNotAllowed
from shop.checkout.forms import FindOrderForm
from shop.checkout.models import Purchase
from shop.checkout.queries import order_shown, purchase_by_number
from shop.consignments.models import Consignment
from shop.consignments.services import cancel_consignment
from shop.tries import address_of, count_wrong_try, has_tried_too_often

TOO_OFTEN = "Đã thử nhiều lần. Xin đợi một giờ rồi thử lại, hoặc gọi chợ."
NOT_FOUND = "Không có đơn nào khớp cả mã đơn và số điện thoại này. Xin xem lại, hoặc gọi chợ."
TOO_LATE = "Kiện này đã được trả lời, không huỷ trên trang được nữa. Xin gọi điểm hỗ trợ."


def private_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Keep the page and its address from caches, search engines and other sites."""

    @wraps(view)
    def page(*args: Any, **kwargs: Any) -> HttpResponse:
        response = view(*args, **kwargs)
        response.headers.setdefault("Referrer-Policy", "no-referrer")
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return never_cache(page)


@private_page
@require_safe
def order(request: HttpRequest, token: str) -> HttpResponse:
    """Show what was ordered and where each parcel is."""
    return _order(request, token)


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once more, then cancel one parcel for the buyer."""
    purchase = get_object_or_404(Purchase, token=token)
    number = request.POST.get("parcel") or request.GET.get("kien", "")
    parcels = Consignment.objects.filter(order=purchase.order_id).select_related("order", "producer")
    parcel = next((each for each in parcels if each.number == number), None)
    if parcel is None:
        raise Http404
    if request.method != "POST":
        page = render(request, "checkout/cancel.html", {"purchase": purchase, "parcel": parcel})
        # A page with "no-referrer" posts from the origin "null", which the guard refuses where a browser says no more.
        page["Referrer-Policy"] = "same-origin"
        return page
    try:
        cancel_consignment(parcel, by=parcel.order.user if request.user.pk == parcel.order.user_id else None)
    except MoveNotAllowed:
        return _order(request, token, refusal=TOO_LATE, status=409)
    return redirect("order", token)


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """Find an order by its number and the phone number given with it."""
    form = FindOrderForm(request.POST or None)
    status = 200
    if request.method == "POST":
        visitor = address_of(request)
        if has_tried_too_often("find-order", visitor):
            return render(request, "checkout/find.html", {"form": form, "refusal": TOO_OFTEN}, status=429)
        if form.is_valid():
            found = purchase_by_number(**form.cleaned_data)
            if found:
                return redirect("order", found.token)
            form.add_error(None, NOT_FOUND)
            count_wrong_try("find-order", visitor)
        status = 422
    return render(request, "checkout/find.html", {"form": form}, status=status)


def _order(request: HttpRequest, token: str, *, refusal: str = "", status: int = 200) -> HttpResponse:
    shown = order_shown(token)
    if shown is None:
        raise Http404
    page = {"shown": shown, "refusal": refusal, "is_new": "vua-dat" in request.GET}
    return render(request, "checkout/order.html", page, status=status)

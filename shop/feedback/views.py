"""Where anybody says that something is wrong, and reads what came of it."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from catalog.listings.models import Listing
from catalog.listings.presentation import shown_product
from catalog.storefront.queries import maker_by_id
from common.transitions import MoveNotAllowed
from producers.directory.models import Producer
from shop.checkout.order_views import private_page
from shop.checkout.queries import order_shown
from shop.feedback.forms import AgainForm, ComplaintForm
from shop.feedback.models import Complaint
from shop.feedback.queries import complaint_by_token
from shop.feedback.services import About, can_be_reopened, close_complaint, receive_complaint, reopen_complaint
from shop.feedback.states import DONE, ComplaintState
from shop.tries import address_of, count_wrong_try, has_tried_too_often

UNPROCESSABLE, CONFLICT, TOO_MANY = 422, 409, 429
TOO_OFTEN = "Đã gửi nhiều lần. Xin đợi một giờ rồi gửi tiếp, hoặc gọi chợ."

with_forms = require_http_methods(["GET", "HEAD", "POST"])


@private_page
@with_forms
def about_product(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that something is wrong with a thing on its page."""
    shown = shown_product(pk, on=timezone.localdate())
    if shown is None or not (shown.is_on_sale or shown.is_resting):
        raise Http404
    return _complain(request, shown.title, shown.url, lambda: _listing(pk))


@private_page
@with_forms
def about_producer(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that something is wrong about a producer on her page, under the name that she agrees to show."""
    maker = maker_by_id(pk)
    if maker is None:
        raise Http404
    return _complain(request, maker.name, maker.url, lambda: About(Producer.objects.get(pk=pk)))


@private_page
@with_forms
def about_parcel(request: HttpRequest, token: str, number: str) -> HttpResponse:
    """Say that something is wrong with a parcel; whoever holds the order's link may."""
    shown = order_shown(token)
    parcel = next((each.parcel for each in shown.parcels if each.parcel.number == number), None) if shown else None
    if parcel is None:
        raise Http404
    about = About(parcel.producer, consignment=parcel)
    return _complain(request, f"Kiện {number}", f"/don/{token}/", lambda: about, is_about_parcel=True)


@private_page
@with_forms
def complaint(request: HttpRequest, token: str) -> HttpResponse:
    """What was said, where it stands, what was answered; content or not, its maker says so here."""
    found = complaint_by_token(token)
    if found is None:
        raise Http404
    if request.method != "POST":
        return _follow(request, found, AgainForm())
    if "xong" in request.POST:
        return _moved(request, found, lambda: close_complaint(found))
    form = AgainForm(request.POST)
    if has_tried_too_often("complain", address_of(request)):
        form.add_error(None, TOO_OFTEN)
        return _follow(request, found, form, status=TOO_MANY)
    if not form.is_valid():
        return _follow(request, found, form, status=UNPROCESSABLE)
    count_wrong_try("complain", address_of(request))
    return _moved(request, found, lambda: reopen_complaint(found, words=form.cleaned_data["words"]))


def _listing(product_id: int) -> About:
    listing = get_object_or_404(Listing.objects.select_related("producer__point", "product"), product=product_id)
    return About(listing.producer, listing=listing)


def _complain(
    request: HttpRequest, name: str, back: str, about: Callable[[], About], *, is_about_parcel: bool = False
) -> HttpResponse:
    """Show the form, or keep what it says; so many an hour from one address."""
    form = ComplaintForm(request.POST or None, is_about_parcel=is_about_parcel)
    status = 200
    if request.method == "POST":
        visitor = address_of(request)
        if has_tried_too_often("complain", visitor):
            form.add_error(None, TOO_OFTEN)
            status = TOO_MANY
        elif form.is_valid():
            count_wrong_try("complain", visitor)
            made = receive_complaint(about(), form.said())
            return redirect(f"/phan-anh/{made.token}/?vua-gui=1")
        else:
            status = UNPROCESSABLE
    context = {"form": form, "name": name, "back": back}
    return _with_form(render(request, "feedback/form.html", context, status=status))


def _moved(request: HttpRequest, found: Complaint, act: Callable[[], None]) -> HttpResponse:
    try:
        act()
    except MoveNotAllowed:
        form = AgainForm(request.POST)
        form.add_error(None, "Phản ánh này vừa đổi trạng thái. Xin xem lại bên trên.")
        found.refresh_from_db()
        return _follow(request, found, form, status=CONFLICT)
    return redirect("complaint", found.token)


def _follow(request: HttpRequest, found: Complaint, form: AgainForm, *, status: int = 200) -> HttpResponse:
    now = timezone.now()
    context = {
        "complaint": found,
        "form": form,
        "is_new": "vua-gui" in request.GET,
        "address": request.build_absolute_uri(request.path),
        "can_close": found.state == ComplaintState.ANSWERED,
        "can_reopen": found.state in DONE and can_be_reopened(found, at=now),
    }
    return _with_form(render(request, "feedback/follow.html", context, status=status))


def _with_form(page: HttpResponse) -> HttpResponse:
    """A page with "no-referrer" posts from the origin "null", which the guard refuses where a browser says no more."""
    page["Referrer-Policy"] = "same-origin"
    return page

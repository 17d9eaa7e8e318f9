"""The page of one thing on sale where an officer keeps its number and price right."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods
from oscar.apps.partner.models import StockRecord

from catalog.changes.services import propose_price
from catalog.listings.models import Listing
from catalog.listings.queries import listings_served_by
from catalog.listings.services import NotEditable
from catalog.listings.states import IN_BASKET, ListingState
from catalog.onsale.forms import PriceForm, StockForm
from catalog.onsale.services import (
    PriceMoveTooLarge,
    StockMoved,
    approved_price,
    band_around,
    change_price,
    change_stock,
)
from common.access import StaffRequest, staff_page
from common.money import dong
from common.transitions import MoveNotAllowed

UNPROCESSABLE, CONFLICT = 422, 409


@staff_page
@require_http_methods(["GET", "POST"])
def stock_page(request: StaffRequest, pk: int) -> HttpResponse:
    """Number and price of one thing on sale, each with its own button."""
    listing = get_object_or_404(listings_served_by(request.user), pk=pk)
    if listing.state != ListingState.APPROVED or listing.how_sold not in IN_BASKET:
        messages.error(request, "Chỉ sửa số lượng và giá ở đây khi hàng đang bán.")
        return redirect("work-listing", pk)
    if request.method == "GET":
        return _page(request, listing)
    try:
        if "de-nghi" in request.POST:
            return _proposed(request, listing)
        return _counted(request, listing) if "free" in request.POST else _priced(request, listing)
    except NotEditable:
        messages.error(request, "Đang có một bản sửa chờ duyệt. Rút về rồi sửa giá trong đó.")
        return redirect("work-listing", pk)
    except MoveNotAllowed:
        messages.error(request, "Hàng vừa được đưa khỏi chợ, chưa sửa gì.")
        return redirect("work-listing", pk)


def _counted(request: StaffRequest, listing: Listing) -> HttpResponse:
    form = StockForm(request.POST)
    if not form.is_valid():
        return _page(request, listing, status=UNPROCESSABLE, stock_form=form)
    free, seen = form.cleaned_data["free"], form.cleaned_data["seen"]
    try:
        change_stock(listing, free, seen=seen, by=request.user)
    except StockMoved as moved:
        again = StockForm({"free": request.POST["free"], "seen": moved.free})
        again.add_error("free", f"Lúc mở trang còn {seen}, nay còn {moved.free} vì vừa có đơn. Hãy đếm lại rồi lưu.")
        return _page(request, listing, status=CONFLICT, stock_form=again)
    messages.success(request, f"Đã ghi: còn {free} {listing.unit}. Người mua thấy ngay.")
    return redirect("work-listing-stock", listing.pk)


def _priced(request: StaffRequest, listing: Listing) -> HttpResponse:
    form = PriceForm(request.POST)
    if not form.is_valid():
        return _page(request, listing, status=UNPROCESSABLE, price_form=form)
    price = form.cleaned_data["price"]
    try:
        change_price(listing, price, by=request.user)
    except PriceMoveTooLarge as far:
        low, high = band_around(far.approved_dong)
        form.add_error(
            "price",
            f"Giá đã duyệt là {dong(far.approved_dong)}; sửa ngay được từ {dong(low)} đến {dong(high)}. "
            "Muốn khác hơn thì gửi tỉnh duyệt giá mới, ở cuối trang.",
        )
        return _page(request, listing, status=UNPROCESSABLE, price_form=form, far_price=price)
    messages.success(request, f"Đã đổi giá thành {dong(price)}. Người mua thấy ngay.")
    return redirect("work-listing-stock", listing.pk)


def _proposed(request: StaffRequest, listing: Listing) -> HttpResponse:
    form = PriceForm(request.POST)
    if not form.is_valid():
        return _page(request, listing, status=UNPROCESSABLE, price_form=form)
    change = propose_price(listing, form.cleaned_data["price"], by=request.user)
    messages.success(request, "Đã ghi giá mới vào bản sửa. Xem lại rồi bấm gửi duyệt.")
    return redirect("work-change", change.pk)


def _page(request: StaffRequest, listing: Listing, *, status: int = 200, **forms: Any) -> HttpResponse:
    stock = StockRecord.objects.get(product=listing.product_id)
    free, price = stock.net_stock_level, int(stock.price or 0)
    approved = approved_price(listing, price)
    context = {
        "listing": listing,
        "stock_form": StockForm(initial={"free": free, "seen": free}),
        "price_form": PriceForm(initial={"price": price}),
        "promised": stock.num_allocated or 0,
        "approved": approved,
        "band": band_around(approved),
        **forms,
    }
    return render(request, "onsale/stock.html", context, status=status)

"""The officer's pages: whom to ask again, what she said, letting a thing rest and selling it again."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from catalog.freshness.forms import CallForm, PauseForm
from catalog.freshness.queries import goods_to_ask_about, producers_to_ask, sheet_of_calls
from catalog.freshness.services import AnswerRefused, pause_listing, resume_listing, settle_call
from catalog.freshness.states import AskedBy
from catalog.listings.models import Listing
from catalog.listings.queries import listings_served_by
from catalog.listings.states import ListingState
from catalog.onsale.services import PriceMoveTooLarge, StockMoved
from common.access import StaffRequest, staff_page
from common.transitions import MoveNotAllowed
from producers.directory.access import serving_page
from producers.directory.models import Producer
from producers.directory.queries import producers_served_by

ON_A_PAGE = 20
ON_A_SHEET = 100
UNPROCESSABLE, CONFLICT = 422, 409


@serving_page
@require_safe
def still_true(request: StaffRequest) -> HttpResponse:
    """The producers to ask again, those whose last word is the oldest first."""
    producers = producers_to_ask(request.user, on=timezone.localdate())
    page = Paginator(producers, ON_A_PAGE).get_page(request.GET.get("trang"))
    return render(request, "freshness/list.html", {"page": page})


@serving_page
@require_safe
def call_sheet(request: StaffRequest) -> HttpResponse:
    """The same to take along on paper, those without a telephone first."""
    today = timezone.localdate()
    calls = sheet_of_calls(request.user, on=today, most=ON_A_SHEET)
    context = {"calls": calls, "most": ON_A_SHEET, "now": timezone.localtime()}
    return render(request, "freshness/call_sheet.html", context)


@staff_page
@require_http_methods(["GET", "POST"])
def call(request: StaffRequest, pk: int) -> HttpResponse:
    """All goods of one producer, settled by one call or visit."""
    producers = producers_served_by(request.user).select_related("commune", "point")
    producer = get_object_or_404(producers, pk=pk)
    goods = goods_to_ask_about(producer, request.user, on=timezone.localdate())
    if request.method == "GET":
        return _call_page(request, producer, CallForm(goods=goods))
    form = CallForm(request.POST, goods=goods)
    if not form.is_valid():
        return _call_page(request, producer, form, status=UNPROCESSABLE)
    answers = form.answers()
    try:
        settle_call(producer, answers, by=request.user, asked_by=AskedBy(form.cleaned_data["asked_by"]))
    except AnswerRefused as refused:
        _say_why(form, refused)
        return _call_page(request, producer, form, status=CONFLICT)
    messages.success(request, f"Đã ghi lời {producer.name} về {len(answers)} món.")
    return redirect("work-still-true")


@staff_page
@require_http_methods(["GET", "POST"])
def pause(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask why and until when, and let the thing rest."""
    listing = get_object_or_404(listings_served_by(request.user), pk=pk)
    form = PauseForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        status = 200 if request.method == "GET" else UNPROCESSABLE
        return render(request, "freshness/pause.html", {"listing": listing, "form": form}, status=status)
    try:
        pause_listing(listing, by=request.user, **form.cleaned_data)
    except MoveNotAllowed:
        return _too_late(request, listing)
    messages.success(request, "Đã cho tạm nghỉ. Người mua thấy “tạm nghỉ bán”.")
    return redirect("work-listing", pk)


@staff_page
@require_http_methods(["GET", "POST"])
def resume(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask once more, and sell it again."""
    listing = get_object_or_404(listings_served_by(request.user), pk=pk)
    if request.method == "GET":
        return render(request, "freshness/resume.html", {"listing": listing})
    try:
        resume_listing(listing, by=request.user)
    except MoveNotAllowed:
        return _too_late(request, listing)
    messages.success(request, "Hàng bán tiếp. Xin xem lại số lượng và giá.")
    return redirect("work-listing", pk)


def _too_late(request: StaffRequest, listing: Listing) -> HttpResponse:
    listing.refresh_from_db()
    messages.error(request, f"Chưa làm được: hàng này đang ở “{ListingState(listing.state).label}”.")
    return redirect("work-listing", listing.pk)


def _say_why(form: CallForm, refused: AnswerRefused) -> None:
    """Put the reason beside the box that it is about; everything typed stays."""
    listing, cause = refused.answer.listing, refused.__cause__
    if isinstance(cause, StockMoved):
        form.count_again(listing, cause.free)
        said = f"Lúc mở trang còn {refused.answer.seen}, nay còn {cause.free} vì vừa có đơn. Hãy hỏi lại số rồi lưu."
        form.add_error(f"free_{listing.pk}", said)
    elif isinstance(cause, PriceMoveTooLarge):
        form.add_error(f"price_{listing.pk}", "Giá này xa giá đã duyệt quá, phải sửa ở hồ sơ hàng rồi gửi duyệt.")
    else:
        form.add_error(f"word_{listing.pk}", "Hàng này vừa được đưa khỏi chợ. Chọn “Chưa hỏi” rồi lưu các món kia.")


def _call_page(request: StaffRequest, producer: Producer, form: CallForm, *, status: int = 200) -> HttpResponse:
    others = form.rows(waiting=False)
    context: dict[str, Any] = {
        "producer": producer,
        "form": form,
        "waiting": form.rows(waiting=True),
        "others": others,
        "has_wrong_others": any(
            box and box.errors for row in others for box in (row.word, row.free, row.price, row.back)
        ),
    }
    return render(request, "freshness/call.html", context, status=status)

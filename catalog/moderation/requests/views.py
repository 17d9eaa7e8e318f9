"""Pages where approvers and administrators keep authorities' requests, with their clocks; auditors read them."""

from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.listings.states import GUARDIANS
from catalog.moderation.access import moderation_page
from catalog.moderation.models import AuthorityRequest
from catalog.moderation.queries import (
    found_producers,
    moderates,
    producers_moderated_by,
    requests_in,
    requests_seen_by,
)
from catalog.moderation.requests.forms import RequestForm, WordsForm
from catalog.moderation.requests.services import (
    ReasonMissing,
    answer_request,
    carry_out_request,
    lift_request,
    named_listings,
    record_request,
    withdraw_request,
)
from common.access import StaffRequest
from common.audit.services import name_of
from common.pictures.intake import PictureRefused, let_in_privately
from common.pictures.uploads import photos_of
from common.pictures.views import private_file
from common.rules.clocks import age_in_words
from common.transitions import MoveNotAllowed

ON_A_PAGE = 20
UNPROCESSABLE, CONFLICT = 422, 409
DONE = {
    "thuc-hien": "Đã gỡ khỏi chợ và báo cho điểm hỗ trợ.",
    "tra-loi": "Đã ghi câu trả lời.",
    "thoi": "Đã cho bán lại và báo cho điểm hỗ trợ.",
    "rut": "Đã ghi là cơ quan rút yêu cầu.",
}


@moderation_page
@require_safe
def request_list(request: StaffRequest) -> HttpResponse:
    """The requests that wait, the most urgent first; or those that are done."""
    is_open = request.GET.get("muc") != "xong"
    found = requests_in(requests_seen_by(request.user), is_open=is_open)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("trang"))
    now = timezone.now()
    context = {
        "page": page,
        "rows": [(each, each.is_overdue(at=now)) for each in page.object_list],
        "is_open": is_open,
        "moderates": moderates(request.user),
        "now": now,
    }
    return render(request, "moderation/requests.html", context)


@moderation_page
@require_safe
def request_add(request: StaffRequest) -> HttpResponse:
    """Find the producer whom the document names."""
    if not moderates(request.user):
        raise Http404
    sought = request.GET.get("q", "").strip()
    page = Paginator(found_producers(request.user, sought), ON_A_PAGE).get_page(request.GET.get("trang"))
    return render(request, "moderation/request_add.html", {"page": page, "sought": sought})


@moderation_page
@require_http_methods(["GET", "POST"])
def request_record(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what the document says about this producer."""
    producer = get_object_or_404(producers_moderated_by(request.user), pk=pk)
    context: dict[str, Any] = {"producer": producer}
    if request.method == "GET":
        named = [text for text in request.GET.getlist("hang") if text.isdecimal()]
        initial = {"kind": "takedown", "listings": named, "received_at": timezone.localtime()}
        return render(
            request,
            "moderation/request_form.html",
            {**context, "form": RequestForm(initial=initial, producer=producer)},
        )
    files, too_heavy = photos_of(request, "scan")
    form = RequestForm(request.POST, request.FILES, producer=producer)
    if form.is_valid() and not too_heavy:
        try:
            scan = let_in_privately(cast("BinaryIO", files[0])) if files else ""
        except PictureRefused as refused:
            form.add_error("scan", str(refused))
        else:
            listings = form.cleaned_data["listings"]
            made = record_request(producer, form.asked(scan), listings=listings, by=request.user)
            messages.success(request, "Đã ghi yêu cầu. Hạn làm hiện ở dưới.")
            return redirect("authority-request", made.pk)
    if too_heavy:
        form.add_error("scan", "Ảnh này quá nặng; hãy chọn ảnh dưới 12 MB.")
    return render(request, "moderation/request_form.html", {**context, "form": form}, status=UNPROCESSABLE)


@moderation_page
@require_safe
def request_page(request: StaffRequest, pk: int) -> HttpResponse:
    """One request: what it asks, its clock, and what was done."""
    asked = get_object_or_404(requests_seen_by(request.user), pk=pk)
    return _page(request, asked, WordsForm())


@moderation_page
@require_POST
def request_act(request: StaffRequest, pk: int) -> HttpResponse:
    """Carry it out, answer it, let the goods come back, or note that it was withdrawn."""
    asked = get_object_or_404(requests_seen_by(request.user), pk=pk)
    act, form = request.POST.get("lam", ""), WordsForm(request.POST)
    if not asked.actors(request.user) & GUARDIANS or act not in DONE:
        raise Http404
    if not form.is_valid():
        return _page(request, asked, form, status=UNPROCESSABLE)
    words = form.cleaned_data["words"]
    try:
        match act:
            case "thuc-hien":
                carry_out_request(asked, by=request.user)
            case "tra-loi":
                answer_request(asked, by=request.user, answer=words)
            case "thoi":
                lift_request(asked, by=request.user, reason=words)
            case _:
                withdraw_request(asked, by=request.user, reason=words)
    except ReasonMissing:
        form.add_error("words", "Hãy ghi mấy lời: để sau này ai cũng biết đã làm gì, vì sao.")
        return _page(request, asked, form, status=UNPROCESSABLE)
    except MoveNotAllowed:
        messages.error(request, "Chưa làm được: người khác vừa xử lý yêu cầu này.")
    else:
        messages.success(request, DONE[act])
    return redirect("authority-request", asked.pk)


@moderation_page
@require_safe
def request_scan(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The photo of the document."""
    asked = get_object_or_404(requests_seen_by(request.user).exclude(scan=""), pk=pk)
    return private_file(request, asked.scan)


def _page(request: StaffRequest, asked: AuthorityRequest, form: WordsForm, *, status: int = 200) -> HttpResponse:
    asked.refresh_from_db(fields=["state", "done_at", "done_by", "answer", "ended_at", "end_reason"])
    now = timezone.now()
    is_overdue = asked.is_overdue(at=now)
    context = {
        "asked": asked,
        "form": form,
        "may_act": bool(asked.actors(request.user) & GUARDIANS),
        "listings": named_listings(asked).select_related("product").order_by("title_folded", "pk")[:50],
        "is_overdue": is_overdue,
        "clock": age_in_words(asked.due_at, at=now) if is_overdue else age_in_words(now, at=asked.due_at),
        "recorded_by": name_of(asked.recorded_by),
        "done_by": name_of(asked.done_by) if asked.done_by else "",
    }
    return render(request, "moderation/request.html", context, status=status)

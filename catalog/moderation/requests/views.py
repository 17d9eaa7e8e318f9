"""Pages where approvers and administrators keep authorities' requests, with their clocks; auditors read them."""

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.moderation.access import moderation_page
from catalog.moderation.models import AuthorityRequest
from catalog.moderation.queries import (
    found_producers,
    moderates,
    producers_moderated_by,
    requests_in,
    requests_seen_by,
)
from catalog.moderation.requests.forms import RequestForm
from catalog.moderation.requests.services import (
    answer_request,
    carry_out_request,
    lift_request,
    named_listings,
    record_request,
    withdraw_request,
)
from catalog.moderation.states import RequestAct, RequestKind
from common.access import StaffRequest
from common.acts.forms import WordsForm
from common.acts.shapes import Act
from common.acts.views import acted, with_acts
from common.audit.services import name_of
from common.pictures.intake import keep_scan
from common.pictures.uploads import drop_too_large, say_too_heavy
from common.pictures.views import private_file
from common.rules.clocks import age_in_words
from producers.directory.models import Producer

ON_A_PAGE = 20
UNPROCESSABLE = 422
CARRY_OUT = Act(
    "thuc-hien",
    RequestAct.CARRIED_OUT,
    "Gỡ khỏi chợ ngay",
    "ban",
    "nut-chinh",
    carry_out_request,
    "Đã gỡ khỏi chợ và báo cho điểm hỗ trợ.",
)
ANSWER = Act(
    "tra-loi",
    RequestAct.ANSWERED,
    "Ghi đã trả lời",
    "send",
    "nut-chinh",
    answer_request,
    "Đã ghi câu trả lời.",
    words="answer",
)
WITHDRAW = Act(
    "rut",
    RequestAct.WITHDRAWN,
    "Ghi cơ quan đã rút yêu cầu",
    "undo-2",
    "",
    withdraw_request,
    "Đã ghi là cơ quan rút yêu cầu.",
    words="reason",
)
LIFT = Act(
    "thoi",
    RequestAct.LIFTED,
    "Cho bán lại, kèm lý do",
    "refresh-cw",
    "",
    lift_request,
    "Đã cho bán lại và báo cho điểm hỗ trợ.",
    words="reason",
)
ACTS = {
    RequestKind.TAKEDOWN: (CARRY_OUT, WITHDRAW, LIFT),
    RequestKind.INFORMATION: (ANSWER, WITHDRAW),
}
WORDS = {
    RequestKind.TAKEDOWN: {"hint": "Cần khi cơ quan rút yêu cầu, hoặc khi cho bán lại. Cán bộ xã đọc nguyên văn."},
    RequestKind.INFORMATION: {"label": "Đã trả lời cơ quan thế nào, hoặc vì sao cơ quan rút"},
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
    if request.method == "GET":
        named = [text for text in request.GET.getlist("hang") if text.isdecimal()]
        initial = {"kind": "takedown", "listings": named, "received_at": timezone.localtime()}
        return _form(request, RequestForm(initial=initial, producer=producer), producer)
    dropped = drop_too_large(request)
    form = RequestForm(request.POST, request.FILES, producer=producer)
    say_too_heavy(form, dropped)
    if not form.is_valid():
        return _form(request, form, producer, status=UNPROCESSABLE)
    right = form.cleaned_data
    made = record_request(producer, form.asked(keep_scan(right["scan"])), listings=right["listings"], by=request.user)
    messages.success(request, "Đã ghi yêu cầu. Hạn làm hiện ở dưới.")
    return redirect(made)


@moderation_page
@require_safe
def request_page(request: StaffRequest, pk: int) -> HttpResponse:
    """One request: what it asks, its clock, and what was done."""
    asked = get_object_or_404(requests_seen_by(request.user), pk=pk)
    return _page(request, asked, _words(asked))


@moderation_page
@require_POST
def request_act(request: StaffRequest, pk: int) -> HttpResponse:
    """Carry it out, answer it, let the goods come back, or note that it was withdrawn."""
    asked = get_object_or_404(requests_seen_by(request.user), pk=pk)
    form = _words(asked, request.POST)
    return acted(request, asked, ACTS[RequestKind(asked.kind)], form, page=partial(_page, request, asked))


@moderation_page
@require_safe
def request_scan(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The photo of the document."""
    asked = get_object_or_404(requests_seen_by(request.user).exclude(scan=""), pk=pk)
    return private_file(request, asked.scan)


def _form(request: StaffRequest, form: RequestForm, producer: Producer, *, status: int = 200) -> HttpResponse:
    return render(request, "moderation/request_form.html", {"form": form, "producer": producer}, status=status)


def _page(request: StaffRequest, asked: AuthorityRequest, form: WordsForm, *, status: int = 200) -> HttpResponse:
    asked.refresh_from_db(fields=["state", "done_at", "done_by", "answer", "ended_at", "end_reason"])
    now = timezone.now()
    is_overdue = asked.is_overdue(at=now)
    context = {
        "asked": asked,
        **with_acts(asked, ACTS[RequestKind(asked.kind)], form, by=request.user),
        "listings": named_listings(asked).select_related("product").order_by("title_folded", "pk")[:50],
        "is_overdue": is_overdue,
        "clock": age_in_words(asked.due_at, at=now) if is_overdue else age_in_words(now, at=asked.due_at),
        "recorded_by": name_of(asked.recorded_by),
        "done_by": name_of(asked.done_by) if asked.done_by else "",
    }
    return render(request, "moderation/request.html", context, status=status)


def _words(asked: AuthorityRequest, typed: QueryDict | None = None) -> WordsForm:
    return WordsForm(typed, **WORDS[RequestKind(asked.kind)])

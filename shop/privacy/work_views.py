"""Pages where officers and administrators answer requests about personal data, what is overdue first."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from common.access import StaffRequest, staff_page
from common.audit.queries import history_of
from common.audit.sentences import told
from common.transitions import MoveNotAllowed
from producers.directory.queries import points_of, producers_of_points_of, producers_served_by
from shop.legal.dossiers import producers_with_an_own_file_for
from shop.privacy.forms import AcknowledgeForm, EraseForm, RecordedForm, WordsForm
from shop.privacy.models import DataRequest
from shop.privacy.queries import closed_requests, open_requests, requests_for
from shop.privacy.services import (
    NotErasable,
    acknowledge_request,
    answer_request,
    erase_account,
    extend_request,
    open_request,
    refuse_request,
)
from shop.privacy.states import ACTS, RequestKind, RequestState

ON_A_PAGE = 20
TABS = {"": "Đang chờ", "xong": "Đã xong"}
CONFLICT, UNPROCESSABLE = 409, 422
Handle = Callable[[DataRequest, dict[str, Any], Any], None]


def _acknowledge(asked: DataRequest, said: dict[str, Any], by: Any) -> None:
    acknowledge_request(asked, with_processor=said["with_processor"], by=by)


WAYS: dict[str, tuple[Callable[..., forms.Form], Handle, str]] = {
    "da-nhan": (AcknowledgeForm, _acknowledge, "Đã báo cho người hỏi là chợ đã nhận."),
    "gia-han": (
        lambda *data, **more: WordsForm(*data, label="Vì sao cần thêm thời gian", **more),
        lambda asked, said, by: extend_request(asked, reason=said["words"], by=by),
        "Đã gia hạn.",
    ),
    "tra-loi": (
        lambda *data, **more: WordsForm(*data, label="Đã làm gì cho người hỏi", **more),
        lambda asked, said, by: answer_request(asked, answer=said["words"], by=by),
        "Đã trả lời.",
    ),
    "tu-choi": (
        lambda *data, **more: WordsForm(*data, label="Vì sao không làm được", **more),
        lambda asked, said, by: refuse_request(asked, reason=said["words"], by=by),
        "Đã ghi là không làm được.",
    ),
    "xoa": (EraseForm, lambda asked, said, by: erase_account(asked, by=by), "Đã xoá dữ liệu tài khoản."),
}
"""What can be done about a request: the form, the service, and what is said afterwards."""
NEXT = {
    RequestState.RECEIVED: ("da-nhan",),
    RequestState.ACKNOWLEDGED: ("tra-loi", "gia-han", "tu-choi"),
    RequestState.EXTENDED: ("tra-loi", "tu-choi"),
}


@staff_page
@require_safe
def request_list(request: StaffRequest) -> HttpResponse:
    """What waits, overdue first; or what is over."""
    _answers_or_404(request)
    is_closed = request.GET.get("muc") == "xong"
    found = closed_requests(request.user) if is_closed else open_requests(request.user)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("trang"))
    context = {"page": page, "is_closed": is_closed, "tabs": TABS.items(), "tab": "xong" if is_closed else ""}
    return render(request, "privacy/list.html", context)


@staff_page
@require_http_methods(["GET", "POST"])
def request_page(request: StaffRequest, pk: int) -> HttpResponse:
    """One request with what can be done about it."""
    _answers_or_404(request)
    asked = get_object_or_404(requests_for(request.user), pk=pk)
    way = request.POST.get("viec", "")
    if request.method != "POST":
        return _page(request, asked)
    if way not in WAYS or (way == "xoa" and not _may_erase(request, asked)):
        raise Http404
    make, handle, said = WAYS[way]
    form = make(request.POST, prefix=way)
    if not form.is_valid():
        return _page(request, asked, wrong={way: form}, status=UNPROCESSABLE)
    try:
        handle(asked, form.cleaned_data, request.user)
    except MoveNotAllowed:
        messages.error(request, "Chưa làm được: có người vừa làm việc này rồi.")
        return _page(request, get_object_or_404(requests_for(request.user), pk=pk), status=CONFLICT)
    except NotErasable:
        messages.error(request, "Tài khoản này của người đang làm việc ở chợ; xin kết thúc vai trò trước.")
        return _page(request, asked, status=CONFLICT)
    messages.success(request, said)
    return redirect("work-data-request", asked.pk)


@staff_page
@require_http_methods(["GET", "POST"])
def request_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what a producer asks about her own data."""
    mine = producers_of_points_of(request.user).select_related("point")
    producer = get_object_or_404(mine, pk=pk)
    form = RecordedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        asked = open_request(
            form.cleaned_data["kind"],
            name=producer.name,
            contact=producer.phone,
            words=form.cleaned_data["words"],
            producer=producer,
            by=request.user,
        )
        messages.success(request, "Đã ghi yêu cầu của bà con.")
        return redirect("work-data-request", asked.pk)
    status = UNPROCESSABLE if form.errors else 200
    return render(
        request,
        "privacy/add.html",
        {"form": form, "producer": producer, "workplace": producer.point.name},
        status=status,
    )


def _answers_or_404(request: StaffRequest) -> None:
    if not request.user.is_superuser and not points_of(request.user).exists():
        raise Http404


def _may_erase(request: StaffRequest, asked: DataRequest) -> bool:
    """Only an administrator erases, for a request to delete by somebody who was signed in, and once."""
    asks_to_delete = asked.kind == RequestKind.DELETE and asked.is_open and asked.state != RequestState.RECEIVED
    return request.user.is_superuser and asks_to_delete and asked.user is not None and asked.user.is_active


def _page(
    request: StaffRequest, asked: DataRequest, *, wrong: dict[str, forms.Form] | None = None, status: int = 200
) -> HttpResponse:
    ways = [*NEXT.get(RequestState(asked.state), ()), *(["xoa"] if _may_erase(request, asked) else [])]
    made = {way: (wrong or {}).get(way) or WAYS[way][0](prefix=way) for way in ways}
    hers = Q(data_requests=asked)
    context = {
        "asked": asked,
        "sees_producer": producers_served_by(request.user).filter(hers).exists(),
        "takes_file": producers_with_an_own_file_for(request.user).filter(hers).exists(),
        "forms": made,
        "wrong": next(iter((wrong or {}).values()), None),
        "history": [told(entry, acts=ACTS) for entry in history_of(asked).order_by("-at", "-pk")],
    }
    return render(request, "privacy/request.html", context, status=status)

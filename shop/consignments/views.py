"""The officer's pages: what to ask, to pack and to send. Each page starts from what the user may see."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from common.access import staff_page
from common.audit.queries import history_of
from common.audit.sentences import told
from common.transitions import MoveNotAllowed
from producers.directory.access import serving_page
from shop.consignments import services
from shop.consignments.forms import AnswerForm, RefuseForm, ReturnForm, SendForm
from shop.consignments.models import Consignment
from shop.consignments.queries import (
    TABS,
    calls_to_make,
    consignments_in,
    consignments_of,
    counts_by_tab,
    tab_by_slug,
)
from shop.consignments.sentences import SENTENCES

PER_PAGE = 20


@serving_page
@require_GET
def consignment_list(request: HttpRequest) -> HttpResponse:
    """The consignments of one step of the work."""
    tab = tab_by_slug(request.GET.get("buoc", ""))
    text = request.GET.get("q", "")
    page = Paginator(consignments_in(request.user, tab, text), PER_PAGE).get_page(request.GET.get("trang"))
    counts = counts_by_tab(request.user)
    tabs = [{"slug": each.slug, "name": each.name, "count": counts[each.slug], "is_here": each is tab} for each in TABS]
    return render(request, "consignments/list.html", {"page": page, "tabs": tabs, "tab": tab, "text": text})


@serving_page
@require_GET
def call_sheet(request: HttpRequest) -> HttpResponse:
    """Whom to ask today and about what, to work off on the phone or on paper."""
    calls = [
        {"producer": call.producer, "forms": [(each, AnswerForm(consignment=each)) for each in call.consignments]}
        for call in calls_to_make(request.user)
    ]
    return render(request, "consignments/call_sheet.html", {"calls": calls, "now": timezone.localtime()})


@staff_page
@require_GET
def consignment_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One consignment: what is in it, where it goes, what to do next."""
    return _page(request, _mine(request, pk))


@staff_page
@require_GET
def packing_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper that goes on the parcel and into it."""
    consignment = _mine(request, pk)
    return render(request, "consignments/packing_sheet.html", {"consignment": consignment, "now": timezone.localtime()})


@staff_page
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the producer's answer down."""
    consignment = _mine(request, pk)
    form = AnswerForm(request.POST, consignment=consignment)
    if not form.is_valid():
        return _page(request, consignment, answer_form=form)
    return _act(
        request,
        consignment,
        lambda: services.answer_consignment(consignment, by=_by(request), confirmed=form.confirmed()),
    )


@staff_page
@require_POST
def pack(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that it is packed."""
    consignment = _mine(request, pk)
    return _act(request, consignment, lambda: services.pack_consignment(consignment, by=_by(request)))


@staff_page
@require_POST
def unpack(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the packing back."""
    consignment = _mine(request, pk)
    return _act(request, consignment, lambda: services.unpack_consignment(consignment, by=_by(request)))


@staff_page
@require_POST
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Note to whom it was handed over."""
    consignment = _mine(request, pk)
    form = SendForm(request.POST)
    if not form.is_valid():
        return _page(request, consignment, send_form=form)
    return _act(
        request, consignment, lambda: services.send_consignment(consignment, by=_by(request), **form.cleaned_data)
    )


@staff_page
@require_POST
def deliver(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that the buyer has it."""
    consignment = _mine(request, pk)
    return _act(request, consignment, lambda: services.deliver_consignment(consignment, by=_by(request)))


@staff_page
@require_POST
def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that the buyer did not take it."""
    consignment = _mine(request, pk)
    form = RefuseForm(request.POST)
    if not form.is_valid():
        return _page(request, consignment, refuse_form=form)
    return _act(
        request, consignment, lambda: services.refuse_consignment(consignment, by=_by(request), **form.cleaned_data)
    )


@staff_page
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take "delivered" or "refused" back."""
    consignment = _mine(request, pk)
    return _act(request, consignment, lambda: services.reopen_consignment(consignment, by=_by(request)))


@staff_page
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that a refused parcel came back."""
    consignment = _mine(request, pk)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return _page(request, consignment, return_form=form)
    return _act(
        request, consignment, lambda: services.return_consignment(consignment, by=_by(request), **form.cleaned_data)
    )


def _mine(request: HttpRequest, pk: int) -> Consignment:
    return get_object_or_404(consignments_of(request.user), pk=pk)


def _by(request: HttpRequest) -> Any:
    return request.user


def _act(request: HttpRequest, consignment: Consignment, act: Callable[[], None]) -> HttpResponse:
    """Do it and show the page again; say so when somebody else was faster."""
    try:
        act()
    except MoveNotAllowed:
        messages.warning(request, "Đơn này vừa được người khác cập nhật; xem lại trạng thái bên dưới.")
    else:
        messages.success(request, f"Đã ghi: {consignment.get_state_display()}.")
    return redirect("work-consignment", pk=consignment.pk)


def _page(request: HttpRequest, consignment: Consignment, **bound: forms.Form) -> HttpResponse:
    """The consignment's page; with a form that was filled in wrongly, everything typed is kept."""
    shown = {
        "answer_form": AnswerForm(consignment=consignment),
        "send_form": SendForm(),
        "refuse_form": RefuseForm(),
        "return_form": ReturnForm(),
        **bound,
    }
    history = [told(entry, acts=SENTENCES, labels={}) for entry in history_of(consignment)]
    context = {"consignment": consignment, "history": history, "wrong": next(iter(bound.values()), None), **shown}
    return render(request, "consignments/page.html", context, status=422 if bound else 200)

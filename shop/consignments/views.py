"""The officer's pages: what to ask, to pack and to send. Each page starts from what the user may see."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from common.access import StaffRequest, staff_page
from common.audit.queries import history_of
from common.audit.sentences import told
from common.transitions import MoveNotAllowed
from producers.directory.access import serving_page
from shop.consignments import services
from shop.consignments.forms import AnswerForm, DeliverForm, RefuseForm, ReturnForm, SendForm
from shop.consignments.models import Consignment
from shop.consignments.queries import (
    TABS,
    calls_to_make,
    consignments_in,
    consignments_of,
    counts_by_tab,
    tab_by_slug,
)
from shop.consignments.states import SENTENCES

PER_PAGE = 20
Act = Callable[..., None]


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
def answer(request: StaffRequest, pk: int) -> HttpResponse:
    """Write the producer's answer down."""
    consignment = _mine(request, pk)
    form = AnswerForm(request.POST, consignment=consignment)
    if not form.is_valid():
        return _page(request, consignment, answer_form=form)
    return _act(
        request,
        consignment,
        lambda: services.answer_consignment(consignment, by=request.user, confirmed=form.confirmed()),
    )


def one_tap(act: Act) -> Callable[..., HttpResponse]:
    """The view of an act that asks for nothing more."""

    @staff_page
    @require_POST
    def view(request: StaffRequest, pk: int) -> HttpResponse:
        consignment = _mine(request, pk)
        return _act(request, consignment, lambda: act(consignment, by=request.user))

    return view


def with_form(name: str, form_class: type[forms.Form], act: Act) -> Callable[..., HttpResponse]:
    """The view of an act that takes what a form says; a form filled in wrongly is shown again under `name`."""

    @staff_page
    @require_POST
    def view(request: StaffRequest, pk: int) -> HttpResponse:
        consignment = _mine(request, pk)
        form = form_class(request.POST)
        if not form.is_valid():
            return _page(request, consignment, **{name: form})
        return _act(request, consignment, lambda: act(consignment, by=request.user, **form.cleaned_data))

    return view


pack = one_tap(services.pack_consignment)
unpack = one_tap(services.unpack_consignment)
send = with_form("send_form", SendForm, services.send_consignment)
refuse = with_form("refuse_form", RefuseForm, services.refuse_consignment)
reopen = one_tap(services.reopen_consignment)
take_back = with_form("return_form", ReturnForm, services.return_consignment)


@staff_page
@require_POST
def deliver(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down that the buyer has it, and who checked the age where that is asked."""
    consignment = _mine(request, pk)
    form = DeliverForm(request.POST, least_age=consignment.least_age)
    if not form.is_valid():
        return _page(request, consignment, deliver_form=form)
    checked_by = form.checked_by()
    return _act(
        request,
        consignment,
        lambda: services.deliver_consignment(consignment, by=request.user, age_checked_by=checked_by),
    )


def _mine(request: HttpRequest, pk: int) -> Consignment:
    return get_object_or_404(consignments_of(request.user), pk=pk)


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
        "deliver_form": DeliverForm(least_age=consignment.least_age),
        "refuse_form": RefuseForm(),
        "return_form": ReturnForm(),
        **bound,
    }
    history = [told(entry, acts=SENTENCES, labels={}) for entry in history_of(consignment)]
    context = {"consignment": consignment, "history": history, "wrong": next(iter(bound.values()), None), **shown}
    return render(request, "consignments/page.html", context, status=422 if bound else 200)

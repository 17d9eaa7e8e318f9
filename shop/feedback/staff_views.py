"""The pages of those who answer complaints, and of those who watch that they do."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from common.access import StaffRequest, staff_page
from common.audit.queries import history_of
from common.audit.sentences import told
from common.transitions import Actor, MoveNotAllowed
from producers.directory.queries import workplaces_of
from shop.feedback.desks import PROVINCE, Desk
from shop.feedback.forms import ReferForm, ReplyForm
from shop.feedback.models import Complaint
from shop.feedback.states import MOVES, SENTENCES, ComplaintAct

ON_A_PAGE = 20
UNPROCESSABLE = 422
View = Callable[..., HttpResponse]


def complaint_list(desk: Desk) -> View:
    """The list of a desk: what is due first at the top, what is done newest first."""

    @staff_page
    @require_safe
    def view(request: StaffRequest) -> HttpResponse:
        _only_at(desk, request)
        today, tab = timezone.localdate(), desk.tab(request.GET.get("muc", ""))
        found = desk.complaints(request.user).filter(tab.holds(today))
        order = ("-answered_at", "-pk") if tab is desk.tabs[-1] else ("due_date", "pk")
        page = Paginator(found.order_by(*order), ON_A_PAGE).get_page(request.GET.get("trang"))
        rows = [(each, each.is_overdue(today)) for each in page.object_list]
        context = {"desk": desk, "tab": tab, "page": page, "rows": rows, "page_name": f"{desk.name}-complaint"}
        return render(request, "feedback/list.html", context)

    return view


def complaint_page(desk: Desk) -> View:
    """One complaint at a desk."""

    @staff_page
    @require_safe
    def view(request: StaffRequest, pk: int) -> HttpResponse:
        return _page(request, desk, _at(desk, request, pk))

    return view


def act(desk: Desk, which: ComplaintAct, service: Callable[..., None], form_class: type[forms.Form] | None) -> View:
    """One thing done at a desk; a form filled in wrongly is shown again with all that was typed."""

    @staff_page
    @require_POST
    def view(request: StaffRequest, pk: int) -> HttpResponse:
        complaint = _at(desk, request, pk)
        form = form_class(request.POST) if form_class else None
        if form is not None and not form.is_valid():
            return _page(request, desk, complaint, bound={which: form}, status=UNPROCESSABLE)
        try:
            service(complaint, by=request.user, **(form.cleaned_data if form else {}))
        except MoveNotAllowed:
            messages.warning(request, "Phản ánh này vừa được người khác xử lý; xem lại trạng thái bên dưới.")
        else:
            messages.success(request, f"Đã ghi: {complaint.get_state_display()}.")
        return redirect(f"{desk.name}-complaint", pk)

    return view


def _only_at(desk: Desk, request: StaffRequest) -> None:
    if desk.role not in workplaces_of(request.user):
        raise Http404


def _at(desk: Desk, request: StaffRequest, pk: int) -> Complaint:
    return get_object_or_404(desk.complaints(request.user).prefetch_related("replies__by"), pk=pk)


def _page(
    request: StaffRequest,
    desk: Desk,
    complaint: Complaint,
    *,
    bound: dict[ComplaintAct, forms.Form] | None = None,
    status: int = 200,
) -> HttpResponse:
    possible = _possible(desk, complaint, request)
    answering = next((each for each in (ComplaintAct.ANSWERED, ComplaintAct.DECIDED) if each in possible), None)
    shown = bound or {}
    context: dict[str, Any] = {
        "desk": desk,
        "complaint": complaint,
        "is_overdue": complaint.is_overdue(timezone.localdate()),
        "list_name": f"{desk.name}-complaints",
        "can_take_up": ComplaintAct.TAKEN_UP in possible,
        "can_answer": answering is not None,
        "can_refer": ComplaintAct.REFERRED in possible,
        "sees_contact": answering is not None or (ComplaintAct.REFERRED in possible and desk is PROVINCE),
        "reply_form": shown.get(answering, ReplyForm()) if answering else None,
        "refer_form": shown.get(ComplaintAct.REFERRED, ReferForm()),
        "history": [told(entry, acts=SENTENCES, labels={}) for entry in history_of(complaint)],
    }
    return render(request, "feedback/complaint.html", context, status=status)


def _possible(desk: Desk, complaint: Complaint, request: StaffRequest) -> set[str]:
    """What the person at this desk can do with it now."""
    actors = complaint.actors(request.user) & ({desk.actor} if desk.actor else set[Actor]())
    return {act for act, made in MOVES.items() if complaint.state in made.sources and actors & made.actors}

"""Pages of officers: propose another name, account or tax code for a producer, take it back, and what waits."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.access import StaffRequest, staff_page
from common.audit.services import name_of
from common.transitions import MoveNotAllowed
from producers.directory.access import serving_page
from producers.directory.models import Producer
from producers.directory.queries import is_payee_guarded, producers_served_by
from producers.payees.forms import PayeeForm
from producers.payees.models import PayeeChange
from producers.payees.queries import open_change_of, payee_changes_proposed_at
from producers.payees.rows import compared
from producers.payees.services import AlreadyProposed, NothingChanged, propose_payee, take_payee_back

UNPROCESSABLE = 422


@serving_page
@require_safe
def payee_changes(request: StaffRequest) -> HttpResponse:
    """What waits for the province's decision."""
    return render(request, "payees/proposed.html", {"changes": payee_changes_proposed_at(request.user)})


@staff_page
@require_http_methods(["GET", "POST"])
def payee_change(request: StaffRequest, pk: int) -> HttpResponse:
    """Propose what shall be in force; while a change waits, it is shown instead."""
    producer = _served(request, pk)
    if not is_payee_guarded(producer):
        return redirect("work-producer-edit", producer.pk)
    waiting = open_change_of(producer)
    form = PayeeForm(request.POST if request.method == "POST" and not waiting else None, producer=producer)
    if form.is_valid():
        try:
            propose_payee(producer, form.wanted(), by=request.user, reason=form.cleaned_data["why"])
        except NothingChanged:
            form.add_error(None, "Chưa có gì khác với thông tin đang dùng.")
        except (AlreadyProposed, MoveNotAllowed):
            return redirect("work-payee", producer.pk)
        else:
            messages.success(request, "Đã gửi tỉnh duyệt. Cho tới khi duyệt, thông tin cũ vẫn dùng.")
            return redirect("work-producer", producer.pk)
    context = {
        "producer": producer,
        "form": form,
        "change": waiting,
        "sides": compared(waiting, is_whole=True) if waiting else [],
        "sent_by": name_of(waiting.submitted_by) if waiting else "",
        "workplace": producer.point.name,
    }
    return render(request, "payees/propose.html", context, status=UNPROCESSABLE if form.errors else 200)


@staff_page
@require_POST
def payee_take_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Take back what waits."""
    producer = _served(request, pk)
    change = get_object_or_404(PayeeChange.objects.select_related("producer"), producer=producer, state="proposed")
    try:
        take_payee_back(change, by=request.user)
    except MoveNotAllowed:
        messages.error(request, "Chưa làm được: tỉnh vừa quyết định.")
    else:
        messages.success(request, "Đã rút đề nghị. Thông tin cũ vẫn dùng.")
    return redirect("work-producer", producer.pk)


def _served(request: StaffRequest, pk: int) -> Producer:
    return get_object_or_404(producers_served_by(request.user).select_related("point", "partner"), pk=pk)

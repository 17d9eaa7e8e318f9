"""The page where an officer writes down that she knows who the producer is."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from common.access import StaffRequest, staff_page
from producers.directory.queries import producers_of_points_of
from producers.identity import gate
from producers.identity.forms import IdentityForm
from producers.identity.methods import METHODS, EvidenceRefused
from producers.identity.queries import is_identity_known
from producers.identity.services import record_check
from producers.identity.states import Method

UNPROCESSABLE = 422


@staff_page
@require_http_methods(["GET", "POST"])
def identity_page(request: StaffRequest, pk: int) -> HttpResponse:
    """Who she is, and how we know: the checks so far, and the form for a new one."""
    mine = producers_of_points_of(request.user).select_related("point", "partner")
    producer = get_object_or_404(mine, pk=pk)
    form = IdentityForm(request.POST if request.method == "POST" else None, producer=producer)
    if form.is_valid():
        try:
            check = record_check(producer, form.evidence(), method=form.cleaned_data["method"], by=request.user)
        except EvidenceRefused as refused:
            form.add_error("number", str(refused))
        else:
            result = "Đã ghi: danh tính khớp." if check.is_valid else "Đã ghi: danh tính không khớp."
            messages.success(request, result)
            return redirect("work-producer", producer.pk)
    today = timezone.localdate()
    context = {
        "form": form,
        "producer": producer,
        "warning": gate.warning(is_checked=is_identity_known(producer, on=today), on=today),
        "checks": producer.identity_checks.select_related("checked_by", "at_point"),
        "today": today,
        "waiting": [method.label for method in Method if not METHODS[method].is_connected()],
        "workplace": producer.point.name,
    }
    return render(request, "identity/page.html", context, status=UNPROCESSABLE if form.errors else 200)

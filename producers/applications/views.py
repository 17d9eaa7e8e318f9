"""What an officer, or a producer with her own login, does with the application: send it, take it back, stop."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from common.access import StaffRequest, staff_page
from common.transitions import MoveNotAllowed
from producers.applications.forms import ClosingForm
from producers.applications.services import (
    NotComplete,
    close_producer,
    submit_application,
    take_back_application,
)
from producers.directory.models import Producer
from producers.directory.queries import producers_served_by

UNPROCESSABLE = 422
MOVED = "Chưa làm được: hồ sơ vừa chuyển sang “{state}”."


@staff_page
@require_POST
def application_send(request: StaffRequest, pk: int) -> HttpResponse:
    """Send the application to the province; what is lacking stands on the producer's page."""
    producer = _served(request, pk)
    try:
        submit_application(producer, by=request.user)
    except NotComplete as lacking:
        messages.error(request, f"Chưa gửi được. {' '.join(row.sentence for row in lacking.missing)}")
    except MoveNotAllowed:
        messages.error(request, MOVED.format(state=producer.get_state_display()))
    else:
        messages.success(request, "Đã gửi duyệt hồ sơ. Tỉnh xem xong sẽ báo ở đây.")
    return redirect("work-producer", producer.pk)


@staff_page
@require_POST
def application_take_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Take the application back to go on writing."""
    producer = _served(request, pk)
    try:
        take_back_application(producer, by=request.user)
    except MoveNotAllowed:
        producer.refresh_from_db()
        messages.error(request, MOVED.format(state=producer.get_state_display()))
    else:
        messages.success(request, "Đã rút hồ sơ về.")
    return redirect("work-producer", producer.pk)


@staff_page
@require_http_methods(["GET", "POST"])
def producer_close(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask for her word, then take her goods off the market."""
    producer = _served(request, pk)
    form = ClosingForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        status = UNPROCESSABLE if form.errors else 200
        context = {"form": form, "producer": producer, "workplace": producer.point.name}
        return render(request, "applications/close.html", context, status=status)
    try:
        close_producer(producer, by=request.user, word=form.cleaned_data["word"])
    except MoveNotAllowed:
        producer.refresh_from_db()
        messages.error(request, MOVED.format(state=producer.get_state_display()))
    else:
        messages.success(request, f"{producer.name} thôi bán. Hàng đã xuống chợ; đơn đã đặt vẫn giao.")
    return redirect("work-producer", producer.pk)


def _served(request: StaffRequest, pk: int) -> Producer:
    served = producers_served_by(request.user).select_related("point", "partner")
    return get_object_or_404(served, pk=pk)

"""The page where an officer writes down, and erases, what a producer says of her people."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from common.access import StaffRequest, staff_page
from producers.directory.queries import producers_of_points_of
from producers.ethnicity.forms import EthnicityForm
from producers.ethnicity.queries import ethnicity_of, may_be_kept
from producers.ethnicity.services import ConsentMissing, erase_ethnicity, record_ethnicity

UNPROCESSABLE = 422
NOT_ASKED = "Bà con chưa đồng ý ghi dân tộc, nên chưa ghi gì."


@staff_page
@require_http_methods(["GET", "POST"])
def ethnicity_page(request: StaffRequest, pk: int) -> HttpResponse:
    """Without her consent to just this the page only says how to ask."""
    producer = get_object_or_404(producers_of_points_of(request.user).select_related("point"), pk=pk)
    known = ethnicity_of(producer)
    if request.method == "POST" and "xoa" in request.POST:
        erase_ethnicity(producer, by=request.user)
        messages.success(request, "Đã xoá.")
        return redirect("work-producer", producer.pk)
    initial = {"code": known.code, "local_name": known.local_name} if known else None
    form = EthnicityForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            record_ethnicity(producer, by=request.user, **form.cleaned_data)
        except ConsentMissing:
            form.add_error(None, NOT_ASKED)
        else:
            messages.success(request, "Đã ghi theo lời bà con.")
            return redirect("work-producer", producer.pk)
    context = {
        "form": form,
        "producer": producer,
        "known": known,
        "may_be_kept": may_be_kept(producer),
        "workplace": producer.point.name,
    }
    return render(request, "ethnicity/page.html", context, status=UNPROCESSABLE if form.errors else 200)

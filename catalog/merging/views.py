"""The page that shows both records before they become one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from catalog.merging.forms import MergeForm
from catalog.merging.queries import seen_of, side_of, stricter_loss, why_not_merged
from catalog.merging.services import NotMergeable, merge_producers
from common.access import StaffRequest, staff_page
from common.transitions import ChangedSinceSeen
from producers.applications.queries import records_under
from producers.consents.states import ConsentScope
from producers.directory.models import Producer

UNPROCESSABLE, CONFLICT = 422, 409
CHANGED = "Một trong hai hồ sơ vừa đổi từ lúc bạn mở trang. Chưa gộp gì; hãy xem lại rồi quyết định."


@staff_page
@require_http_methods(["GET", "POST"])
def merge_preview(request: StaffRequest, pk: int, other: int) -> HttpResponse:
    """What becomes of the record `pk` when it goes on in `other`; then do it."""
    mine = records_under(request.user).select_related("commune__province", "point", "partner")
    merged, into = get_object_or_404(mine, pk=pk), get_object_or_404(mine, pk=other)
    if merged.merged_into_id == into.pk:
        return redirect("approve-producer", into.pk)
    form = MergeForm(request.POST if request.method == "POST" else None, initial={"seen": seen_of(merged, into)})
    if not form.is_valid():
        return _page(request, form, merged, into, UNPROCESSABLE if form.errors else 200)
    try:
        merge_producers(merged, into=into, by=request.user, seen=form.cleaned_data["seen"])
    except NotMergeable as refused:
        form.add_error(None, refused.sentence)
        return _page(request, form, merged, into, CONFLICT)
    except ChangedSinceSeen:
        form = MergeForm(initial={"seen": seen_of(merged, into)})
        messages.error(request, CHANGED)
        return _page(request, form, merged, into, CONFLICT)
    messages.success(request, f"Đã gộp. {into} là hồ sơ duy nhất từ bây giờ.")
    return redirect("approve-producer", into.pk)


def _page(request: StaffRequest, form: MergeForm, merged: Producer, into: Producer, status: int) -> HttpResponse:
    lost = stricter_loss(merged, into)
    context = {
        "form": form,
        "merged": side_of(merged),
        "into": side_of(into),
        "why_not": why_not_merged(merged, into),
        "lost": [scope.label for scope in ConsentScope if scope in lost],
        "goes_off_sale": ConsentScope.GOODS in lost or into.state != "approved",
    }
    return render(request, "merging/preview.html", context, status=status)

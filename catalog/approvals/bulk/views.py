"""Pages where an approver reads once more what he chose, approves it, and sees what became of each."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from catalog.approvals.bulk.forms import chosen_marks
from catalog.approvals.bulk.services import approve_together
from catalog.approvals.queue.queries import Kind, as_waiting
from catalog.listings.presentation import first_photos
from common.access import StaffRequest, staff_page
from producers.directory.queries import workplaces_of


@staff_page
@require_POST
def bulk_ask(request: StaffRequest) -> HttpResponse:
    """Show what was chosen, to approve all of it or to go back."""
    _only_approvers(request)
    marks = chosen_marks(request.POST.getlist("chon"))
    if not marks:
        messages.error(request, "Chưa chọn mặt hàng nào. Đánh dấu vào ô trước tên hàng rồi bấm lại.")
        return redirect("approve-queue")
    keys = [(Kind.NEW.value, pk, seen) for pk, seen in marks]
    rows = as_waiting(request.user, keys, at=timezone.now())
    plain = [each for each in rows if each.can_go_with_others]
    photos = first_photos([each.listing.product_id for each in plain])
    context = {
        "rows": [(each, photos.get(each.listing.product_id)) for each in plain],
        "left_out": len(marks) - len(plain),
    }
    return render(request, "approvals/bulk.html", context)


@staff_page
@require_POST
def bulk_approve(request: StaffRequest) -> HttpResponse:
    """Approve each of the chosen; posting the same again shows the same and changes nothing."""
    _only_approvers(request)
    results = approve_together(chosen_marks(request.POST.getlist("chon")), by=request.user)
    approved = sum(each.is_approved for each in results)
    return render(request, "approvals/bulk_done.html", {"results": results, "approved": approved})


def _only_approvers(request: StaffRequest) -> None:
    if "approver" not in workplaces_of(request.user):
        raise Http404

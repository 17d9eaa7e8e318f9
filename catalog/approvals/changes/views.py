"""The page where an approver compares a change with what is on sale, and decides."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from catalog.approvals.changes.queries import changes_under, has_hand_in_change
from catalog.approvals.changes.services import approve_change, reject_change, return_change
from catalog.approvals.changes.sheets import change_sheet
from catalog.approvals.forms import REFUSED, AnswerForm
from catalog.changes.facts import touched
from catalog.changes.models import ChangeRequest
from catalog.changes.queries import labels_of
from catalog.changes.services import LiveVersionMoved
from common.access import StaffRequest, staff_page
from common.audit.services import name_of
from common.transitions import ChangedSinceSeen, MoveNotAllowed

UNPROCESSABLE, CONFLICT = 422, 409
DONE = {
    "duyet": "Đã duyệt bản sửa. Bản mới thay bản cũ ngay.",
    "tra-lai": "Đã gửi bản sửa lại cho cán bộ xã kèm lý do. Hàng vẫn bán như cũ.",
    "khong-duyet": "Đã ghi: không duyệt bản sửa này. Hàng vẫn bán như cũ.",
}


@staff_page
@require_safe
def change_to_approve(request: StaffRequest, pk: int) -> HttpResponse:
    """Before and after, side by side, with what the rules find in the new words."""
    change = get_object_or_404(changes_under(request.user), pk=pk)
    return _page(request, change, None)


@staff_page
@require_POST
def change_decide(request: StaffRequest, pk: int) -> HttpResponse:
    """Approve, send back or refuse; if anything changed since the page was opened, say so and change nothing."""
    change = get_object_or_404(changes_under(request.user), pk=pk)
    decision, form = request.POST.get("quyet-dinh", ""), AnswerForm(request.POST)
    if decision not in DONE or not form.is_valid():
        return _page(request, change, form, status=UNPROCESSABLE)
    try:
        _carry_out(decision, change, form, request)
    except REFUSED as refused:
        form.say_why_not(refused, what="bản sửa này")
        return _page(request, change, form, status=UNPROCESSABLE)
    except (MoveNotAllowed, LiveVersionMoved) as late:
        change.refresh_from_db()
        moved = labels_of(late.fields) if isinstance(late, LiveVersionMoved) else []
        context = {
            "change": change,
            "listing": change.listing,
            "moved": moved,
            "has_changed": isinstance(late, ChangedSinceSeen),
            "decided_by": name_of(change.decided_by) if change.decided_by else "",
            "reason": form.whole_reason(),
        }
        return render(request, "approvals/change_too_late.html", context, status=CONFLICT)
    messages.success(request, f"{change}: {DONE[decision]}")
    return redirect("approve-queue")


def _carry_out(decision: str, change: ChangeRequest, form: AnswerForm, request: StaffRequest) -> None:
    seen = request.POST.get("seen", "")
    if decision == "duyet":
        is_checked = form.cleaned_data["is_certificate_checked"]
        approve_change(change, by=request.user, seen=seen, is_certificate_checked=is_checked)
    elif decision == "tra-lai":
        return_change(change, by=request.user, reason=form.whole_reason(), seen=seen)
    else:
        reject_change(change, by=request.user, reason=form.whole_reason(), seen=seen)


def _page(request: StaffRequest, change: ChangeRequest, form: AnswerForm | None, *, status: int = 200) -> HttpResponse:
    context = {
        **change_sheet(change, at=timezone.now()),
        "form": form or AnswerForm(),
        "claim": bool(touched(change).get("certificate")),
        "is_own": has_hand_in_change(request.user, change),
    }
    return render(request, "approvals/change.html", context, status=status)

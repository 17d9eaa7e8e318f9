"""The page where an approver looks at one listing, and decides."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from catalog.approvals.deadlines import is_overdue, last_day
from catalog.approvals.forms import REFUSED, DecisionForm
from catalog.approvals.queries import (
    has_hand_in,
    listings_under,
    risk_of,
)
from catalog.approvals.services import (
    TakenByOther,
    approve_listing,
    put_back,
    reject_listing,
    return_listing,
    take_over,
    take_up,
)
from catalog.approvals.sheets import listing_sheet
from catalog.listings.models import Listing
from common.access import StaffRequest, staff_page
from common.audit.services import name_of
from common.rules.clocks import age_in_words
from common.transitions import ChangedSinceSeen, MoveNotAllowed

UNPROCESSABLE, CONFLICT = 422, 409
DONE = {
    "duyet": "Đã duyệt. Hàng lên chợ ngay.",
    "tra-lai": "Đã gửi lại cho cán bộ xã kèm lý do.",
    "khong-duyet": "Không duyệt, đã báo cho cán bộ xã kèm lý do.",
}
REVIEWS: dict[str, tuple[Callable[..., None], str]] = {
    "nhan": (take_up, "Bạn đang xem hàng này; người duyệt khác thấy vậy."),
    "thay": (take_over, "Bạn xem thay. Việc này đã ghi vào nhật ký."),
    "tra": (put_back, "Đã trả lại hàng chờ duyệt."),
}


@staff_page
@require_safe
def listing_to_approve(request: StaffRequest, pk: int) -> HttpResponse:
    """One listing as the buyer will see it, with all that an approver needs to decide."""
    listing = get_object_or_404(listings_under(request.user), pk=pk)
    return _page(request, listing, DecisionForm(initial={"seen": _seen(listing)}))


@staff_page
@require_POST
def review(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that one is looking, look in another's place, or give it back to the queue."""
    listing = get_object_or_404(listings_under(request.user), pk=pk)
    service, done = REVIEWS.get(request.POST.get("lam", ""), (None, ""))
    try:
        if service:
            service(listing, by=request.user)
            messages.success(request, done)
    except MoveNotAllowed:
        messages.error(request, "Chưa làm được: hàng này vừa có người nhận xem, hoặc không còn chờ duyệt.")
    return redirect("approve-listing", pk)


@staff_page
@require_POST
def decide(request: StaffRequest, pk: int) -> HttpResponse:
    """Approve, send back, or refuse; if somebody was faster, say who and when and change nothing."""
    listing = get_object_or_404(listings_under(request.user), pk=pk)
    decision, form = request.POST.get("quyet-dinh", ""), DecisionForm(request.POST)
    if decision not in DONE or not form.is_valid():
        return _page(request, listing, form, status=UNPROCESSABLE)
    try:
        _carry_out(decision, listing, form, request)
    except REFUSED as refused:
        form.say_why_not(refused, what="hàng này")
        return _page(request, listing, form, status=UNPROCESSABLE)
    except MoveNotAllowed as late:
        has_changed = isinstance(late, ChangedSinceSeen)
        by = name_of(listing.decided_by) if listing.decided_by else ""
        taken_by = name_of(listing.reviewer) if isinstance(late, TakenByOther) else ""
        said = {"has_changed": has_changed, "decided_by": by, "taken_by": taken_by, "reason": form.whole_reason()}
        context = {"listing": listing, **said}
        return render(request, "approvals/too_late.html", context, status=CONFLICT)
    messages.success(request, f"{listing}: {DONE[decision]}")
    return redirect("approve-queue")


def _carry_out(decision: str, listing: Listing, form: DecisionForm, request: StaffRequest) -> None:
    seen = form.cleaned_data["seen"]
    if decision == "duyet":
        is_checked = form.cleaned_data["is_certificate_checked"]
        approve_listing(listing, by=request.user, seen=seen, is_certificate_checked=is_checked)
    elif decision == "khong-duyet":
        reject_listing(listing, by=request.user, reason=form.whole_reason(), seen=seen)
    else:
        return_listing(listing, by=request.user, reason=form.whole_reason(), seen=seen)


def _seen(listing: Listing) -> str:
    return listing.submitted_at.isoformat() if listing.submitted_at else ""


def _page(request: StaffRequest, listing: Listing, form: DecisionForm, *, status: int = 200) -> HttpResponse:
    now = timezone.now()
    sent = listing.submitted_at or now
    context = {
        **listing_sheet(listing, on=timezone.localdate()),
        "form": form,
        "findings": risk_of(listing),
        "age": age_in_words(sent, at=now),
        "is_overdue": is_overdue(sent, at=now),
        "last_day": last_day(sent),
        "sent_by": name_of(listing.submitted_by),
        "is_own": has_hand_in(request.user, listing),
        "reviewer": name_of(listing.reviewer) if listing.reviewer else "",
        "can_decide": listing.reviewer_id in (None, request.user.pk),
    }
    return render(request, "approvals/listing.html", context, status=status)

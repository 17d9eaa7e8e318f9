"""Pages where an officer changes what is on sale: in the same form, while the approved version stays on sale."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.changes.facts import live_facts, overtaken, wanted_facts
from catalog.changes.models import ChangeRequest
from catalog.changes.queries import (
    changes_served_by,
    compared_photos,
    differences,
    labels_of,
    told_change,
)
from catalog.changes.services import (
    start_change,
    take_change_back,
    withdraw_change,
)
from catalog.changes.states import EDITABLE, OPEN
from catalog.changes.writing.change_desk import ChangeDesk
from catalog.listings.queries import listings_served_by
from catalog.listings.readiness import missing_in
from catalog.listings.states import LIVE
from common.access import StaffRequest, staff_page
from common.transitions import MoveNotAllowed


@staff_page
@require_POST
def change_start(request: StaffRequest, pk: int) -> HttpResponse:
    """Open a change of the listing, or go on with the open one."""
    listing = get_object_or_404(listings_served_by(request.user), pk=pk)
    try:
        change = start_change(listing, by=request.user)
    except MoveNotAllowed:
        messages.error(request, "Hàng này không còn bán, chưa sửa gì.")
        return redirect("work-listing", pk)
    return redirect("work-change-edit" if change.state in EDITABLE else "work-change", change.pk)


@staff_page
@require_safe
def change_page(request: StaffRequest, pk: int) -> HttpResponse:
    """What the change changes, where it stands, why it came back, and what can be done now."""
    change = _served(request, pk)
    live = live_facts(change.listing) if change.state in OPEN else change.base
    is_editable = change.state in EDITABLE and change.listing.state in LIVE
    before, after = compared_photos(change, live)
    context = {
        "change": change,
        "listing": change.listing,
        "differences": differences(change, live),
        "photos_before": before,
        "photos_after": after,
        "moved": labels_of(overtaken(change, live)),
        "is_editable": is_editable,
        "missing": missing_in(change.listing, wanted_facts(change)) if is_editable else [],
        "history": told_change(change),
    }
    return render(request, "changes/page.html", context)


@staff_page
@require_http_methods(["GET", "POST"])
def change_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """The form of the change; every button saves all that was typed."""
    change = _served(request, pk)
    return ChangeDesk(request, change).answer()


@staff_page
@require_POST
def change_submit(request: StaffRequest, pk: int) -> HttpResponse:
    """Send the change as it was last saved."""
    change = _served(request, pk)
    return ChangeDesk(request, change).submit_stored()


@staff_page
@require_POST
def change_take_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Take the change back to go on writing."""
    change = _served(request, pk)
    return _moved(request, change, take_change_back, "Đã rút bản sửa về. Xong thì gửi duyệt lại.")


@staff_page
@require_http_methods(["GET", "POST"])
def change_withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask once more, then give the change up."""
    change = _served(request, pk)
    if request.method == "GET":
        return render(request, "changes/ask_withdraw.html", {"change": change, "listing": change.listing})
    return _moved(request, change, withdraw_change, "Đã bỏ bản sửa. Hàng vẫn bán như cũ.")


def _moved(request: StaffRequest, change: ChangeRequest, service: Callable[..., None], done: str) -> HttpResponse:
    try:
        service(change, by=request.user)
    except MoveNotAllowed:
        change.refresh_from_db()
        messages.error(request, f"Chưa làm được: bản sửa này đang ở “{change.get_state_display()}”.")
    else:
        messages.success(request, done)
    return redirect("work-change", change.pk)


def _served(request: StaffRequest, pk: int) -> ChangeRequest:
    return get_object_or_404(changes_served_by(request.user), pk=pk)

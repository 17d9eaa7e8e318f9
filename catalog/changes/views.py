"""Pages where an officer changes what is on sale: in the same form, while the approved version stays on sale."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.changes.facts import live_facts, live_version, overtaken, wanted_facts
from catalog.changes.forms import ChangeForm, change_data
from catalog.changes.models import ChangeRequest
from catalog.changes.photos import add_photos, make_first, photos_of_change, remove_photo, write_captions
from catalog.changes.queries import (
    change_last_saved_by,
    changes_served_by,
    compared_photos,
    differences,
    labels_of,
    told_change,
)
from catalog.changes.services import (
    LiveVersionMoved,
    NothingChanged,
    save_change,
    start_change,
    submit_change,
    take_change_back,
    withdraw_change,
)
from catalog.changes.states import EDITABLE, OPEN
from catalog.listings.forms import UNITS
from catalog.listings.photos import MOST_PHOTOS, TOO_HEAVY, Refusal
from catalog.listings.presentation import image_of
from catalog.listings.queries import listings_served_by
from catalog.listings.readiness import missing_in
from catalog.listings.services import ChangedMeanwhile, NotReady
from catalog.listings.states import LIVE
from catalog.ocop.models import Certificate
from common.access import StaffRequest, staff_page
from common.pictures.uploads import is_too_much, photos_of
from common.transitions import MoveNotAllowed

UNPROCESSABLE, CONFLICT, TOO_LARGE = 422, 409, 413
NOTHING = "Bản sửa chưa khác bản đang bán chỗ nào."


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
    if request.method == "POST":
        if is_too_much(request):
            return render(request, "listings/too_much.html", {"listing": change.listing}, status=TOO_LARGE)
        return _saved(request, change, *photos_of(request, "photos"))
    if change.state not in EDITABLE:
        return redirect("work-change", pk)
    photos = photos_of_change(change)
    return _edit_page(request, change, ChangeForm(change_data(change, photos), change, photos=photos))


@staff_page
@require_POST
def change_submit(request: StaffRequest, pk: int) -> HttpResponse:
    """Send the change as it was last saved."""
    change = _served(request, pk)
    photos = photos_of_change(change)
    return _submitted(request, change, ChangeForm(change_data(change, photos), change, photos=photos))


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


def _saved(request: StaffRequest, change: ChangeRequest, files: list[Any], too_heavy: list[str]) -> HttpResponse:
    """Save all that came in, each photo by itself, then do what the button said."""
    button, _, target = request.POST.get("lam", "").partition(":")
    photos = photos_of_change(change)
    form = ChangeForm(request.POST, change, photos=photos)
    form.is_valid()
    refused = [Refusal(name, TOO_HEAVY) for name in too_heavy]
    live, version = request.POST.get("live", ""), request.POST.get("version", "")
    try:
        refused += add_photos(change, files, by=request.user)
        save_change(change, form.draft(version), live=live, by=request.user)
        write_captions(change, form.right_captions(), by=request.user)
        if button in PHOTO_BUTTONS and target.isascii() and target.isdecimal():
            PHOTO_BUTTONS[button](change, int(target), by=request.user)
    except ChangedMeanwhile:
        by = change_last_saved_by(change)
        differing = form.show_other_version(dict(change_data(change, photos).lists()), by)
        said = {"conflict_by": by, "saved_at": change.changed_at, "differing": differing, "refused": refused}
        return _edit_page(request, change, form, status=CONFLICT, **said)
    except MoveNotAllowed:
        return _edit_page(request, change, form, status=CONFLICT, not_editable=True)
    if button == "gui":
        return _submitted(request, change, form, refused)
    messages.success(request, f"Đã lưu bản sửa {timezone.localtime():%H:%M}. Hàng đang bán chưa đổi gì.")
    if form.errors or refused:
        return _edit_page(request, change, form, status=UNPROCESSABLE, refused=refused)
    return redirect("work-change" if button == "xem" else "work-change-edit", change.pk)


def _submitted(
    request: StaffRequest, change: ChangeRequest, form: ChangeForm, refused: Sequence[Refusal] = ()
) -> HttpResponse:
    """Send it if nothing is wrong or lacking; else show the form with every lack beside its field."""
    if change.state not in EDITABLE:
        return redirect("work-change", change.pk)
    elsewhere = form.say_what_is_missing(missing_in(change.listing, wanted_facts(change)))
    said: dict[str, Any] = {"elsewhere": elsewhere, "refused": refused, "wants_to_send": True}
    if form.errors or elsewhere or refused:
        return _edit_page(request, change, form, status=UNPROCESSABLE, **said)
    try:
        submit_change(change, by=request.user)
    except NothingChanged:
        form.add_error(None, NOTHING)
        return _edit_page(request, change, form, status=UNPROCESSABLE, **said)
    except LiveVersionMoved:
        return _edit_page(request, change, form, status=CONFLICT)
    except (MoveNotAllowed, NotReady):
        messages.error(request, "Chưa gửi được: bản sửa này vừa được người khác gửi hoặc sửa.")
    else:
        messages.success(request, "Đã gửi duyệt bản sửa. Hàng vẫn bán như cũ cho tới khi tỉnh duyệt.")
    return redirect("work-change", change.pk)


def _edit_page(
    request: StaffRequest, change: ChangeRequest, form: ChangeForm, *, status: int = 200, **said: Any
) -> HttpResponse:
    photos, live = photos_of_change(change), live_facts(change.listing)
    context = {
        "listing": change.listing,
        "change": change,
        "form": form,
        "photos": [
            (photo, image_of(photo.picture, f"Ảnh {place}"), form.caption_of(photo))
            for place, photo in enumerate(photos, start=1)
        ],
        "room": MOST_PHOTOS - len(photos),
        "checked": Certificate.objects.filter(product=change.listing.product_id, verified_at__isnull=False),
        "notices": form.notices(),
        "units": UNITS,
        "live": live_version(live),
        "may_send": True,
        "moved": labels_of(overtaken(change, live)),
        **said,
    }
    return render(request, "changes/edit.html", context, status=status)


PHOTO_BUTTONS: dict[str, Callable[..., None]] = {"bo-anh": remove_photo, "anh-dau": make_first}

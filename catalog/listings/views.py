"""Pages where an officer writes a listing, shows it as the buyer will see it, sends it and takes it back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.listings.models import Listing
from catalog.listings.presentation import first_photos, shown_listing
from catalog.listings.queries import (
    counts_by_state,
    listings_drafted_by,
    listings_in_list,
    listings_served_by,
    tabs_of,
    told_history,
)
from catalog.listings.readiness import missing_in
from catalog.listings.services import start_copy, start_draft
from catalog.listings.states import EDITABLE, LIVE, TABS, ListingState
from catalog.listings.writing.desk import number
from catalog.listings.writing.listing_desk import ListingDesk
from common.access import StaffRequest, staff_page
from common.audit.services import name_of
from common.text import fold
from common.transitions import MoveNotAllowed
from producers.directory.access import drafting_page
from producers.directory.queries import producers_drafted_for
from producers.directory.states import ENDED

ON_A_PAGE = 20


@drafting_page
@require_safe
def listing_list(request: StaffRequest) -> HttpResponse:
    """The listings that the person serves or drafts, by state."""
    listings = listings_drafted_by(request.user)
    counts = counts_by_state(listings)
    asked = request.GET.get("muc", "")
    state = asked if asked in counts else next((each for each in TABS if counts[each]), ListingState.DRAFT)
    sought = request.GET.get("q", "").strip()
    page = listings_in_list(listings, state=state, counts=counts, words=sought).get_page(request.GET.get("trang"))
    rows: list[Any] = list(page.object_list)
    photos = first_photos([row.product_id for row in rows])
    return render(
        request,
        "listings/list.html",
        {
            "tabs": tabs_of(counts, state),
            "state": state,
            "name": TABS[ListingState(state)],
            "page": page,
            "rows": [
                (row, photos.get(row.product_id), name_of(row.created_by) if row.is_from_helper else "") for row in rows
            ],
            "sought": sought,
        },
    )


@drafting_page
@require_http_methods(["GET", "POST"])
def listing_add(request: StaffRequest) -> HttpResponse:
    """Choose the producer, and open an empty listing for her."""
    producers = producers_drafted_for(request.user).exclude(state__in=ENDED).select_related("commune__province")
    if request.method == "POST":
        producer = get_object_or_404(producers, pk=number(request.POST.get("producer")))
        return redirect("work-listing-edit", start_draft(producer, by=request.user).pk)
    chosen, sought = number(request.GET.get("nguoi-ban")), request.GET.get("q", "").strip()
    if chosen:
        producers = producers.filter(pk=chosen)
    for word in fold(sought).split():
        producers = producers.filter(name_folded__contains=word)
    page = Paginator(producers, ON_A_PAGE).get_page(request.GET.get("trang"))
    return render(request, "listings/add.html", {"page": page, "chosen": chosen, "sought": sought})


@staff_page
@require_safe
def listing_page(request: StaffRequest, pk: int) -> HttpResponse:
    """Where the listing stands, why it came back, what can be done now, and all that was done."""
    listing = _drafted(request, pk)
    return render(
        request,
        "listings/page.html",
        {
            "listing": listing,
            "shown": shown_listing(listing, on=timezone.localdate()),
            "is_editable": listing.state in EDITABLE,
            "may_send": ListingDesk(request, listing).may_send,
            "missing": missing_in(listing) if listing.state in EDITABLE else [],
            "open_change": listing.changes.filter(is_open=True).first() if listing.state in LIVE else None,
            "is_live": listing.state in LIVE,
            "copies": listing.copies.select_related("product"),
            "history": told_history(listing),
        },
    )


@staff_page
@require_POST
def listing_copy(request: StaffRequest, pk: int) -> HttpResponse:
    """Begin a new draft from a listing that was not approved."""
    listing = _served(request, pk)
    try:
        copy = start_copy(listing, by=request.user)
    except MoveNotAllowed:
        messages.error(request, "Chỉ mở hồ sơ mới từ hàng không được duyệt.")
        return redirect("work-listing", pk)
    messages.success(request, "Đã chép sang hồ sơ mới. Sửa theo lý do của tỉnh rồi gửi duyệt.")
    return redirect("work-listing-edit", copy.pk)


@staff_page
@require_safe
def listing_preview(request: StaffRequest, pk: int) -> HttpResponse:
    """The listing as the buyer will see it."""
    listing = _drafted(request, pk)
    today = timezone.localdate()
    context = {"listing": listing, "shown": shown_listing(listing, on=today), "month": today.month}
    return render(request, "listings/preview.html", context)


@staff_page
@require_http_methods(["GET", "POST"])
def listing_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """The form of a listing; every button of it saves all that was typed."""
    listing = _drafted(request, pk)
    return ListingDesk(request, listing).answer()


@staff_page
@require_POST
def listing_submit(request: StaffRequest, pk: int) -> HttpResponse:
    """Send the listing as it was last saved."""
    listing = _served(request, pk)
    return ListingDesk(request, listing).submit_stored()


def listing_move(service: Callable[..., None], done: str, template: str) -> Callable[..., HttpResponse]:
    """Make the view that asks once more, and then lets `service` move the listing."""

    @staff_page
    @require_http_methods(["GET", "POST"])
    def view(request: StaffRequest, pk: int) -> HttpResponse:
        listing = _served(request, pk)
        if request.method == "GET":
            return render(request, template, {"listing": listing})
        try:
            service(listing, by=request.user)
        except MoveNotAllowed:
            messages.error(request, f"Chưa làm được: hàng này đang ở “{ListingState(listing.state).label}”.")
        else:
            messages.success(request, done)
        return redirect("work-listing", pk)

    return view


def _served(request: StaffRequest, pk: int) -> Listing:
    return get_object_or_404(listings_served_by(request.user), pk=pk)


def _drafted(request: StaffRequest, pk: int) -> Listing:
    """The listing if the person may write on it; a helper, who only drafts, may not send it."""
    return get_object_or_404(listings_drafted_by(request.user), pk=pk)

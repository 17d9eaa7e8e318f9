"""Pages where an auditor reads: every listing in every state, and every change. Nothing can be done here."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalog.approvals.changes.queries import changes_overseen_by
from catalog.approvals.changes.sheets import change_sheet
from catalog.approvals.queries import listings_overseen_by
from catalog.approvals.sheets import listing_sheet
from catalog.listings.presentation import first_photos
from catalog.listings.queries import counts_by_state, listings_in_list, tabs_of
from catalog.listings.states import TABS, ListingState
from common.access import StaffRequest, staff_page
from producers.directory.queries import workplaces_of


@staff_page
@require_safe
def listings(request: StaffRequest) -> HttpResponse:
    """The listings that the auditor oversees, by state."""
    _only_auditors(request)
    overseen = listings_overseen_by(request.user)
    counts = counts_by_state(overseen)
    asked = request.GET.get("muc", "")
    state = asked if asked in counts else ListingState.APPROVED.value
    sought = request.GET.get("q", "").strip()
    page = listings_in_list(overseen, state=state, counts=counts, words=sought).get_page(request.GET.get("trang"))
    photos = first_photos([row.product_id for row in page.object_list])
    context = {
        "tabs": tabs_of(counts, state),
        "state": state,
        "name": TABS[ListingState(state)],
        "page": page,
        "rows": [(row, photos.get(row.product_id)) for row in page.object_list],
        "sought": sought,
        "workplace": "Giám sát",
    }
    return render(request, "approvals/oversight.html", context)


@staff_page
@require_safe
def listing_overseen(request: StaffRequest, pk: int) -> HttpResponse:
    """One listing with all that its approver saw, to read."""
    _only_auditors(request)
    listing = get_object_or_404(listings_overseen_by(request.user), pk=pk)
    context = {
        **listing_sheet(listing, on=timezone.localdate()),
        "changes": listing.changes.order_by("-pk"),
        "workplace": "Giám sát",
    }
    return render(request, "approvals/overseen.html", context)


@staff_page
@require_safe
def change_overseen(request: StaffRequest, pk: int) -> HttpResponse:
    """One change with all that its approver sees, to read."""
    _only_auditors(request)
    change = get_object_or_404(changes_overseen_by(request.user), pk=pk)
    context = {**change_sheet(change, at=timezone.now()), "workplace": "Giám sát"}
    return render(request, "approvals/overseen_change.html", context)


def _only_auditors(request: StaffRequest) -> None:
    if "auditor" not in workplaces_of(request.user):
        raise Http404

"""The page of records that may be one producer, for officers and for approvers."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from common.access import StaffRequest, staff_page
from producers.applications.queries import decides_applications
from producers.directory.queries import points_of
from producers.pairs.queries import compared_by, pairs_for, shown_pairs
from producers.pairs.services import tell_apart

ON_A_PAGE = 10


@staff_page
@require_safe
def pair_list(request: StaffRequest) -> HttpResponse:
    """Likely pairs, the likeliest first."""
    may_merge = decides_applications(request.user)
    if not may_merge and not points_of(request.user).exists():
        raise Http404
    page = Paginator(pairs_for(request.user), ON_A_PAGE).get_page(request.GET.get("trang"))
    context = {"page": page, "pairs": shown_pairs(list(page.object_list)), "may_merge": may_merge}
    return render(request, "pairs/list.html", context)


@staff_page
@require_POST
def pair_told_apart(request: StaffRequest, pk: int, other: int) -> HttpResponse:
    """They are two people: show them as a pair no more."""
    mine = compared_by(request.user)
    one, second = get_object_or_404(mine, pk=pk), get_object_or_404(mine, pk=other)
    if one == second:
        raise Http404
    tell_apart(one, second, by=request.user)
    messages.success(request, f"Đã ghi: {one} và {second} là hai người.")
    return redirect("work-pairs")

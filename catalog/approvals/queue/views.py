"""The page where an approver sees what waits, and chooses what to approve together."""

from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalog.approvals.deadlines import overdue_before
from catalog.approvals.queue.looking import key_of, look_for
from catalog.approvals.queue.queries import Kind, as_waiting, communes_waiting, number_overdue, waiting_keys
from catalog.approvals.risk import RiskLevel
from catalog.listings.presentation import first_photos
from common.access import StaffRequest, staff_page
from producers.directory.queries import workplaces_of

ON_A_PAGE = 20


@staff_page
@require_safe
def queue(request: StaffRequest) -> HttpResponse:
    """What waits for this approver, the longest waiting first, with its age and risk."""
    if "approver" not in workplaces_of(request.user):
        raise Http404
    now = timezone.now()
    asked = _asked(request)
    before = overdue_before(now) if asked["is_late"] else None
    keys = partial(waiting_keys, request.user, kind=asked["kind"], commune=asked["commune"], before=before)
    page = stretch = None
    if asked["risk"]:
        level, after = RiskLevel(asked["risk"]), key_of(request.GET.get("tu", ""))
        stretch = look_for(level, lambda key: keys(after=key), request.user, after=after, most=ON_A_PAGE, at=now)
        shown = stretch.found
    else:
        page = Paginator(keys(), ON_A_PAGE).get_page(request.GET.get("trang"))
        shown = as_waiting(request.user, page.object_list, at=now)
    photos = first_photos([each.listing.product_id for each in shown])
    context = {
        **asked,
        "page": page,
        "stretch": stretch,
        "rows": [(each, photos.get(each.listing.product_id)) for each in shown],
        "communes": communes_waiting(request.user, before=before),
        "levels": RiskLevel.choices,
        "kinds": Kind.choices,
        "overdue": number_overdue(request.user, at=now),
        "can_choose": sum(each.can_go_with_others for each in shown) > 1,
    }
    return render(request, "approvals/queue.html", context)


def _asked(request: StaffRequest) -> dict[str, Any]:
    """What the address asks for; what makes no sense is any."""
    commune, risk, kind = (request.GET.get(name, "") for name in ("xa", "rui-ro", "loai"))
    return {
        "commune": commune,
        "risk": risk if risk in RiskLevel.values else "",
        "kind": kind if kind in Kind.values else "",
        "is_late": bool(request.GET.get("qua-han")),
    }

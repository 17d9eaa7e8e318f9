"""The list and the page of restrictions, as approvers and as the officers of the point see them."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from catalog.moderation.models import Restriction
from catalog.moderation.queries import restrictions_in
from common.access import StaffRequest
from common.audit.services import name_of

ON_A_PAGE = 20
TABS = {"bao": "Đã báo trước", "dang": "Đang hạn chế", "xong": "Đã thôi"}


def listed(request: StaffRequest, found: QuerySet[Restriction], *, is_told: bool = False) -> HttpResponse:
    """One tab of the restrictions; `is_told` for the officers of those who are restricted."""
    asked = request.GET.get("muc", "")
    tab = asked if asked in TABS else "bao"
    page = Paginator(restrictions_in(found, tab), ON_A_PAGE).get_page(request.GET.get("trang"))
    today = timezone.localdate()
    context = {
        "page": page,
        "rows": [(each, each.may_begin(on=today)) for each in page.object_list],
        "tabs": TABS.items(),
        "tab": tab,
        "is_told": is_told,
    }
    return render(request, "moderation/restrictions.html", context)


def shown(request: StaffRequest, restriction: Restriction, *, status: int = 200, **more: object) -> HttpResponse:
    """One restriction, with what can be done about it in `more`."""
    context = {
        "restriction": restriction,
        "may_begin": restriction.may_begin(),
        "sent_by": name_of(restriction.sent_by),
        "answered_by": name_of(restriction.answered_by) if restriction.answered_by else "",
        **more,
    }
    return render(request, "moderation/restriction.html", context, status=status)

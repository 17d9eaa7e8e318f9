"""Pages where the officers of a point read what was decided and what falls due, and whom to call about it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from common.access import StaffRequest, staff_page
from common.audit.services import name_of
from producers.directory.queries import workplaces_of
from producers.notices.queries import news_by_producer, notices_of, producers_to_tell, unread_notices
from producers.notices.services import read_all, read_notice

ON_A_PAGE = 20
CALLS_ON_A_SHEET = 30


def officers_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A staff page that does not exist for people who are officers nowhere."""

    @wraps(view)
    def page(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "officer" not in workplaces_of(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return staff_page(page)


@officers_page
@require_safe
def notice_list(request: StaffRequest) -> HttpResponse:
    """The news of the officer's points, what nobody has read first, then the newest first."""
    news = notices_of(request.user).select_related("producer", "point", "read_by")
    shows_read = request.GET.get("muc") == "da-doc"
    shown = news.filter(read_at__isnull=not shows_read).order_by("-at", "-pk")
    page = Paginator(shown, ON_A_PAGE).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "rows": [(notice, name_of(notice.read_by) if notice.read_by else "") for notice in page],
        "shows_read": shows_read,
        "unread": unread_notices(request.user),
        "newest": max((notice.pk for notice in page), default=0),
    }
    return render(request, "notices/list.html", context)


@officers_page
@require_POST
def notice_read(request: StaffRequest, pk: int) -> HttpResponse:
    """Note that it is read; go to the page that it is about if that was the button."""
    notice = get_object_or_404(notices_of(request.user), pk=pk)
    read_notice(notice, by=request.user)
    return redirect(notice.url if request.POST.get("lam") == "mo" else "work-notices")


@officers_page
@require_POST
def notices_all_read(request: StaffRequest) -> HttpResponse:
    """Note that everything is read that had come when the page was opened."""
    newest = request.POST.get("toi", "")
    number = read_all(by=request.user, upto=int(newest)) if newest.isascii() and newest.isdecimal() else 0
    messages.success(request, f"Đã đọc {number} tin.")
    return redirect("work-notices")


@officers_page
@require_safe
def notice_calls(request: StaffRequest) -> HttpResponse:
    """A sheet to print: whom to call or visit, and what to tell her."""
    page = Paginator(producers_to_tell(request.user), CALLS_ON_A_SHEET).get_page(request.GET.get("trang"))
    producers = list(page.object_list)
    news = news_by_producer(request.user, producers)
    calls = [(producer, news[producer.pk]) for producer in producers]
    return render(request, "notices/calls.html", {"page": page, "calls": calls, "now": timezone.now()})

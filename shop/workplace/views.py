"""The first page of a person at work: what waits today, and the big buttons."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from common.access import staff_page
from producers.consents.queries import consents_to_renew
from producers.directory.queries import workplaces_of
from shop.workplace.queries import waiting_for

ON_A_PAGE = 20
FIRST = 4
"""How many kinds of work stand above the big buttons, where a phone shows them at once."""


@staff_page
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """What waits for this person, by role; a buyer has no such page."""
    roles = workplaces_of(request.user)
    if not roles and not request.user.is_superuser:
        raise Http404
    today = timezone.localdate()
    works_as = roles | {"administrator"} if request.user.is_superuser else roles
    waiting = waiting_for(request.user, works_as, on=today)
    context = {
        "roles": roles,
        "serves": bool(roles & {"officer", "producer"}),
        "first": waiting[:FIRST],
        "rest": waiting[FIRST:],
        "today": today,
    }
    return render(request, "workplace/home.html", context)


@staff_page
@require_GET
def consents_due(request: HttpRequest) -> HttpResponse:
    """The producers whom an officer asks anew, the most urgent first."""
    if "officer" not in workplaces_of(request.user):
        raise Http404
    page = Paginator(consents_to_renew(request.user), ON_A_PAGE).get_page(request.GET.get("trang"))
    return render(request, "workplace/consents.html", {"page": page, "today": timezone.localdate()})

"""The first page of a person at work: what waits today, and the big buttons."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from common.access import staff_page
from producers.directory.queries import workplaces_of
from shop.workplace.queries import awaiting_approval, waiting_for


@staff_page
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """What waits for this person, by role; a buyer has no such page."""
    roles = workplaces_of(request.user)
    if not roles and not request.user.is_superuser:
        raise Http404
    context = {
        "roles": roles,
        "serves": bool(roles & {"officer", "producer"}),
        "waiting": waiting_for(request.user),
        "awaiting": awaiting_approval(request.user) if "approver" in roles else None,
    }
    return render(request, "workplace/home.html", context)

"""Pages of the market's legal duties, for auditors and administrators."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from common.access import StaffRequest, staff_page
from shop.legal.rules import rules_shown
from shop.trail.queries import reads_the_trail


@staff_page
@require_safe
def rules(request: StaffRequest) -> HttpResponse:
    """Every number and day of law and market that holds today, with its source."""
    if not reads_the_trail(request.user):
        raise Http404
    today = timezone.localdate()
    context = {"areas": rules_shown(on=today), "today": today, "workplace": "Giám sát"}
    return render(request, "legal/rules.html", context)

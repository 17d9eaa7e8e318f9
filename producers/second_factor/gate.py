"""The one place that asks people at work for the second proof, on every page of theirs."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from common.access import WorkGate, ask_first
from producers.directory.queries import needs_second_factor


class SecondFactorGate(WorkGate):
    """Send who needs the second proof and has not given it in this session to the page that asks for it."""

    def instead_of_page(self, request: HttpRequest) -> HttpResponse | None:
        """The page that asks, unless the proof is given or not needed."""
        user: Any = request.user
        if not settings.SECOND_FACTOR or user.is_verified() or not needs_second_factor(user):
            return None
        return ask_first(request, "second-factor")

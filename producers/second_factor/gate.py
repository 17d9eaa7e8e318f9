"""The one place that asks people at work for the second proof, on every page of theirs."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from producers.directory.queries import needs_second_factor

ADMINISTRATORS = "/quan-tri/"


def is_at_work(request: HttpRequest, view: Callable[..., HttpResponse]) -> bool:
    """Whether the page that is asked for is one of people at work."""
    return getattr(view, "is_staff_page", False) or request.path.startswith(ADMINISTRATORS)


class SecondFactorGate:
    """Send who needs the second proof and has not given it in this session to the page that asks for it.

    It reads the session for pages of people at work alone; pages for buyers stay without. It gives no right.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Let the view answer, or ask for the proof first."""
        if not (settings.SECOND_FACTOR and is_at_work(request, view)):
            return None
        user: Any = request.user
        if not user.is_authenticated or user.is_verified() or not needs_second_factor(user):
            return None
        return redirect(f"{reverse('second-factor')}?{urlencode({'next': request.get_full_path()})}")

"""The one place that asks people at work for a yes to the texts in force, on every page of theirs."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from common.policies.queries import written
from common.policies.texts import asked_versions
from producers.second_factor.gate import is_at_work
from shop.accounts.queries import is_asked_to_accept

ACCEPTED = "accepted"
"""The session says here to which versions the person has said yes, so that they are looked up once."""
READING = ("GET", "HEAD")


class AcceptanceGate:
    """Send who has not said yes to a text in force to the page that asks, before any page of people at work.

    What is sent is let through: nothing typed is lost on the day on which a new version begins to hold.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Let the view answer, or ask first."""
        if request.method not in READING or not is_at_work(request, view):
            return None
        user, in_force = request.user, written(asked_versions(on=timezone.localdate()))
        if not user.is_authenticated or request.session.get(ACCEPTED) == in_force:
            return None
        if is_asked_to_accept(user):
            return redirect(f"{reverse('new-texts')}?{urlencode({'next': request.get_full_path()})}")
        request.session[ACCEPTED] = in_force
        return None

"""The one place that asks people at work for a yes to the texts in force, on every page of theirs."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from common.access import WorkGate, ask_first
from common.policies.queries import written
from common.policies.texts import asked_versions
from shop.accounts.queries import is_asked_to_accept

ACCEPTED = "accepted"
"""The session says here to which versions the person has said yes, so that they are looked up once."""
READING = ("GET", "HEAD")


class AcceptanceGate(WorkGate):
    """Send who has not said yes to a text in force to the page that asks, before any page of people at work is read.

    What is sent is let through: nothing typed is lost on the day on which a new version begins to hold.
    """

    def instead_of_page(self, request: HttpRequest) -> HttpResponse | None:
        """The page that asks, unless there is nothing to say yes to."""
        user: Any = request.user
        in_force = written(asked_versions(on=timezone.localdate()))
        if request.method not in READING or request.session.get(ACCEPTED) == in_force:
            return None
        if is_asked_to_accept(user):
            return ask_first(request, "new-texts")
        request.session[ACCEPTED] = in_force
        return None

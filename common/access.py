"""Pages of people at work: signed in, never cached."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

R = TypeVar("R", bound=HttpResponseBase)


ADMINISTRATORS = "/quan-tri/"


class WorkGate:
    """A middleware that may answer in the place of any page of people at work; pages for buyers stay without it.

    It gives no right.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Let the view answer, or answer first."""
        is_at_work = getattr(view, "is_staff_page", False) or request.path.startswith(ADMINISTRATORS)
        return self.instead_of_page(request) if is_at_work and request.user.is_authenticated else None

    def instead_of_page(self, request: HttpRequest) -> HttpResponse | None:
        """What somebody who has signed in is answered first, if anything."""
        raise NotImplementedError


def ask_first(request: HttpRequest, page: str) -> HttpResponse:
    """Send to the page of that name, which leads on to the one that was asked for."""
    return redirect(f"{reverse(page)}?{urlencode({'next': request.get_full_path()})}")


class StaffRequest(HttpRequest):
    """A request of somebody who has signed in, as every view behind `staff_page` gets it."""

    user: User


def staff_page(view: Callable[..., R]) -> Callable[..., R]:
    """Send a visitor to sign in and keep the page out of caches.

    It gives no right: the view's own query, which starts from the user, decides what there is to see.
    """

    @wraps(view)
    def page(*args: Any, **kwargs: Any) -> R:
        return view(*args, **kwargs)

    page.is_staff_page = True  # type: ignore[attr-defined]
    return never_cache(login_required(page))


def administrator_page(view: Callable[..., R]) -> Callable[..., R]:
    """A page below /quan-tri/ for administrators alone, out of caches."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> R:
        if not getattr(request.user, "is_superuser", False):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return never_cache(login_required(page))

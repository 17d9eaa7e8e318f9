"""Pages of people at work: signed in, never cached."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache

R = TypeVar("R", bound=HttpResponseBase)


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

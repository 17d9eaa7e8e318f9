"""Pages of people at work: signed in, never cached."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.cache import never_cache


def staff_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Send a visitor to sign in and keep the page out of caches.

    It gives no right: the view's own query, which starts from the user, decides what there is to see.
    """

    @wraps(view)
    def page(*args: Any, **kwargs: Any) -> HttpResponse:
        return view(*args, **kwargs)

    page.is_staff_page = True  # type: ignore[attr-defined]
    return never_cache(login_required(page))

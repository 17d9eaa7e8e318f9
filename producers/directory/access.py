"""Pages for those who serve producers: officers of a point, and a producer with her own login."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse

from common.access import StaffRequest, staff_page
from producers.directory.queries import workplaces_of

SERVING = frozenset({"officer", "producer"})
DRAFTING = SERVING | {"helper"}


def serving_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A staff page that does not exist for people who serve no producer."""

    @wraps(view)
    def page(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not workplaces_of(request.user) & SERVING:
            raise Http404
        return view(request, *args, **kwargs)

    return staff_page(page)


def drafting_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A staff page for those who write for producers: who serve them, and helpers, who only draft."""

    @wraps(view)
    def page(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not workplaces_of(request.user) & DRAFTING:
            raise Http404
        return view(request, *args, **kwargs)

    return staff_page(page)

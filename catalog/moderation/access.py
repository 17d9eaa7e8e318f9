"""Pages for those who moderate or oversee: approvers, auditors, administrators."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponseBase

from catalog.moderation.queries import sees_moderation
from common.access import StaffRequest, staff_page


def moderation_page(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A staff page that does not exist for people who neither moderate nor oversee."""

    @wraps(view)
    def page(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not sees_moderation(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return staff_page(page)

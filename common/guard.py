"""Forms are guarded by where a request comes from, so that buyers' pages set no cookie (ADR 0002)."""

import logging
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseForbidden
from django.middleware.csrf import CsrfViewMiddleware
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class OriginGuard(CsrfViewMiddleware):
    """Refuse an unsafe request that a page of another site started.

    A browser states the origin of every unsafe request in `Sec-Fetch-Site` or `Origin`; a page cannot forge them.
    A request that states neither comes from no current browser and is refused too.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Set no secret: there is no token to compare."""

    def process_view(
        self,
        request: HttpRequest,
        callback: Callable[..., Any] | None,
        callback_args: Any,
        callback_kwargs: Any,
    ) -> HttpResponseForbidden | None:
        """Answer 403 to an unsafe request from elsewhere, and nothing to all others."""
        if request.method in SAFE_METHODS or getattr(callback, "csrf_exempt", False):
            return None
        if getattr(request, "_dont_enforce_csrf_checks", False):
            return None
        site = request.headers.get("Sec-Fetch-Site")
        if site == "same-origin":
            return None
        if site is None and "Origin" in request.headers and self._origin_verified(request):  # type: ignore[attr-defined]
            return None
        logger.warning("A form from elsewhere was refused: %s", request.path)
        return HttpResponseForbidden(render_to_string("403.html", request=request))

"""Forms are guarded by where a request comes from, so that buyers' pages set no cookie (ADR 0002)."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class OriginGuard(CsrfViewMiddleware):
    """Refuse an unsafe request that a page of another site started.

    A browser states the origin of every unsafe request in `Sec-Fetch-Site` or `Origin`; a page cannot forge them.
    A request that states neither comes from no current browser and is refused too.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Set no secret: there is no token to compare."""

    def process_view(
        self, request: HttpRequest, callback: Callable[..., Any] | None, callback_args: Any, callback_kwargs: Any
    ) -> HttpResponse | None:
        """Answer 403 to an unsafe request from elsewhere, and nothing to all others."""
        if request.method in SAFE_METHODS or getattr(callback, "csrf_exempt", False):
            return None
        if getattr(request, "_dont_enforce_csrf_checks", False):
            return None
        site = request.headers.get("Sec-Fetch-Site")
        if site is not None:
            return None if site == "same-origin" else self._reject(request, f"Sec-Fetch-Site: {site}")
        if "Origin" in request.headers and self._origin_verified(request):
            return None
        return self._reject(request, "Origin missing or foreign")

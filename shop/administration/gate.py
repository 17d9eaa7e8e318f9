"""Oscar's dashboard: for active administrators alone, whatever permissions somebody else was given, and to look at."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver

from common.access import administrator_page
from shop.administration.closed import TO_LOOK_AT, refusing

Pattern = URLPattern | URLResolver
Page = Callable[..., HttpResponse]


def to_look_at(patterns: Iterable[Pattern]) -> list[Pattern]:
    """The same patterns, at any depth, each page behind the question whether an administrator asks, and only to look.

    Oscar's own question comes after it; that one lets everybody through who holds `partner.dashboard_access`. What is
    sent to its pages would change orders, sellers and groups with no word in the trail.
    """
    kept = list(patterns)
    for pattern in kept:
        if isinstance(pattern, URLResolver):
            to_look_at(pattern.url_patterns)
        else:
            guarded: Any = administrator_page(_unchanging(pattern.callback))
            pattern.callback = guarded
    return kept


def _unchanging(page: Page) -> Page:
    @wraps(page)
    def looked_at(request: HttpRequest, *names: Any, **named: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return refusing(TO_LOOK_AT)(request)
        return page(request, *names, **named)

    return looked_at

"""Oscar's dashboard is for active administrators alone, whatever permissions somebody else was given."""

from collections.abc import Iterable
from typing import Any

from django.urls import URLPattern, URLResolver

from common.access import administrator_page

Pattern = URLPattern | URLResolver


def for_administrators_alone(patterns: Iterable[Pattern]) -> list[Pattern]:
    """The same patterns, at any depth, each page behind the question whether an administrator asks.

    Oscar's own question comes after it; that one lets everybody through who holds `partner.dashboard_access`.
    """
    kept = list(patterns)
    for pattern in kept:
        if isinstance(pattern, URLResolver):
            for_administrators_alone(pattern.url_patterns)
        else:
            guarded: Any = administrator_page(pattern.callback)
            pattern.callback = guarded
    return kept

"""Parts that stand on many pages: a template filled with a few plain values alone, drawn once for the same values."""

from collections.abc import Hashable
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString


def part(template: str, **values: Hashable) -> SafeString:
    """Return the template filled with nothing but these values, which must say all that it shows."""
    return _drawn(template, tuple(values.items()))


@lru_cache(maxsize=256)
def _drawn(template: str, values: tuple[tuple[str, Hashable], ...]) -> SafeString:
    return render_to_string(template, dict(values))

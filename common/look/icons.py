"""The market's icons: names of Lucide drawings, shown beside a word and never alone."""

import json
from functools import cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

DRAWINGS: dict[str, str] = json.loads(Path(__file__).with_name("icons.json").read_text())


@cache
def icon(name: str, extra: str = "") -> SafeString:
    """Return the icon as inline SVG, hidden from screen readers; `extra` adds a class. Raises KeyError."""
    drawing = mark_safe(DRAWINGS[name])  # noqa: S308 - our own file, never user text
    classes = f"bt {extra}" if extra else "bt"
    return format_html('<svg class="{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', classes, drawing)

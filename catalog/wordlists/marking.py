"""Show the found words where they stand: in the listing's own text, for eyes and for ears."""

from collections.abc import Iterable
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString

from catalog.wordlists.finding import Found, found_in


def marked(text: str, *, on: date) -> str:
    """The text with every found word in a `<mark>` that says what it is; unchanged where nothing is found."""
    found = found_in(text, on=on)
    return _with_marks(text, found) if found else text


def _with_marks(text: str, found: Iterable[Found]) -> SafeString:
    html, end = SafeString(""), 0
    for each in found:
        shown = text[each.start : each.end]
        html += format_html('{}<mark>{}<span class="an"> ({})</span></mark>', text[end : each.start], shown, each.why)
        end = each.end
    return html + format_html("{}", text[end:])

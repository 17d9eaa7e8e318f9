"""Tags and filters of the market's look, known to every template; docs/howto/look.md shows each of them."""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.forms import BoundField
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from common.audit.services import name_of
from common.look import cards, filters, icons, paging, parts, pictures
from common.look.markup import fill
from common.money import dong as write_dong
from common.phones import show_phone

register = template.Library()

register.simple_tag(icons.icon, name="icon")
register.simple_tag(cards.card, name="card")
register.simple_tag(cards.cards, name="cards")
register.simple_tag(cards.ocop, name="ocop")
register.simple_tag(cards.price, name="price")
register.simple_tag(filters.boxes, name="boxes")
register.simple_tag(parts.part, name="part")
register.filter("dong", write_dong)
register.filter("name_of", name_of)

PAGE = "trang"


@register.simple_tag
def picture(image: Mapping[str, Any] | None, sizes: str = "100vw", **options: Any) -> SafeString:
    """Return the picture as <img>; options are width, height, widths ("320 640") and eager."""
    if isinstance(options.get("widths"), str):
        options["widths"] = [int(width) for width in options["widths"].split()]
    return pictures.picture(image, sizes=sizes, **options)


@register.simple_tag
def pill(text: str, tone: str = "xam", icon: str = "") -> SafeString:
    """Return a state in a coloured pill; tones are xanh, vang, do, cham and xam."""
    drawing = icons.icon(icon) if icon else ""
    return format_html('<span class="vien-nho vien-{}">{}{}</span>', tone, drawing, text)


@register.filter
def phone(number: str) -> str:
    """Return a phone number in groups that people can read aloud: 0912 345 678, 1800 1234."""
    digits = re.sub(r"\D", "", number)
    return f"{digits[:4]} {digits[4:]}" if len(digits) == 8 else show_phone(digits)


@register.filter
def tel(number: str) -> str:
    """Return the address that calls this number."""
    return "tel:" + re.sub(r"[^\d+]", "", number)


@register.filter
def duration(seconds: int) -> str:
    """Return seconds as people say them: 58 giây, 1 phút 20."""
    minutes, rest = divmod(int(seconds), 60)
    if not minutes:
        return f"{rest} giây"
    return f"{minutes} phút {rest:02}" if rest else f"{minutes} phút"


@register.filter
def kilobytes(size_bytes: int) -> str:
    """Return the size of a file before people spend their data on it: 210 KB, 1,4 MB."""
    if size_bytes < 1_000_000:
        return f"{max(1, round(size_bytes / 1000))} KB"
    return f"{size_bytes / 1_000_000:.1f} MB".replace(".", ",")


@register.filter
def section(path: str) -> str:
    """Return the part of the market that a page lies in: "/", "/xa/", "/nhom/", one group as "/nhom/thuc-pham/"."""
    first, second = f"{path}//".split("/")[1:3]
    if first == "nhom" and second:
        return f"/{first}/{second}/"
    return f"/{first}/" if first else "/"


@register.simple_tag
def here(visited: str, path: str) -> SafeString:
    """Mark the link as the current page when the visited section is `path` or lies below it."""
    is_here = visited == path if path == "/" else visited.startswith(path)
    return SafeString(' aria-current="page"' if is_here else "")


@register.simple_tag(takes_context=True)
def canonical(context: template.Context) -> str:
    """Return the one public address of this page, without its query."""
    request: HttpRequest | None = context.get("request")
    return f"{settings.PUBLIC_ADDRESS}{request.path if request else '/'}"


def _query(context: template.Context) -> dict[str, list[str]]:
    request: HttpRequest | None = context.get("request")
    return dict(request.GET.lists()) if request else {}


def _written(query: dict[str, list[str]]) -> str:
    return f"?{urlencode(query, doseq=True)}"


@register.simple_tag(takes_context=True)
def url_with(context: template.Context, **changes: Any) -> str:
    """Return this page's query with changes, from page one; None or "" takes a parameter away."""
    query = _query(context)
    if PAGE not in changes:
        query.pop(PAGE, None)
    for name, value in changes.items():
        query.pop(name, None)
        if isinstance(value, list | tuple):
            query[name] = [str(one) for one in value]
        elif value not in (None, ""):
            query[name] = [str(value)]
    return _written(query)


@register.simple_tag(takes_context=True)
def url_without(context: template.Context, name: str, value: Any = None) -> str:
    """Return this page's query without one value of a filter, or without the filter, from page one."""
    query = _query(context)
    kept = [] if value is None else [one for one in query.get(name, []) if one != str(value)]
    query.pop(PAGE, None)
    query.pop(name, None)
    if kept:
        query[name] = kept
    return _written(query)


@register.simple_tag(takes_context=True)
def choices(context: template.Context, name: str, options: Iterable[filters.Option]) -> SafeString:
    """Show a link for each option: this page's query with that value of the parameter, from page one."""
    rest = url_with(context, **{name: None})
    return SafeString(
        "".join(
            fill(
                '<a href="{}"{}>{}</a>',
                _with(rest, name, option.value) if option.value else rest,
                SafeString(' aria-current="true"' if option.is_chosen else ""),
                option.label,
            )
            for option in options
        )
    )


@register.simple_tag(takes_context=True)
def pagination(context: template.Context, number: int, pages: int) -> SafeString:
    """Show links to the pages around this one, keeping the other parameters; nothing for a single page."""
    if pages < 2:
        return SafeString("")
    first = url_with(context)
    return paging.pagination(number, pages, lambda page: first if page == 1 else _with(first, PAGE, str(page)))


def _with(query: str, name: str, value: str) -> str:
    return f"{query}{'&' if len(query) > 1 else ''}{urlencode({name: value})}"


@register.inclusion_tag("components/field.html")
def field(bound: BoundField, suffix: str = "", hint: str = "", *, is_asked: bool = False) -> dict[str, Any]:
    """Show a form field: label, help, input and errors, tied together for screen readers.

    `suffix` is a unit shown in the box (₫, gam); `hint` replaces the field's help text. With `is_asked` nothing says
    that it may stay empty: some of the answers that the form sends want it.
    """
    if hint:
        bound.help_text = hint
    return {
        "field": bound,
        "kind": bound.widget_type,
        "suffix": suffix,
        "is_optional": not (bound.field.required or is_asked),
        "is_choice": bound.widget_type in ("radioselect", "checkboxselectmultiple"),
    }


@register.inclusion_tag("components/voice.html")
def voice(url: str, label: str, language: str = "", seconds: int = 0, size_bytes: int = 0) -> dict[str, Any]:
    """Show the button that plays a recording; without JavaScript it opens the sound file."""
    facts = [language, duration(seconds) if seconds else "", kilobytes(size_bytes) if size_bytes else ""]
    return {"url": url, "label": label, "facts": " · ".join(fact for fact in facts if fact)}


@register.simple_tag
def months(in_season: list[int], this_month: int = 0) -> SafeString:
    """Show the twelve months as boxes, with those that have the product in green."""
    words = ", ".join(str(month) for month in in_season)
    boxes = "".join(
        f'<span class="thang{" thang-co" if month in in_season else ""}'
        f'{" thang-nay" if month == this_month else ""}">{month}</span>'
        for month in range(1, 13)
    )
    return format_html(
        '<span class="lich-mua" role="img" aria-label="{}">{}</span>',
        f"Có hàng tháng {words}" if words else "Chưa rõ tháng có hàng",
        SafeString(boxes),
    )

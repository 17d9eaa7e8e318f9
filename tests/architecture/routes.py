"""The URL table, read as it is: every route, whose it is, and an address of it that names real rows."""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

STAFF = ("can-bo/", "duyet/", "giam-sat/")
ADMIN = ("quan-tri/",)
BUYER = (
    "dat-hang/",
    "dia-gioi/",
    "diem-ho-tro/",
    "don/",
    "gio/",
    "hang/",
    "loi-moi/",
    "nguoi-ban/",
    "nhom/",
    "ocop/",
    "phan-anh/",
    "tai-khoan/",
    "tim/",
    "tro-giup/",
    "xa/",
)
ASSET = ("robots.txt", "sitemap", "tep/")
HOME = ""


def routes(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every route as text, with its view."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry, route)
        elif isinstance(entry, URLPattern):
            yield route, entry.callback


def kinds_of(route: str) -> list[str]:
    """Which of the four kinds the route belongs to; exactly one, if the table is in order."""
    prefixes = {"staff": STAFF, "admin": ADMIN, "buyer": BUYER, "asset": ASSET}
    kinds = [kind for kind, known in prefixes.items() if route.startswith(known)]
    return ["buyer", *kinds] if route == HOME else kinds


def address(route: str, values: dict[str, Any]) -> str:
    """A route with its parameters filled in; Django's own patterns and old regular ones alike."""
    plain = re.sub(r"\(\?P(<\w+>)[^)]*\)", r"\1", route).replace("(?:.+)", "")
    plain = re.sub(r"[\^$\\]|\\Z", "", plain)
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda match: str(values.get(match.group(1), 1)), plain)


TABLE = list(routes())
STAFF_ROUTES = [route for route, _ in TABLE if route.startswith(STAFF)]
ADMIN_ROUTES = [route for route, _ in TABLE if route.startswith(ADMIN)]
BUYER_ROUTES = [route for route, _ in TABLE if kinds_of(route) == ["buyer"]]

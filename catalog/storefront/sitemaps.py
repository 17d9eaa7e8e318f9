"""The map of the market for search engines of the web, and what their robots may read."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import chain
from typing import Any, NamedTuple

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from catalog.listings.presentation import product_url
from catalog.ocop.product_sets import product_groups
from catalog.storefront import queries
from catalog.storefront.help_pages import HELP_PAGES
from producers.points.queries import listed_points
from producers.points.shown import point_url

CLOSED = ("/gio/", "/dat-hang/", "/don/", "/tai-khoan/", "/can-bo/", "/duyet/", "/giam-sat/", "/quan-tri/", "/tim/")
PAGES_PER_PART = 5000
XML = "application/xml; charset=utf-8"


class Page(NamedTuple):
    """One address, and when what it shows was last changed."""

    address: str
    changed_at: datetime | None = None


class Part(NamedTuple):
    """A kind of pages: what there is, and how one of it becomes an address."""

    items: Callable[[], Any]
    page: Callable[[Any], Page]


def _fixed_pages() -> Sequence[str]:
    names = ("home", "groups", "producers", "communes", "support-points", "ocop-register", "help-index")
    named = (reverse(name) for name in names)
    groups = (reverse("group", args=[group.slug]) for group in product_groups().values())
    helps = (reverse("help", args=[slug]) for slug in HELP_PAGES)
    return [*chain(named, groups, helps)]


PARTS = {
    "trang": Part(_fixed_pages, Page),
    "hang": Part(
        queries.products_on_sale, lambda row: Page(product_url(row["product_id"], row["title"]), row["changed_at"])
    ),
    "diem-ho-tro": Part(listed_points, lambda point: Page(point_url(point))),
    "nguoi-ban": Part(queries.makers, lambda row: Page(queries.shown(row).maker.url)),
}


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The parts of the map."""
    return render(request, "storefront/sitemap_index.xml", {"parts": list(_parts())}, content_type=XML)


@require_safe
def sitemap(request: HttpRequest, part: str, number: int) -> HttpResponse:
    """The addresses of one part."""
    known = PARTS.get(part)
    pages = Paginator(known.items(), PAGES_PER_PART) if known else None
    if known is None or pages is None or number not in pages.page_range:
        raise Http404
    found = [known.page(item) for item in pages.page(number).object_list]
    return render(
        request, "storefront/sitemap.xml", {"pages": found, "root": settings.PUBLIC_ADDRESS}, content_type=XML
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Let robots read what buyers look at, and nothing of a person's own."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED)]
    lines.append(f"Sitemap: {settings.PUBLIC_ADDRESS}{reverse('sitemap')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _parts() -> Iterator[str]:
    for name, part in PARTS.items():
        for number in Paginator(part.items(), PAGES_PER_PART).page_range:
            yield f"{settings.PUBLIC_ADDRESS}{reverse('sitemap-part', args=[name, number])}"

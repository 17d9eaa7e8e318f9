"""The map of the market for search engines of the web, and what their robots may read."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from catalog.listings.presentation import product_url
from catalog.ocop.product_sets import product_groups
from catalog.storefront import queries
from catalog.storefront.help_pages import HELP_PAGES

CLOSED = ("/gio/", "/dat-hang/", "/don/", "/tai-khoan/", "/can-bo/", "/duyet/", "/giam-sat/", "/quan-tri/", "/tim/")


class MarketSitemap(Sitemap):  # type: ignore[type-arg]
    """Addresses as the public knows them, whatever host answers."""

    limit = 5000

    def get_domain(self, site: Any = None) -> str:
        """The public host."""
        return urlsplit(settings.PUBLIC_ADDRESS).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        """The public protocol."""
        return urlsplit(settings.PUBLIC_ADDRESS).scheme


class Pages(MarketSitemap):
    """Pages that are always there."""

    def items(self) -> list[str]:
        """Their addresses."""
        named = [reverse(name) for name in ("home", "groups", "producers", "communes")]
        groups = [reverse("group", args=[group.slug]) for group in product_groups().values()]
        return [*named, *groups, *(reverse("help", args=[slug]) for slug in HELP_PAGES)]

    def location(self, item: str) -> str:
        """The address itself."""
        return item


class Products(MarketSitemap):
    """Every thing on sale."""

    def items(self) -> Iterable[Any]:
        """Rows of id, title and last change."""
        return queries.products_on_sale()

    def location(self, item: Any) -> str:
        """The product's page."""
        return product_url(item["product_id"], item["title"])

    def lastmod(self, item: Any) -> datetime | date:
        """When it was last changed."""
        changed_at: datetime = item["changed_at"]
        return changed_at


class Makers(MarketSitemap):
    """Every producer with goods on sale."""

    def items(self) -> Iterable[Any]:
        """The producers."""
        return queries.makers()

    def location(self, item: Any) -> str:
        """The maker's page; an unnamed one's address tells no name either."""
        return queries.shown(item).maker.url


SITEMAPS = {"trang": Pages, "hang": Products, "nguoi-ban": Makers}


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The parts of the map."""
    parts = [
        f"{settings.PUBLIC_ADDRESS}{reverse('sitemap-part', args=[section])}?p={page}"
        for section, part in SITEMAPS.items()
        for page in part().paginator.page_range
    ]
    return render(request, "storefront/sitemap_index.xml", {"parts": parts}, content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Let robots read what buyers look at, and nothing of a person's own."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED)]
    lines.append(f"Sitemap: {settings.PUBLIC_ADDRESS}{reverse('sitemap')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")

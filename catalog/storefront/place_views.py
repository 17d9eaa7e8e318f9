"""The pages of makers and of places, and those that explain the market."""

from dataclasses import replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone

from catalog.delivery.quotes import tariffs_on
from catalog.finding.answers import find
from catalog.listings.presentation.wording import commune_url
from catalog.search.port import Query, Results, Sort
from catalog.storefront import queries
from catalog.storefront.browsing import Choice, choice_of
from catalog.storefront.cards import cards_of
from catalog.storefront.help_pages import HELP_PAGES
from catalog.storefront.page_cache import found_today, kept_page, kept_with_search, list_page, public_page
from catalog.storefront.policy_views import policy
from common.policies.texts import POLICIES
from producers.points.queries import listed_points
from producers.points.shown import point_url

MAKERS_PER_PAGE = 24
NEWEST_GOODS = 24


@public_page("tinh", "trang")
def producers(request: HttpRequest) -> HttpResponse:
    """Everybody of one province who has goods on sale; of the whole country those who brought something new."""
    choice = choice_of(request.GET)
    name = queries.province_names().get(choice.province)
    return _makers_of(request, choice, name) if name else _newest_makers(request)


def _makers_of(request: HttpRequest, choice: Choice, province: str) -> HttpResponse:
    """The order is kept while nothing changes; who they are is read anew."""
    order = kept_with_search(request, f"makers-{choice.province}", lambda: queries.makers_in_order(choice.province))
    pages = Paginator(order, MAKERS_PER_PAGE)
    page = pages.get_page(choice.page)
    makers = [queries.shown(row) for row in queries.makers().filter(pk__in=page.object_list)]

    def draw() -> HttpResponse:
        context = {"code": choice.province, "province": province, "makers": makers, "page": page, "total": pages.count}
        return render(request, "storefront/producers_of_province.html", context)

    return kept_page(request, (makers, page.number, pages.count, province), draw)


def _newest_makers(request: HttpRequest) -> HttpResponse:
    newest = Query(on=timezone.localdate(), sort=Sort.NEWEST, per_page=NEWEST_GOODS, facets=("province",))
    goods, counts = kept_with_search(request, "newest", lambda: _keys_and_provinces(find(request, newest)))
    makers = [queries.shown(row) for row in queries.makers_of_goods(goods)]
    provinces = [(code, name, counts[code]) for code, name in queries.province_names().items() if code in counts]

    def draw() -> HttpResponse:
        return render(request, "storefront/producers.html", {"makers": makers, "provinces": provinces})

    return kept_page(request, (makers, provinces), draw)


def _keys_and_provinces(found: Results) -> tuple[list[int], dict[str | int, int]]:
    return [hit.key for hit in found.hits], found.facets.get("province", {})


@public_page("trang")
def producer(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """One maker and what she sells; a record that was merged leads to the one in which she goes on."""
    maker = queries.maker_by_id(pk) or queries.maker_who_goes_on(pk)
    if maker is None:
        raise Http404
    if maker.url != request.path:
        return HttpResponsePermanentRedirect(maker.url)
    query = Query(on=timezone.localdate(), producer=pk, sort=Sort.NEWEST, facets=())
    return _page_with_goods(request, "storefront/producer.html", {"maker": maker}, query)


@list_page()
def communes(request: HttpRequest) -> HttpResponse:
    """The communes that have goods on sale, by province."""
    found = find(request, Query(on=timezone.localdate(), per_page=1, facets=("commune",)))
    counts = {str(code): count for code, count in found.facets.get("commune", {}).items()}
    return render(request, "storefront/communes.html", {"provinces": queries.communes_with_goods(counts)})


@public_page("trang")
def commune(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """One commune: its names of today and of before July 2025, its makers and their goods."""
    place = queries.commune_of_today(code)
    if place is None:
        raise Http404
    path = commune_url(place.code, place.name)
    if path != request.path:
        return HttpResponsePermanentRedirect(path)
    context = {
        "name": str(place),
        "province": place.province.name,
        "former": queries.former_places(place),
        "makers": queries.makers_of(place),
        "points": [(point.name, point_url(point)) for point in listed_points().filter(commune=place)],
    }
    query = Query(on=timezone.localdate(), commune=code, sort=Sort.NEWEST, facets=())
    return _page_with_goods(request, "storefront/commune.html", context, query)


def help_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One page that explains the market; what binds people has versions."""
    return policy(request, slug=slug) if slug in POLICIES else _help_page(request, slug=slug)


@list_page()
def _help_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One page that explains the market."""
    page = HELP_PAGES.get(slug)
    if page is None:
        raise Http404
    context = {
        "page": page,
        "others": [each for each in HELP_PAGES.values() if each is not page],
        "tariffs": tariffs_on(timezone.localdate()),
    }
    return render(request, page.template, context)


@list_page()
def help_index(request: HttpRequest) -> HttpResponse:
    """All pages that explain the market."""
    return render(request, "storefront/help/index.html", {"pages": HELP_PAGES.values()})


def _page_with_goods(request: HttpRequest, template: str, context: dict[str, Any], query: Query) -> HttpResponse:
    """The page of a maker or place with a page of its goods, kept as long as nothing of either changes."""

    def draw() -> HttpResponse:
        results = find(request, replace(query, page=choice_of(request.GET).page))
        return render(request, template, {**context, "results": results, "cards": cards_of(results.hits, on=query.on)})

    return kept_page(request, (found_today(request), context), draw)

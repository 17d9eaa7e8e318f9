"""The pages where a buyer looks around: home, groups, search, a product. Lists are drawn from the search alone."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString

from catalog.delivery.quotes import Quote, quote
from catalog.finding.answers import find
from catalog.listings.presentation import ShownListing, shown_product
from catalog.listings.states import Reach
from catalog.ocop.product_sets import group_by_slug
from catalog.search.engine import get_engine
from catalog.search.port import Query, Results, SearchUnavailable, Sort
from catalog.storefront import browsing
from catalog.storefront.cards import Card, cards_of, group_tiles
from catalog.storefront.page_cache import found_today, kept_page, list_page, own_page, public_page
from catalog.storefront.queries import commune_names, province_names, tellers
from catalog.storefront.structured import product_facts
from common.look.markup import fill

NEWEST = 8
IN_SEASON = 3
TELLERS = 3
NEIGHBOURS = 4
USUAL_DESTINATION = "01"
USUAL_GRAMS = 500
MOST_AT_ONCE = 99


@public_page()
def home(request: HttpRequest) -> HttpResponse:
    """The market at a glance; whose voice is heard is asked each time."""
    voices = tellers(TELLERS)

    def draw() -> HttpResponse:
        today = timezone.localdate()
        newest = find(request, Query(on=today, sort=Sort.NEWEST, per_page=NEWEST, facets=("group",)))
        context = {
            "newest": cards_of(newest.hits, on=today),
            "tiles": group_tiles(newest.facets),
            "seasonal": _in_season(request, today),
            "tellers": voices,
            "month": today.month,
        }
        return render(request, "storefront/home.html", context)

    return kept_page(request, (found_today(request), voices), draw)


@list_page()
def groups(request: HttpRequest) -> HttpResponse:
    """The six groups with their product sets."""
    facets = find(request, Query(on=timezone.localdate(), per_page=1, facets=("group", "product_set"))).facets
    counts = facets.get("product_set", {})
    tiles = [
        (tile, [(each, counts.get(each.number, 0)) for each in browsing.sets_of(tile.group)])
        for tile in group_tiles(facets)
    ]
    return render(request, "storefront/groups.html", {"tiles": tiles})


@list_page(*browsing.PARAMETERS)
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """The goods of one group."""
    found = group_by_slug(slug)
    if found is None:
        raise Http404
    choice = replace(browsing.choice_of(request.GET), group=found)
    return render(request, "storefront/group.html", {"group": found, **_list_context(request, choice, in_group=True)})


@list_page(*browsing.PARAMETERS)
def search(request: HttpRequest) -> HttpResponse:
    """What was found for the words typed, or all goods."""
    choice = browsing.choice_of(request.GET)
    return render(
        request, "storefront/search.html", {"typed": choice.text, **_list_context(request, choice, in_group=False)}
    )


@public_page("den")
def product(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """One thing on sale, or one that rests for a while: four queries at most."""
    today = timezone.localdate()
    shown = shown_product(pk, on=today)
    if shown is not None and shown.is_suspended:
        return own_page(render(request, "storefront/not_on_sale.html", status=HTTPStatus.NOT_FOUND))
    if shown is None or not (shown.is_on_sale or shown.is_resting):
        raise Http404
    if shown.url != request.path:
        return HttpResponsePermanentRedirect(shown.url)
    neighbours = _neighbours(request, shown, today)
    if shown.is_resting:
        resting = {"shown": shown, "neighbours": neighbours, "today": today}
        return kept_page(
            request, (shown, neighbours, today), lambda: render(request, "storefront/resting.html", resting)
        )
    delivery = _delivery(shown, request.GET.get("den", ""), today)

    def draw() -> HttpResponse:
        context = {
            "shown": shown,
            "month": today.month,
            "delivery": delivery,
            "most": min(shown.availability.max_quantity, MOST_AT_ONCE),
            "neighbours": neighbours,
            "facts": product_facts(shown),
        }
        return render(request, "storefront/product.html", context)

    return kept_page(request, (shown, delivery, neighbours, today), draw)


def _list_context(request: HttpRequest, choice: browsing.Choice, *, in_group: bool) -> dict[str, Any]:
    """A page of a list with its filters. A commune outside the chosen province is let go."""
    today = timezone.localdate()
    results = find(request, browsing.query_of(choice, on=today, in_group=in_group))
    if choice.commune and choice.province and choice.commune not in results.facets.get("commune", {}):
        choice = browsing.without_commune(choice)
        results = find(request, browsing.query_of(choice, on=today, in_group=in_group))
    names = {**province_names(), **_names_of_communes(choice, results)}
    return {
        "choice": choice,
        "results": results,
        "cards": cards_of(results.hits, on=today),
        "filters": browsing.filters_of(choice, results, names, in_group=in_group),
        "chips": browsing.chips_of(choice, names, in_group=in_group),
        "sorts": browsing.sorts_of(choice),
    }


def _names_of_communes(choice: browsing.Choice, results: Results) -> dict[str, str]:
    codes = {str(code) for code in results.facets.get("commune", {})} if choice.province else set()
    codes |= {choice.commune} if choice.commune else set()
    return commune_names(codes) if codes else {}


def _in_season(request: HttpRequest, on: date) -> list[Card]:
    """Things whose season it is now."""
    harvest = Query(on=on, season=on.month, available_only=True, per_page=IN_SEASON, facets=())
    return cards_of(find(request, harvest).hits, on=on)


def _neighbours(request: HttpRequest, shown: ShownListing, on: date) -> list[Card]:
    """Other goods of the same commune; none while the search is away."""
    try:
        query = Query(on=on, commune=shown.maker.commune_code, per_page=NEIGHBOURS + 1, facets=())
        found = find(request, query) if shown.search_waits else get_engine().search(query)
    except SearchUnavailable:
        return []
    return cards_of([hit for hit in found.hits if hit.key != shown.product_id][:NEIGHBOURS], on=on)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What it costs to bring one piece to a province; no quote if it does not go there."""

    code: str
    name: str
    quote: Quote | None

    @property
    def options(self) -> SafeString:
        """The provinces to choose from."""
        return _options(self.code, tuple(province_names().items()))


@lru_cache(maxsize=64)
def _options(chosen: str, provinces: tuple[tuple[str, str], ...]) -> SafeString:
    rows = ((code, " selected" if code == chosen else "", name) for code, name in provinces)
    return SafeString("".join(fill('<option value="{}"{}>{}</option>', *row) for row in rows))


def _delivery(shown: ShownListing, wanted: str, on: date) -> Delivery:
    provinces = province_names()
    code = wanted if wanted in provinces else USUAL_DESTINATION
    origin = shown.maker.province_code
    goes_there = shown.reach == Reach.EVERYWHERE or code == origin
    grams = shown.weight_grams or USUAL_GRAMS
    fee = quote(origin=origin, destination=code, grams=grams, on=on) if goes_there else None
    return Delivery(code, provinces.get(code, ""), fee)

"""From what the search found to the cards of a page: what depends on the day is worked out here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.templatetags.static import static

from catalog.listings.presentation.wording import next_season, to_order
from catalog.listings.states import HowSold
from catalog.ocop.product_sets import ProductGroup, product_groups
from catalog.search.port import Facets, Hit

NEW_FOR_DAYS = 14

Card = dict[str, Any]
"""What the `card` tag takes, and what the seasons' strip needs: months, season_note."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A group of goods as a picture with the number of its goods."""

    group: ProductGroup
    count: int
    image: dict[str, str]


def group_tiles(facets: Facets) -> list[Tile]:
    """The six groups, in the decision's order."""
    counts = facets.get("group", {})
    return [Tile(group, counts.get(group.code, 0), _drawn(group)) for group in product_groups().values()]


def cards_of(hits: Iterable[Hit], *, on: date) -> list[Card]:
    """The cards of these hits on that day."""
    return [_card(hit, on) for hit in hits]


def _card(hit: Hit, on: date) -> Card:
    stored = _on_that_day(hit.card, on)
    is_new = (on - date.fromisoformat(stored["listed"])).days < NEW_FOR_DAYS
    is_shown_only = stored["how_sold"] == HowSold.SHOWCASE
    return {
        **stored,
        "key": hit.key,
        "stars": hit.stars,
        "is_new": is_new,
        "is_available": stored["is_available"] or is_shown_only,
        "note": _note(stored, on),
    }


def _on_that_day(stored: Card, on: date) -> Card:
    """The card of what is only shown once the licence by which it was sold has ended."""
    until = stored.get("licensed_until")
    return {**stored, "how_sold": HowSold.SHOWCASE} if until and on > date.fromisoformat(until) else stored


def _note(stored: Card, on: date) -> str:
    match stored["how_sold"]:
        case HowSold.SHOWCASE:
            return "Chỉ giới thiệu"
        case HowSold.ON_REQUEST:
            return "Gọi để hỏi hàng"
        case HowSold.TO_ORDER if stored["is_available"]:
            return to_order(stored["days_to_make"])
    if stored["is_available"]:
        return ""
    following = next_season(stored["months"], on=on)
    return f"Mùa sau có: tháng {following}" if following else ""


def _drawn(group: ProductGroup) -> dict[str, str]:
    """The group's drawing; the group's name stands beside it, so it needs no words of its own."""
    name = f"img/nhom-{group.code.lower()}"
    return {"src160": static(f"{name}-160.webp"), "src320": static(f"{name}-320.webp"), "alt": ""}

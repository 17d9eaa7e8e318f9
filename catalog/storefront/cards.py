"""From what the search found to the cards of a page: what depends on the day is worked out here."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from catalog.listings.presentation.wording import next_season, to_order
from catalog.listings.states import HowSold
from catalog.search.port import Hit

NEW_FOR_DAYS = 14

Card = dict[str, Any]
"""What the `card` tag takes, and what the seasons' strip needs: months, season_note."""


def cards_of(hits: Iterable[Hit], *, on: date) -> list[Card]:
    """The cards of these hits on that day."""
    return [_card(hit, on) for hit in hits]


def _card(hit: Hit, on: date) -> Card:
    stored: Card = hit.card
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

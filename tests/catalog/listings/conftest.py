"""A draft of Mai's, and the form as Tuấn types it."""

from typing import Any

import pytest
from django.test import Client

from catalog.listings.models import Listing
from catalog.listings.services import start_draft
from tests.factories import add_photo
from tests.people import signed_in

SMALL = (200, 200)
"""A photo just large enough to be let in."""

WHOLE_FORM = {
    "title": "Khăn thổ cẩm Lào",
    "description": "Khăn dệt tay, nhuộm lá rừng.",
    "product_set": "22",
    "how_sold": "stock",
    "price": "250.000",
    "unit": "chiếc",
    "weight": "300 g",
    "stock": "5",
    "reach": "everywhere",
    "months": ["10", "11"],
    "season_note": "Dệt lúc nông nhàn",
    "story": "Cô dâu dệt tấm khăn này trước ngày cưới.\n\nMẹ dạy con.",
    "teller": "Bà Mai",
    "origin_group": "Lào",
    "details_name": ["Kích thước", ""],
    "details_value": ["40 × 180 cm", ""],
}


@pytest.fixture
def draft(mai, tuan) -> Listing:
    """An empty draft that Tuấn opened for Mai."""
    return start_draft(mai, by=tuan)


@pytest.fixture
def draft_with_photo(draft) -> Listing:
    """The same with one photo."""
    add_photo(draft, size=SMALL)
    return draft


def typed(listing: Listing, **changes: Any) -> dict[str, Any]:
    """The whole form with these boxes changed, as the page of this listing sends it."""
    listing.refresh_from_db()
    return {"version": listing.version, "lam": "luu", **WHOLE_FORM, **changes}


def save(person: Any, listing: Listing, **changes: Any) -> Any:
    """Send the form with these boxes changed."""
    client = person if isinstance(person, Client) else signed_in(person)
    response = client.post(f"/can-bo/hang/{listing.pk}/sua/", typed(listing, **changes))
    listing.refresh_from_db()
    return response


def text_of(response: Any) -> str:
    """The page as text."""
    return response.content.decode()

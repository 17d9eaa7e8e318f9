"""Listings that wait, and a cache that remembers nothing of other tests."""

from typing import Any

import pytest
from django.core.cache import cache

from catalog.listings.models import Listing
from catalog.listings.states import ListingState
from tests import factories
from tests.people import signed_in


@pytest.fixture(autouse=True)
def _fresh_cache() -> None:
    """The middle prices of one test are not those of another."""
    cache.clear()


@pytest.fixture
def waiting(mai, tuan) -> Listing:
    """Mai's scarf, sent by Tuấn."""
    return factories.listing(of=mai, state=ListingState.SUBMITTED, submitted_by=tuan)


def decide(person: Any, listing: Listing, decision: str, **data: Any) -> Any:
    """Press a button of the approver's page, as it was opened just now."""
    seen = listing.submitted_at.isoformat() if listing.submitted_at else ""
    return signed_in(person).post(f"/duyet/{listing.pk}/quyet-dinh/", {"quyet-dinh": decision, "seen": seen, **data})

"""Mai's scarf on sale, and a change of it."""

import pytest

from catalog.changes.models import ChangeRequest
from catalog.changes.services import start_change
from catalog.listings.models import Listing
from tests import factories


@pytest.fixture
def scarf(mai) -> Listing:
    """Mai's scarf on sale, with one photo."""
    listing = factories.listing(of=mai, photos=1)
    listing.months = [10, 11]
    listing.save()
    return listing


@pytest.fixture
def change(scarf, tuan) -> ChangeRequest:
    """A change of the scarf that Tuấn has opened and written nothing in yet."""
    return start_change(scarf, by=tuan)

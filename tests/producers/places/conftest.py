"""All places of the country, loaded once for the tests of this folder."""

from collections.abc import Iterator
from typing import Any

import pytest

from producers.places.models import Commune, FormerCommune, Province
from producers.places.services import Loaded, load_places


@pytest.fixture(scope="package")
def all_places(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Loaded]]:
    """The real provinces, communes and former communes; gives what the first load did."""
    with django_db_blocker.unblock():
        done = load_places()
    yield done
    with django_db_blocker.unblock():
        for model in (FormerCommune, Commune, Province):
            model.objects.all()._raw_delete("default")


@pytest.fixture
def places(all_places: dict[str, Loaded], db: None) -> dict[str, Loaded]:
    """The real places, in a test of its own."""
    return all_places

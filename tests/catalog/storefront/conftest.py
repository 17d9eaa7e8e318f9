"""An empty search and an empty page cache for every test, and a way to put the goods on the stalls."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.cache import cache

from catalog.listings.indexing import build_documents, listed_keys
from catalog.search.engine import get_engine
from catalog.search.port import SearchEngine


@pytest.fixture(autouse=True)
def stalls(settings: LazySettings, tmp_path: Path) -> Iterator[SearchEngine]:
    """The market's own search engine with an empty index."""
    settings.SEARCH_DIR = tmp_path / "search"
    get_engine.cache_clear()
    cache.clear()
    engine = get_engine()
    engine.reset()
    yield engine
    get_engine.cache_clear()
    cache.clear()


@pytest.fixture
def open_stalls(stalls: SearchEngine) -> Callable[[], None]:
    """Bring everything that is on sale to the search."""
    return lambda: stalls.replace(build_documents(list(listed_keys())))

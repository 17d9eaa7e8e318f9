"""Which engine this process uses; made once, when first asked for."""

from functools import lru_cache

from django.conf import settings

from catalog.search.port import SearchEngine


@lru_cache(maxsize=1)
def get_engine() -> SearchEngine:
    """Return the engine that the settings name: "embedded" or "elastic"."""
    if settings.SEARCH_ENGINE == "elastic":
        from catalog.search.elastic import ElasticEngine

        return ElasticEngine(settings.SEARCH_URL, settings.SEARCH_INDEX)
    from catalog.search.embedded import EmbeddedEngine

    return EmbeddedEngine(settings.SEARCH_DIR)

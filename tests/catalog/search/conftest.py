"""The engines that every test of the search may ask for; Elasticsearch only where a test is marked with it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from elasticsearch import Elasticsearch

from catalog.search.elastic import ElasticEngine
from catalog.search.embedded import EmbeddedEngine
from catalog.search.port import SearchEngine

OpenEngine = Callable[..., SearchEngine]


@pytest.fixture(scope="session")
def elastic_address() -> Iterator[str]:
    """The node of TEST_SEARCH_URL; what this session made there is dropped in the end."""
    address = os.environ.get("TEST_SEARCH_URL")
    if not address:
        pytest.fail("TEST_SEARCH_URL is not set: tests/elastic/start-node starts a node and prints its address")
    yield address
    client = Elasticsearch(address)
    for name in client.indices.get(index=f"{SESSION}-*"):
        client.indices.delete(index=name)


SESSION = f"test-{uuid4().hex[:8]}"


@pytest.fixture(params=["embedded", pytest.param("elastic", marks=pytest.mark.elastic)])
def open_engine(request: pytest.FixtureRequest, tmp_path: Path) -> OpenEngine:
    """Open an engine as another process would: the same name finds the same index."""
    if request.param == "embedded":
        return lambda name="market": EmbeddedEngine(tmp_path / name)
    address = request.getfixturevalue("elastic_address")
    return lambda name="market": ElasticEngine(address, f"{SESSION}-{name}")


@pytest.fixture
def engine(open_engine: OpenEngine) -> SearchEngine:
    """An engine with an empty index."""
    engine = open_engine()
    engine.reset()
    return engine


@pytest.fixture
def embedded(tmp_path: Path) -> EmbeddedEngine:
    """The embedded engine alone, with an empty index."""
    engine = EmbeddedEngine(tmp_path / "market")
    engine.reset()
    return engine


@pytest.fixture
def elastic(elastic_address: str) -> ElasticEngine:
    """The Elasticsearch engine alone, with an empty index."""
    engine = ElasticEngine(elastic_address, f"{SESSION}-alone")
    engine.reset()
    return engine

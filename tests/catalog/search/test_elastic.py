"""What only the Elasticsearch engine must stand: a server out of reach, a rebuild that died."""

import time

import pytest
from elasticsearch import Elasticsearch

from catalog.search.documents import LAYOUT
from catalog.search.elastic import MAPPINGS, ElasticEngine
from catalog.search.port import SearchUnavailable
from tests.catalog.search.conftest import SESSION
from tests.catalog.search.documents import document, look

NOBODY_LISTENS = "http://127.0.0.1:9"


@pytest.mark.parametrize(
    "attempt",
    [
        lambda engine: look(engine, "mật ong"),
        lambda engine: engine.index([document(1)]),
        lambda engine: engine.remove([1]),
        lambda engine: engine.replace([document(1)]),
        lambda engine: engine.reset(),
        lambda engine: engine.refresh(),
        lambda engine: engine.count(),
        lambda engine: engine.keys(),
        lambda engine: engine.exists(),
    ],
)
def test_a_server_out_of_reach_is_unavailable(attempt):
    with pytest.raises(SearchUnavailable):
        attempt(ElasticEngine(NOBODY_LISTENS, "market"))


def test_the_generation_needs_no_server():
    engine = ElasticEngine(NOBODY_LISTENS, "market")
    assert engine.generation() == engine.generation() != ""


@pytest.mark.elastic
@pytest.mark.parametrize(("age", "is_dead"), [(60, False), (2 * 3600, True)])
def test_a_rebuild_that_died_blocks_nobody_for_ever(elastic, elastic_address, age, is_dead):
    client = Elasticsearch(elastic_address)
    alias = f"{SESSION}-alone-{LAYOUT}"
    left = f"{alias}-{int((time.time() - age) * 1000)}"
    client.indices.create(index=left, mappings=MAPPINGS, aliases={f"{alias}-next": {}})
    try:
        if is_dead:
            elastic.index([document(1)])
            assert elastic.keys() == {1}
            elastic.replace([document(2)])
            assert (elastic.keys(), bool(client.indices.exists(index=left))) == ({2}, False)
        else:
            with pytest.raises(SearchUnavailable):
                elastic.index([document(1)])
    finally:
        client.indices.delete(index=left, ignore_unavailable=True)


@pytest.mark.elastic
def test_one_index_is_left_after_rebuilds(elastic, elastic_address):
    for key in (1, 2, 3):
        elastic.replace([document(key)])
    assert len(Elasticsearch(elastic_address).indices.get(index=f"{SESSION}-alone-*")) == 1
    assert elastic.keys() == {3}

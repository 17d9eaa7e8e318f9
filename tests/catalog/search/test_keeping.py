"""How an engine keeps documents, the same on both."""

import pytest

from catalog.search.port import SearchUnavailable
from tests.catalog.search.documents import document, fill, keys, look, titles

CARD = {"title": "Mật ong", "price": 150_000, "image": {"src": "/tep/1.avif", "sizes": [320, 640]}, "maker": None}


def test_the_card_comes_back_as_it_went_in(engine):
    fill(engine, [document(1, card=CARD)])
    (hit,) = look(engine).hits
    assert (hit.key, hit.card) == (1, CARD)


def test_a_document_takes_the_place_of_the_older_one(engine):
    fill(engine, [document(1, "Mật ong"), document(2, "Gạo")])
    fill(engine, [document(1, "Mắc ca")])
    assert titles(look(engine, "mac ca")) == ["Mắc ca"]
    assert look(engine, "mật ong").hits == []
    assert engine.keys() == {1, 2}
    assert engine.count() == 2


def test_a_key_twice_in_one_batch_leaves_the_last(engine):
    fill(engine, [document(1, "Mật ong"), document(1, "Mắc ca")])
    assert titles(look(engine)) == ["Mắc ca"]


def test_what_is_removed_is_gone_and_what_never_was_is_no_error(engine):
    fill(engine, [document(1), document(2)])
    engine.remove([1, 77])
    assert keys(look(engine)) == [2]
    assert engine.keys() == {2}


def test_nothing_to_store_or_remove(engine):
    fill(engine, [document(1)])
    engine.index([])
    engine.remove([])
    assert engine.keys() == {1}


def test_replacing_takes_the_old_away(engine):
    fill(engine, [document(1), document(2)])
    engine.replace([document(2, "Gạo"), document(3)])
    assert engine.keys() == {2, 3}
    assert titles(look(engine, "gạo")) == ["Gạo"]
    assert look(engine, "mật ong").total == 1


def test_while_a_replacement_is_made_the_old_is_found(engine, open_engine):
    fill(engine, [document(1)])
    buyer = open_engine()
    seen = []

    def documents():
        yield document(2)
        seen.append(keys(look(buyer)))
        yield document(3)

    engine.replace(documents())
    assert (seen, keys(look(buyer))) == ([[1]], [2, 3])


def test_a_replacement_that_fails_leaves_the_old_and_can_be_tried_again(engine):
    fill(engine, [document(1)])

    def documents():
        yield document(2)
        raise LookupError

    with pytest.raises(LookupError):
        engine.replace(documents())
    assert keys(look(engine)) == [1]
    engine.replace([document(3)])
    assert keys(look(engine)) == [3]


def test_while_a_replacement_is_made_no_other_change_is_taken(engine, open_engine):
    worker = open_engine()

    def documents():
        yield document(1)
        with pytest.raises(SearchUnavailable):
            worker.index([document(9)])
        with pytest.raises(SearchUnavailable):
            worker.remove([1])
        with pytest.raises(SearchUnavailable):
            worker.replace([])

    engine.replace(documents())
    assert engine.keys() == {1}
    worker.index([document(9)])
    assert engine.keys() == {1, 9}


def test_a_batch_that_fails_midway_can_be_sent_again(engine):
    def documents():
        yield document(1)
        raise LookupError

    with pytest.raises(LookupError):
        engine.index(documents())
    engine.index([document(1), document(2)])
    assert engine.keys() == {1, 2}


def test_a_key_beyond_32_bits_is_refused(engine):
    with pytest.raises(ValueError, match="4294967296"):
        engine.index([document(2**32)])


def test_other_processes_see_each_change_at_once(engine, open_engine):
    buyer = open_engine()
    assert look(buyer).total == 0
    fill(engine, [document(1)])
    assert keys(look(buyer)) == [1]
    engine.remove([1])
    assert look(buyer).total == 0


def test_the_generation_turns_with_every_change_and_with_nothing_else(engine, open_engine):
    buyer = open_engine()
    seen = [buyer.generation()]
    for change in (
        lambda: engine.index([document(1)]),
        lambda: engine.index([document(1)]),
        lambda: engine.remove([1]),
        lambda: engine.replace([document(2)]),
        engine.reset,
    ):
        change()
        seen.append(buyer.generation())
        look(buyer)
        assert buyer.generation() == engine.generation() == seen[-1]
    assert len(set(seen)) == 6


def test_without_an_index_the_engine_says_so_and_makes_none_by_itself(open_engine):
    engine = open_engine("nothing")
    assert not engine.exists()
    for attempt in (
        lambda: look(engine, "mật ong"),
        engine.count,
        engine.keys,
        lambda: engine.index([document(1)]),
        lambda: engine.remove([1]),
    ):
        with pytest.raises(SearchUnavailable, match="index_search --rebuild"):
            attempt()
    assert not engine.exists()


def test_a_first_index_is_there_only_when_it_is_complete(open_engine):
    engine, buyer = open_engine("first"), open_engine("first")

    def documents():
        yield document(1)
        assert not buyer.exists()
        yield document(2)

    engine.replace(documents())
    assert buyer.exists()
    assert buyer.keys() == {1, 2}

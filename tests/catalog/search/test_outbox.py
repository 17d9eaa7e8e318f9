"""Changes reach the engine at least once, in the end always."""

from datetime import timedelta
from threading import Event, Thread

import pytest
from django.db import close_old_connections, connection, transaction
from django.utils import timezone

from catalog.search.documents import StarSpan
from catalog.search.embedded import EmbeddedEngine
from catalog.search.models import SearchOutbox
from catalog.search.outbox import drain, mark_changed, mark_outdated, rebuild
from catalog.search.port import SearchUnavailable
from tests.catalog.search.documents import TODAY, document, look, titles

pytestmark = pytest.mark.django_db


class Stall:
    """What is on sale just now, by key; builds documents as the listings do."""

    def __init__(self, **goods):
        self.goods = {int(key.removeprefix("no")): title for key, title in goods.items()}

    def build(self, keys):
        return [document(key, self.goods[key]) for key in keys if key in self.goods]


def marks():
    return list(SearchOutbox.objects.order_by("pk").values_list("key", flat=True))


def make_due():
    SearchOutbox.objects.update(not_before=timezone.now())


def test_a_change_is_brought_and_its_mark_taken_away(embedded):
    stall = Stall(no1="Mật ong", no2="Gạo")
    mark_changed([1, 2])
    assert drain(embedded, stall.build) == 2
    assert (embedded.keys(), marks()) == ({1, 2}, [])
    stall.goods[1] = "Mắc ca"
    mark_changed([1])
    assert drain(embedded, stall.build) == 1
    assert titles(look(embedded)) == ["Mắc ca", "Gạo"]


def test_what_no_longer_holds_is_noted_once_and_holds_when_brought_anew(embedded, monkeypatch):
    span = StarSpan(3, TODAY, TODAY)
    monkeypatch.setattr(timezone, "localdate", lambda: TODAY)
    embedded.index([document(1, stars=(span,)), document(2)])
    tomorrow = TODAY + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda: tomorrow)
    for _ in range(2):
        mark_outdated(embedded, tomorrow)
    assert marks() == [1]
    drain(embedded, lambda keys: [document(key, stars=(span,)) for key in keys])
    mark_outdated(embedded, tomorrow)
    assert marks() == []


def test_what_is_off_sale_leaves_the_index(embedded):
    embedded.index([document(1), document(2)])
    mark_changed([1, 3])
    assert drain(embedded, Stall(no3="Gạo").build) == 2
    assert embedded.keys() == {2, 3}


def test_nothing_to_do(embedded):
    generation = embedded.generation()
    assert drain(embedded, Stall().build) == 0
    assert embedded.generation() == generation


def test_a_mark_belongs_to_the_transaction_of_the_change():
    with transaction.atomic():
        mark_changed([1])
        transaction.set_rollback(True)
    assert marks() == []


def test_many_marks_of_one_product_are_one_document(embedded):
    built = []

    def build(keys):
        built.extend(keys)
        return [document(key) for key in keys]

    mark_changed([5, 5])
    mark_changed([5])
    mark_changed([6])
    assert marks() == [5, 5, 6]
    assert drain(embedded, build) == 3
    assert built == [5, 6]


def test_batches_go_from_the_oldest_on(embedded):
    mark_changed(range(1, 8))
    stall = Stall(**{f"no{key}": "Gạo" for key in range(1, 8)})
    assert [drain(embedded, stall.build, limit=3) for _ in range(4)] == [3, 3, 1, 0]
    assert embedded.keys() == set(range(1, 8))


def test_a_mark_written_while_its_product_is_brought_is_not_lost(embedded):
    stall = Stall(no1="Mật ong")

    def build(keys):
        documents = stall.build(keys)
        stall.goods[1] = "Mắc ca"
        mark_changed([1])
        return documents

    mark_changed([1])
    assert drain(embedded, build) == 1
    assert (titles(look(embedded)), marks()) == (["Mật ong"], [1])
    assert drain(embedded, stall.build) == 1
    assert (titles(look(embedded)), marks()) == (["Mắc ca"], [])


def test_a_stopped_engine_loses_nothing_and_catches_up(tmp_path):
    engine = EmbeddedEngine(tmp_path)
    stall = Stall(no1="Mật ong", no2="Gạo")
    mark_changed([1])
    for attempt, wait in enumerate((2, 4, 8, 16, 32, 60, 60), start=1):
        make_due()
        before = timezone.now()
        assert drain(engine, stall.build) == 0
        (mark,) = SearchOutbox.objects.all()
        assert (mark.attempts, "no search index" in mark.last_error) == (attempt, True)
        assert timedelta(0) <= mark.not_before - before - timedelta(seconds=wait) < timedelta(seconds=5)
    mark_changed([2])
    engine.reset()
    assert drain(engine, stall.build) == 1
    assert (engine.keys(), marks()) == ({2}, [1])
    make_due()
    assert drain(engine, stall.build) == 1
    assert (engine.keys(), marks()) == ({1, 2}, [])


@pytest.mark.parametrize("error", [LookupError("no photo"), ValueError("odd price")])
def test_a_product_that_cannot_be_built_keeps_no_other_out(embedded, error):
    def build(keys):
        if 2 in keys:
            raise error
        return [document(key) for key in keys]

    mark_changed([1, 2, 3])
    assert drain(embedded, build) == 2
    assert embedded.keys() == {1, 3}
    (mark,) = SearchOutbox.objects.all()
    assert (mark.key, mark.attempts, mark.last_error) == (2, 1, str(error))


def test_a_document_that_the_engine_cannot_hold_keeps_no_other_out(embedded):
    mark_changed([1, 2])
    assert drain(embedded, lambda keys: [document(key, price=-1 if key == 2 else 1) for key in keys]) == 1
    assert (embedded.keys(), marks()) == ({1}, [2])


def test_marks_that_a_second_worker_took_too_are_marked_again(embedded):
    stall = Stall(no1="Mật ong")

    def build(keys):
        documents = stall.build(keys)
        stall.goods[1] = "Mắc ca"
        drain(embedded, stall.build)
        return documents

    mark_changed([1])
    drain(embedded, build)
    assert marks() == [1]
    assert drain(embedded, stall.build) == 1
    assert (titles(look(embedded)), marks()) == (["Mắc ca"], [])


def test_marking_and_draining_take_as_many_queries_for_three_as_for_one(embedded, django_assert_num_queries):
    savepoints = 2 if connection.features.has_select_for_update_skip_locked else 0
    for keys in ([1], [2, 3, 4]):
        with django_assert_num_queries(1):
            mark_changed(keys)
        with django_assert_num_queries(5 + savepoints):
            drain(embedded, lambda keys: [document(key) for key in keys])


def test_a_rebuild_takes_older_marks_away_and_leaves_younger_ones(embedded):
    embedded.index([document(9)])
    mark_changed([1, 9])
    told = []

    def build(keys):
        mark_changed([2])
        return [document(key) for key in keys]

    assert rebuild(embedded, iter(range(1, 601)), build, lambda *progress: told.append(progress)) == 600
    assert embedded.keys() == set(range(1, 601))
    assert marks() == [2, 2]
    assert told == [(500, 600), (600, 600)]


def test_a_rebuild_that_fails_takes_no_mark_away(tmp_path):
    engine = EmbeddedEngine(tmp_path / "file" / "below")
    (tmp_path / "file").write_text("no folder")
    mark_changed([1])
    with pytest.raises(SearchUnavailable):
        rebuild(engine, [1], Stall(no1="Gạo").build)
    assert marks() == [1]


@pytest.mark.elastic
def test_marks_wait_while_the_index_is_rebuilt(elastic):
    stall = Stall(no1="Mật ong", no2="Gạo")
    mark_changed([1])

    def build(keys):
        assert drain(elastic, stall.build) == 0
        return stall.build(keys)

    rebuild(elastic, [2], build)
    assert elastic.keys() == {2}
    mark_changed([1])
    assert drain(elastic, stall.build) == 1
    assert elastic.keys() == {1, 2}


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_workers_never_bring_one_product_at_the_same_time(embedded):
    stall, is_building, may_go_on = Stall(no1="Mật ong"), Event(), Event()

    def slow_build(keys):
        documents = stall.build(keys)
        is_building.set()
        assert may_go_on.wait(10)
        return documents

    def slow_worker():
        drain(embedded, slow_build)
        close_old_connections()

    mark_changed([1])
    worker = Thread(target=slow_worker)
    worker.start()
    assert is_building.wait(10)
    stall.goods[1] = "Mắc ca"
    mark_changed([1])
    assert drain(embedded, stall.build) == 0
    may_go_on.set()
    worker.join()
    assert (titles(look(embedded)), marks()) == (["Mật ong"], [1])
    assert drain(embedded, stall.build) == 1
    assert (titles(look(embedded)), marks()) == (["Mắc ca"], [])

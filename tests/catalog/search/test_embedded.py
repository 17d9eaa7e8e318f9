"""What only the embedded engine must stand: broken files, old layouts, a worker that is killed."""

import gc
import os
import subprocess
import sys
import weakref
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from catalog.search.documents import StarSpan
from catalog.search.embedded import EmbeddedEngine
from catalog.search.port import SearchUnavailable, Sort
from tests.catalog.search.documents import TODAY, demo_products, document, fill, keys, look

ROOT = Path(__file__).resolve().parents[3]
KILLED = """
import os, sys
from pathlib import Path
import django
django.setup()
from catalog.search.embedded import EmbeddedEngine
from tests.catalog.search.documents import document

def documents():
    for key in range(2, 3000):
        yield document(key)
    os.kill(os.getpid(), 9)

getattr(EmbeddedEngine(Path(sys.argv[1])), sys.argv[2])(documents())
"""


@pytest.fixture
def folder(tmp_path):
    EmbeddedEngine(tmp_path).replace(demo_products())
    return next(tmp_path.glob("layout-*"))


@pytest.mark.parametrize("text", ["", "{}", '{"segments": "none"}'])
def test_a_broken_index_is_unavailable_until_it_is_rebuilt(folder, text):
    (folder / "meta.json").write_text(text)
    check_broken_then_rebuilt(folder.parent)


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: os.truncate(path, 10)], ids=["gone", "cut"])
def test_an_index_without_its_files_is_unavailable_until_it_is_rebuilt(folder, harm):
    for path in folder.glob("*.term"):
        harm(path)
    check_broken_then_rebuilt(folder.parent)


def check_broken_then_rebuilt(home):
    engine = EmbeddedEngine(home)
    for attempt in (lambda: look(engine, "mật ong"), engine.count, lambda: engine.index([document(1)])):
        with pytest.raises(SearchUnavailable):
            attempt()
    engine.replace(demo_products())
    assert look(engine, "mật ong").total == 7


def test_an_old_view_goes_with_all_it_kept_and_waits_for_no_collector(folder):
    engine = EmbeddedEngine(folder.parent)
    look(engine, "mật ong")
    old = weakref.ref(engine._view)
    gc.disable()
    try:
        engine.refresh()
        assert old() is None
    finally:
        gc.enable()


def test_a_document_is_outdated_before_and_after_the_days_of_its_badge(embedded, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: TODAY)
    first, last = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
    fill(embedded, [document(1, stars=(StarSpan(4, first, last),)), document(2)])
    days = [first - timedelta(days=1), first, last, last + timedelta(days=1)]
    assert [embedded.outdated(day) for day in days] == [{1}, set(), set(), {1}]
    monkeypatch.setattr(timezone, "localdate", lambda: days[-1])
    fill(embedded, [document(1, stars=(StarSpan(4, first, last),))])
    assert embedded.outdated(days[-1]) == set()


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("choices", [{}, {"province": "12"}, {"stars": (4,), "facets": ()}, {"available_only": True}])
def test_a_large_market_is_gone_through_from_the_best_on_and_nothing_is_lost(embedded, monkeypatch, sort, choices):
    fill(embedded, [_one_of_many(key) for key in range(1, 61)])
    small = [_page(embedded, sort, page, choices) for page in range(1, 9)]
    monkeypatch.setattr("catalog.search.embedded_view.MOST_BEST", 20)
    embedded.refresh()
    assert [_page(embedded, sort, page, choices) for page in range(1, 9)] == small
    assert len({key for found, _ in small for key in found}) == small[0][1] > 8


def _one_of_many(key):
    return document(
        key,
        price=None if key % 7 == 0 else key * 37 % 60 * 1000,
        sold=key * 13 % 60,
        is_available=key % 3 > 0,
        province="12" if key % 4 else "11",
        stars=(StarSpan(4, TODAY, TODAY),) if key % 5 == 0 else (),
        listed_at=datetime(2026, 1, 1 + key % 20, tzinfo=UTC),
    )


def _page(engine, sort, page, choices):
    results = look(engine, sort=sort, page=page, per_page=8, **choices)
    return keys(results), results.total


def test_an_index_that_vanishes_is_unavailable(folder):
    engine = EmbeddedEngine(folder.parent)
    assert look(engine).total == 82
    folder.rename(folder.with_name("elsewhere"))
    with pytest.raises(SearchUnavailable):
        look(engine)


def test_a_rebuild_throws_indices_of_other_layouts_away_and_nothing_else(tmp_path):
    for name in ("layout-00000000", "layout-00000000.new", "photos"):
        (tmp_path / name).mkdir()
    EmbeddedEngine(tmp_path).replace([document(1)])
    names = sorted(path.name for path in tmp_path.iterdir())
    assert (len(names), names[1], names[0][:7]) == (2, "photos", "layout-")
    assert EmbeddedEngine(tmp_path).keys() == {1}


@pytest.mark.parametrize("act", ["index", "replace"])
def test_a_worker_killed_midway_leaves_the_old_index_and_no_lock(tmp_path, act):
    engine = EmbeddedEngine(tmp_path)
    engine.replace([document(1)])
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "shop.settings.test", "PYTHONPATH": str(ROOT)}
    worker = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), act], env=environment, check=False)
    assert worker.returncode == -9
    assert keys(look(engine)) == [1]
    engine.index([document(2)])
    assert keys(look(engine)) == [1, 2]

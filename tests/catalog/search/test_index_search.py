"""The worker that runs beside the web server."""

import os
import signal
from io import StringIO
from threading import Timer

import pytest
from django.core.management import CommandError, call_command

from catalog.search.engine import get_engine
from catalog.search.models import SearchOutbox
from catalog.search.outbox import mark_changed
from tests.catalog.search.documents import document

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_engine(settings, tmp_path):
    settings.SEARCH_DIR = tmp_path / "search"
    get_engine.cache_clear()
    yield get_engine()
    get_engine.cache_clear()


def said(*arguments):
    out = StringIO()
    call_command("index_search", *arguments, stdout=out)
    return [line.rpartition(" in ")[0] or line for line in out.getvalue().splitlines()]


def said_until_stopped(number):
    """Run the worker for half a second, then tell it to stop by that signal."""
    before = {each: signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT)}
    Timer(0.5, os.kill, (os.getpid(), number)).start()
    try:
        return said()
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def test_rebuild_makes_the_index_of_what_is_on_sale(own_engine):
    assert said("--rebuild") == ["Search: index built of 0 products"]
    own_engine.index([document(1)])
    said("--rebuild")
    assert own_engine.count() == 0


def test_once_brings_what_waits(own_engine):
    own_engine.reset()
    own_engine.index([document(1), document(2)])
    mark_changed([1])
    assert said("--once") == ["Search: 1 changes brought"]
    assert own_engine.keys() == {2}
    assert SearchOutbox.objects.count() == 0


def test_once_without_an_index_makes_it(own_engine):
    mark_changed([1])
    assert said("--once") == ["Search: index built of 0 products"]
    assert (own_engine.count(), SearchOutbox.objects.count()) == (0, 0)


def test_an_engine_that_does_not_answer_is_told_in_one_line(settings):
    settings.SEARCH_ENGINE, settings.SEARCH_URL = "elastic", "http://127.0.0.1:9"
    get_engine.cache_clear()
    with pytest.raises(CommandError, match="does not answer"):
        call_command("index_search", "--rebuild")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_worker_builds_a_missing_index_and_stops_when_told(own_engine, number):
    lines = said_until_stopped(number)
    assert lines == ["Search worker: ready", "Search: index built of 0 products", "Search worker: stopped"]
    assert own_engine.count() == 0


@pytest.mark.django_db(transaction=True)
def test_the_worker_outlives_a_stopped_engine(settings):
    settings.SEARCH_ENGINE, settings.SEARCH_URL = "elastic", "http://127.0.0.1:9"
    get_engine.cache_clear()
    mark_changed([1])
    first, trouble, last = said_until_stopped(signal.SIGTERM)
    assert (first, last) == ("Search worker: ready", "Search worker: stopped")
    assert trouble.startswith("Search worker: waiting 2 s: The search server does not answer")
    assert SearchOutbox.objects.count() == 1

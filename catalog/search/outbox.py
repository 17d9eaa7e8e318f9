"""How changes reach the search engine: at least once, in the end always, and never by half.

1. Who changes goods marks their keys in the same transaction: either both are there or neither.
2. A worker takes the oldest marks, builds the documents of their keys anew, and stores them.
3. Only then does it take away exactly the marks that it took: one written in between stays for the next round.
An engine that does not answer loses nothing: the marks stay and are tried again, later each time, up to a minute.
"""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date, timedelta
from itertools import islice

from django.db import connection, transaction
from django.utils import timezone

from catalog.search.models import SearchOutbox
from catalog.search.port import Document, SearchEngine, SearchUnavailable

BATCH = 500
LONGEST_WAIT = timedelta(minutes=1)

Build = Callable[[list[int]], Iterable[Document]]
logger = logging.getLogger(__name__)


def mark_changed(keys: Iterable[int]) -> None:
    """Note that the search must look at these products again; call it in the transaction that changes them."""
    marks = [SearchOutbox(key=key) for key in dict.fromkeys(keys)]
    SearchOutbox.objects.bulk_create(marks, batch_size=BATCH)


def mark_outdated(engine: SearchEngine, on: date) -> None:
    """Note what the engine keeps that no longer holds on that day, unless it is noted already."""
    keys = engine.outdated(on)
    if keys:
        mark_changed(keys.difference(SearchOutbox.objects.values_list("key", flat=True)))


def drain(engine: SearchEngine, build: Build, limit: int = BATCH) -> int:
    """Bring the oldest marks to the engine and return how many were brought; 0 too if it does not answer.

    `build` returns the documents of those keys that are on sale; the others leave the index. One worker drains at
    a time: of two documents of one key, the older must not land last.
    """
    with _held():
        due = SearchOutbox.objects.filter(not_before__lte=timezone.now())
        oldest = list(due.values_list("pk", flat=True)[:limit])
        marks = list(SearchOutbox.objects.filter(pk__in=oldest).select_for_update(skip_locked=True))
        if len(marks) < len(oldest):
            return 0
        return _bring(engine, build, marks)


def rebuild(
    engine: SearchEngine,
    all_keys: Iterable[int],
    build: Build,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> int:
    """Build the whole index anew and return how many keys were gone through; `on_progress` gets done and total.

    Raises SearchUnavailable. Marks older than the rebuild are done with; younger ones wait for the worker.
    """
    older = list(SearchOutbox.objects.values_list("pk", flat=True))
    keys = list(all_keys)

    def documents() -> Iterator[Document]:
        done = 0
        for batch in _batches(keys):
            yield from build(batch)
            done += len(batch)
            on_progress(done, len(keys))

    engine.replace(documents())
    for pks in _batches(older):
        SearchOutbox.objects.filter(pk__in=pks).delete()
    return len(keys)


def _held() -> AbstractContextManager[None]:
    """Keep the marks locked where the database can. SQLite would lock every writer out for as long."""
    return transaction.atomic() if connection.features.has_select_for_update_skip_locked else nullcontext()


def _bring(engine: SearchEngine, build: Build, marks: Sequence[SearchOutbox]) -> int:
    """Store what the marks stand for; a product that cannot be built keeps no other from it."""
    keys = list(dict.fromkeys(mark.key for mark in marks))
    try:
        with transaction.atomic() if connection.in_atomic_block else nullcontext():
            _store(engine, build, keys)
    except SearchUnavailable as error:
        _put_off(marks, error)
        return 0
    except Exception as error:
        if len(keys) > 1:
            return sum(_bring(engine, build, own) for own in _by_key(marks))
        logger.exception("Product %s cannot be brought to the search", keys[0])
        _put_off(marks, error)
        return 0
    gone, _ = SearchOutbox.objects.filter(pk__in=[mark.pk for mark in marks]).delete()
    if gone < len(marks):
        # A second worker took them too (only SQLite lets it): whose document landed last is unknown.
        mark_changed(keys)
    return len(marks)


def _store(engine: SearchEngine, build: Build, keys: list[int]) -> None:
    if not keys:
        return
    documents = list(build(keys))
    if documents:
        engine.index(documents)
    off_sale = set(keys) - {document.key for document in documents}
    if off_sale:
        engine.remove(off_sale)


def _put_off(marks: Iterable[SearchOutbox], error: Exception) -> None:
    now = timezone.now()
    for mark in marks:
        mark.attempts += 1
        mark.last_error = str(error)[:500]
        mark.not_before = now + min(timedelta(seconds=2 ** min(mark.attempts, 10)), LONGEST_WAIT)
    SearchOutbox.objects.bulk_update(marks, ["attempts", "last_error", "not_before"], batch_size=BATCH)
    logger.warning("The search is not up to date: %s", error)


def _by_key(marks: Iterable[SearchOutbox]) -> Iterable[list[SearchOutbox]]:
    grouped: dict[int, list[SearchOutbox]] = defaultdict(list)
    for mark in marks:
        grouped[mark.key].append(mark)
    return grouped.values()


def _batches(numbers: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(numbers)
    while batch := list(islice(rest, BATCH)):
        yield batch

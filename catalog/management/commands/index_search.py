"""Keep the search up to date with the stalls: the worker that runs beside the web server."""

import signal
import time
from argparse import ArgumentParser
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from catalog.listings.indexing import build_documents, listed_keys
from catalog.search.engine import get_engine
from catalog.search.outbox import drain, mark_outdated, rebuild
from catalog.search.port import SearchEngine, SearchUnavailable

POLL_SECONDS = 1.0
LONGEST_PAUSE = 30.0


class Command(BaseCommand):
    """Bring changed goods to the search engine, for ever or once, or build the index anew."""

    help = "Bring changed goods to the search engine until stopped. A missing index is built first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer --once and --rebuild."""
        parser.add_argument("--once", action="store_true", help="bring what waits now, then stop")
        parser.add_argument("--rebuild", action="store_true", help="build the whole index anew, then stop")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do as asked. Raises CommandError if the engine does not answer to --once or --rebuild."""
        engine = get_engine()
        if not options["once"] and not options["rebuild"]:
            self._keep_up(engine)
            return
        try:
            if options["rebuild"] or not engine.exists():
                self._rebuild(engine)
            while options["once"] and self._drain(engine):
                pass
        except SearchUnavailable as error:
            raise CommandError(str(error)) from error

    def _keep_up(self, engine: SearchEngine) -> None:
        """Work until told to stop; after trouble pause longer each time."""
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        self._say("Search worker: ready")
        pause = POLL_SECONDS
        while not stop.is_set():
            close_old_connections()
            try:
                self._catch_up(engine, stop)
                pause = POLL_SECONDS
            except (SearchUnavailable, DatabaseError) as error:
                pause = min(pause * 2, LONGEST_PAUSE)
                self._say(f"Search worker: waiting {pause:.0f} s: {error}")
            stop.wait(pause)
        self._say("Search worker: stopped")

    def _catch_up(self, engine: SearchEngine, stop: Event) -> None:
        if not engine.exists():
            self._rebuild(engine)
        mark_outdated(engine, timezone.localdate())
        while not stop.is_set() and self._drain(engine):
            pass

    def _drain(self, engine: SearchEngine) -> int:
        started = time.monotonic()
        count = drain(engine, build_documents)
        if count:
            self._say(f"Search: {count} changes brought in {time.monotonic() - started:.2f} s")
        return count

    def _rebuild(self, engine: SearchEngine) -> None:
        started = time.monotonic()
        count = rebuild(engine, listed_keys(), build_documents, self._tell_progress)
        self._say(f"Search: index built of {count} products in {time.monotonic() - started:.1f} s")

    def _tell_progress(self, done: int, total: int) -> None:
        if done % 5000 == 0:
            self._say(f"Search: {done} of {total} products")

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()

"""The rounds: what becomes due by itself as days pass, looked after again and again beside the web server."""

import logging
import signal
from argparse import ArgumentParser
from threading import Event
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections
from django.utils import timezone
from django.utils.module_loading import import_string

SECONDS_BETWEEN = 600
logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Call every function that settings name in ROUNDS, for ever or once."""

    help = "Do what became due by itself: reminders, pauses, ends. Until stopped, or once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer --once."""
        parser.add_argument("--once", action="store_true", help="go round once, then stop")

    def handle(self, *args: Any, **options: Any) -> None:
        """Go round as asked. With --once raises CommandError if a part failed; the others were done all the same."""
        if options["once"]:
            if not self._go_round():
                raise CommandError("Not everything could be done; the log says what.")
            return
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        while not stop.is_set():
            close_old_connections()
            self._go_round()
            stop.wait(SECONDS_BETWEEN)

    def _go_round(self) -> bool:
        """Each part by itself: what fails keeps no other from its turn, and is tried again the next time."""
        is_whole = True
        for path in settings.ROUNDS:
            try:
                done = import_string(path)(at=timezone.now())
            except Exception:
                logger.exception("%s failed", path)
                is_whole = False
                continue
            if done:
                self.stdout.write(f"{path}: {done}")
        self.stdout.flush()
        return is_whole

"""Chromium before the market as production serves it: whole pages, compressed files, threads, an index of its own."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, sync_playwright

from catalog.listings.indexing import build_documents
from catalog.search.engine import get_engine
from catalog.search.outbox import drain
from producers.directory.models import Producer, SupportPoint
from shop.settings import base
from tests.journeys.goods import Stalls, fill_the_stalls
from tests.journeys.places import load_a_few_places
from tests.journeys.window import DESKTOP, PHONE, Device, Window

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]
"""The last two give every page a microphone that beeps, and let it listen without a question."""


@dataclass(frozen=True, slots=True)
class Market:
    """The market under test."""

    address: str

    def worker_catches_up(self) -> None:
        """Do what the search worker does beside a running market: bring every change to the index."""
        while drain(get_engine(), build_documents):
            pass


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of Debian. Its driver runs a loop in this thread, which Django would take for asynchronous code."""
    path = shutil.which("chromium")
    if path is None:
        pytest.fail("The journeys need Debian's package chromium")
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as driver:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def address(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the market listens, with its files named, packed and kept as in production."""
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.fail("The journeys need a database that threads share: set TEST_DATABASE_URL to a PostgreSQL")
    ours = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    root = tmp_path_factory.mktemp("tinh")
    with override_settings(STORAGES=base.STORAGES, STATICFILES_FINDERS=ours, STATIC_ROOT=root):
        call_command("collectstatic", interactive=False, verbosity=0)
        # What the thread would put around our application gives files out without asking who may have them.
        server = LiveServerThread("127.0.0.1", static_handler=lambda _: WSGIHandler())
        server.daemon = True
        server.start()
        server.is_ready.wait()
        if server.error:
            raise server.error
        yield f"http://127.0.0.1:{server.port}"
        server.terminate()


@pytest.fixture
def market(address: str, transactional_db: None, settings: Any, tmp_path: Path) -> Iterator[Market]:
    """The market with places of four provinces, no people, no goods, and an empty index."""
    settings.SEARCH_DIR = tmp_path / "search"
    get_engine.cache_clear()
    get_engine().replace([])
    cache.clear()
    load_a_few_places(tmp_path)
    yield Market(address)
    get_engine.cache_clear()


@pytest.fixture
def stalls(market: Market, mai: Producer, nua_ngam: SupportPoint) -> Stalls:
    """Goods that buyers find."""
    filled = fill_the_stalls(mai, nua_ngam)
    market.worker_catches_up()
    return filled


@pytest.fixture(params=[PHONE, DESKTOP], ids=lambda device: device.name)
def device(request: pytest.FixtureRequest) -> Device:
    """Every journey is made on a phone and on a desktop."""
    chosen: Device = request.param
    return chosen


@pytest.fixture
def open_window(chromium: Browser, market: Market, device: Device) -> Iterator[Callable[..., Window]]:
    """Open windows of different people; each is watched until the test ends."""
    windows: list[Window] = []

    def opened(**options: Any) -> Window:
        windows.append(Window(chromium, market.address, device, options))
        return windows[-1]

    yield opened
    for window in windows:
        window.context.close()
    assert [trouble for window in windows for trouble in window.troubles] == []

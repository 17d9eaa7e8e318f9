"""The market as it runs: several gunicorn processes on the test database, for tests of many buyers at once."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from threading import Barrier
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection

Form = tuple[str, str, dict[str, object]]
"""Path, cookie and fields of one POST."""
Answer = tuple[int, str]
"""Status and Location."""


@pytest.fixture
def market(transactional_db: None) -> Iterator[int]:
    """The port of a market with four processes of six threads each."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    database = connection.settings_dict
    login = f"{database['USER']}:{database['PASSWORD']}@{database['HOST']}:{database['PORT']}"
    environment = {**os.environ, "TEST_DATABASE_URL": f"postgres://{login}/{database['NAME']}"}
    command = [sys.executable, "-m", "gunicorn", "shop.wsgi:application", "--preload", "--bind", f"127.0.0.1:{port}"]
    options = ["--workers", "4", "--threads", "6", "--no-control-socket", "--log-level", "warning"]
    server = subprocess.Popen([*command, *options], env=environment)
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(20)


def wait_for(port: int, seconds: float = 30) -> None:
    """Wait until somebody answers there."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"nobody answers on port {port}")


@pytest.fixture
def send(market: int) -> Callable[[list[Form]], list[Answer]]:
    """Send all these forms at the same moment; gives every answer, in their order."""

    def one(start: Barrier, path: str, cookie: str, fields: dict[str, Any]) -> Answer:
        line = HTTPConnection("127.0.0.1", market, timeout=60)
        line.connect()
        start.wait()
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Sec-Fetch-Site": "same-origin",
            "Cookie": cookie,
        }
        line.request("POST", path, urlencode(fields), headers)
        answer = line.getresponse()
        answer.read()
        line.close()
        return answer.status, answer.headers.get("Location", "")

    def all_at_once(forms: list[Form]) -> list[Answer]:
        start = Barrier(len(forms))
        with ThreadPoolExecutor(len(forms)) as pool:
            sent = [pool.submit(one, start, *each) for each in forms]
            return [each.result() for each in sent]

    return all_at_once

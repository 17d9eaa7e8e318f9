"""Start the market's own processes on loopback, ask them over HTTP, and stop them."""

import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

HOST = "127.0.0.1"


class Answer(NamedTuple):
    """What came back over HTTP."""

    status: int
    headers: Mapping[str, str]
    text: str


class Process:
    """One running command with its log."""

    def __init__(self, command: list[str], *, cwd: Path, environment: Mapping[str, str], log: Path) -> None:
        self.log = log
        with log.open("wb") as out:
            self._popen = subprocess.Popen(
                command, cwd=cwd, env=dict(environment), stdout=out, stderr=out, start_new_session=True
            )

    @property
    def pid(self) -> int:
        """Its number."""
        return self._popen.pid

    @property
    def code(self) -> int | None:
        """The exit code, once it has ended."""
        return self._popen.poll()

    def said(self) -> str:
        """Everything it has printed so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def send(self, number: signal.Signals) -> None:
        """Send a signal to this process alone, not to its children."""
        self._popen.send_signal(number)

    def stop(self, number: signal.Signals = signal.SIGTERM, seconds: float = 20) -> int:
        """Send a signal and return the exit code. Raises TimeoutExpired if it does not end."""
        self.send(number)
        return self._popen.wait(seconds)

    def kill_all(self) -> None:
        """End it and whatever it started, by force."""
        for pid in [*descendants(self.pid), self.pid]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._popen.wait()


def descendants(pid: int) -> list[int]:
    """The children of a process, their children, and so on."""
    try:
        children = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []
    return children + [further for child in children for further in descendants(child)]


@contextmanager
def started(command: list[str], *, cwd: Path, environment: Mapping[str, str], log: Path) -> Iterator[Process]:
    """Run a command in the background; nothing of it is left afterwards."""
    process = Process(command, cwd=cwd, environment=environment, log=log)
    try:
        yield process
    finally:
        process.kill_all()


def free_port() -> int:
    """A port of loopback where nothing listens."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    return port


def is_open(port: int) -> bool:
    """Whether something listens there."""
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def ask(port: int, path: str, *, body: str = "", **headers: str) -> Answer:
    """GET, or POST with a body; header names are written with underscores."""
    connection = http.client.HTTPConnection(HOST, port, timeout=15)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if body:
        named["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        connection.request("POST" if body else "GET", path, body or None, named)
        response = connection.getresponse()
        text = response.read().decode("utf-8", "replace")
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, text)
    finally:
        connection.close()


def eventually(is_so: Callable[[], bool], *, seconds: float) -> bool:
    """Whether it becomes so in time; a connection that is refused meanwhile is no answer yet."""
    ends_at = time.monotonic() + seconds
    while time.monotonic() < ends_at:
        try:
            if is_so():
                return True
        except OSError:
            pass
        time.sleep(0.2)
    return False

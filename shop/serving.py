"""`make run`: prepare the embedded market, then serve it with gunicorn and keep its search index fresh."""

import argparse
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

HOST = "127.0.0.1"
ROOT = Path(__file__).resolve().parents[1]
SECONDS_TO_START = 60
SECONDS_TO_STOP = 15
COMMANDS = {
    "web server": ("-m", "gunicorn", "--log-level", "warning", "shop.wsgi"),
    "search indexer": ("manage.py", "index_search"),
    "rounds": ("manage.py", "make_rounds"),
}


def main() -> int:
    """Run the command line: --port N serves, --reset throws the demo data away."""
    parser = argparse.ArgumentParser(prog="make run")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--reset", action="store_true")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.local")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    os.register_at_fork(after_in_child=_let_the_parent_decide)
    try:
        return reset() if options.reset else run(options.port)
    except KeyboardInterrupt:
        say("\nStopped before the market opened; the next start prepares it anew.")
        return 130


def run(port: int) -> int:
    """Prepare the market and serve it until stopped. Raises SystemExit with the reason why it cannot."""
    refuse_a_port_in_use(port)
    with alone(f"http://{HOST}:{port}") as held:
        from shop.preparing import prepare

        prepare(say)
        return serve(port, held)


def reset() -> int:
    """Remove the demo's database, files and index. Raises SystemExit while the market runs."""
    with alone("nowhere: its demo data is being removed"):
        from shop.preparing import forget

        forget()
    say("The demo data is gone; `make run` starts anew.")
    return 0


def refuse_a_port_in_use(port: int) -> None:
    """Raise SystemExit with one clear line if the market cannot listen there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            why = error.strerror if isinstance(error, OSError) else "no such port"
            raise SystemExit(f"Cannot listen on port {port} ({why}); try another one: make run PORT=8001") from None


@contextmanager
def alone(where: str) -> Iterator[int]:
    """Hold the market's folder while anything of it runs. Raises SystemExit if another process does.

    The children inherit the open file, so that the folder stays held as long as one of them lives.
    """
    from django.conf import settings

    with (settings.VAR_DIR / "running").open("a+") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            held.seek(0)
            raise SystemExit(f"This market runs already, at {held.read()}; stop it there first.") from None
        held.truncate(0)
        held.write(where)
        held.flush()
        yield held.fileno()


def serve(port: int, held: int) -> int:
    """Serve until stopped; the web server and its workers live and die together."""
    address = f"http://{HOST}:{port}"
    environment = {**os.environ, "BIND": f"{HOST}:{port}", "PUBLIC_ADDRESS": address}
    running: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for name, arguments in COMMANDS.items():
            running[name] = subprocess.Popen(  # noqa: S603
                [sys.executable, *arguments], env=environment, cwd=ROOT, process_group=0, pass_fds=[held]
            )
        _wait_for_an_answer(port, running)
        _welcome(address)
        while not _dead(running):
            time.sleep(0.3)
        for name, code in _dead(running).items():
            print(f"The {name} ended by itself (code {code}), so the market stops.", file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:
        say("\nThe market closes; its data stays.")
        return 0
    finally:
        _stop(running)


def _wait_for_an_answer(port: int, running: dict[str, subprocess.Popen[bytes]]) -> None:
    """Return as soon as the web server listens, a child has died, or a minute is over."""
    ends_at = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < ends_at and not _dead(running):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.1)


def _welcome(address: str) -> None:
    from shop.demo.people import people_to_try

    say(f"\nChợ Phiên: {address}\n\n{people_to_try()}\n\nStop with Ctrl+C.")


def _dead(running: dict[str, subprocess.Popen[bytes]]) -> dict[str, int]:
    """The children that have ended, with their exit codes."""
    return {name: code for name, process in running.items() if (code := process.poll()) is not None}


def _stop(running: dict[str, subprocess.Popen[bytes]]) -> None:
    """End all children: kindly, and after a while by force."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    for process in running.values():
        process.terminate()
    ends_at = time.monotonic() + SECONDS_TO_STOP
    for process in running.values():
        try:
            process.wait(max(0.1, ends_at - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _interrupt(*_: Any) -> NoReturn:
    raise KeyboardInterrupt


def _let_the_parent_decide() -> None:
    """Keep Ctrl+C, which reaches all processes of the terminal, for the parent alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def say(text: str) -> None:
    """Tell the person at the terminal."""
    print(text, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())

"""`make run`: prepare the embedded market once, then serve it with gunicorn and keep its search index fresh."""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from shutil import rmtree

HOST = "127.0.0.1"


def main() -> int:
    """Run the command line: --port N serves, --reset throws the demo data away."""
    arguments = argparse.ArgumentParser(prog="make run")
    arguments.add_argument("--port", type=int, default=8000)
    arguments.add_argument("--reset", action="store_true")
    options = arguments.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.local")
    if is_port_taken(options.port) and not options.reset:
        print(f"Port {options.port} is in use; try: make run PORT={options.port + 1}", file=sys.stderr)  # noqa: T201
        return 1
    import django

    django.setup()
    if options.reset:
        return reset()
    prepare()
    return serve(options.port)


def is_port_taken(port: int) -> bool:
    """Whether something answers on that port of this machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return probe.connect_ex((HOST, port)) == 0


def reset() -> int:
    """Remove the demo's database, files and index."""
    from django.conf import settings

    for path in (settings.VAR_DIR / "media", settings.VAR_DIR / "search"):
        rmtree(path, ignore_errors=True)
    for path in settings.VAR_DIR.glob("cho-phien.sqlite3*"):
        path.unlink()
    say("The demo data is gone; `make run` starts anew.")
    return 0


def prepare() -> None:
    """Migrate, load places and the demo once, gather static files; a second time this takes seconds."""
    from django.core.management import call_command

    from catalog.listings.models import Listing

    started = time.monotonic()
    say("Preparing the database ...")
    call_command("migrate", verbosity=0)
    if not Listing.objects.exists():
        call_command("load_places")
        call_command("load_demo")
        call_command("index_search", "--rebuild")
    call_command("collectstatic", interactive=False, verbosity=0)
    say(f"Ready after {time.monotonic() - started:.0f} s.")


def serve(port: int) -> int:
    """Serve until stopped; the web server and the indexer live and die together."""
    from shop.demo.people import people_to_try

    environment = {**os.environ, "BIND": f"{HOST}:{port}", "PUBLIC_ADDRESS": f"http://{HOST}:{port}"}
    root = Path(__file__).resolve().parents[1]
    commands = (
        [sys.executable, "-m", "gunicorn", "shop.wsgi"],
        [sys.executable, "manage.py", "index_search"],
    )
    running = [subprocess.Popen(command, env=environment, cwd=root) for command in commands]  # noqa: S603
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: [process.terminate() for process in running])
    say(f"\nChợ Phiên: http://{HOST}:{port}\n\n{people_to_try()}\n\nStop with Ctrl+C.")
    while all(process.poll() is None for process in running):
        time.sleep(0.3)
    for process in running:
        process.terminate()
    return max((abs(process.wait()) for process in running), default=0) and 0


def say(text: str) -> None:
    """Tell the person at the terminal."""
    print(text, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())

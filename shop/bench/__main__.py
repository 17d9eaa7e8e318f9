"""Run the benchmark: one process for each size, each with a database and an index of its own under var/bench."""

import gc
import os
import subprocess
import sys
import time
from pathlib import Path

SIZES = (10_000, 100_000)
ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Without arguments measure all sizes; with one, that size, in this process."""
    if len(sys.argv) > 1:
        return run(int(sys.argv[1]))
    for size in SIZES:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "shop.settings.local",
            "VAR_DIR": str(ROOT / "var" / "bench" / str(size)),
        }
        subprocess.run([sys.executable, "-m", "shop.bench", str(size)], env=environment, cwd=ROOT, check=True)  # noqa: S603
    return 0


def run(size: int) -> int:
    """Make the market of that size unless it is there, measure it, print the table."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler
    from django.core.management import call_command

    from catalog.listings.models import Listing
    from shop.bench.generator import make_market
    from shop.bench.measure import table
    from shop.bench.requests import figures

    started = time.monotonic()
    call_command("migrate", verbosity=0)
    if Listing.objects.count() < size:
        call_command("load_places", verbosity=0)
        make_market(size)
        call_command("index_search", rebuild=True)
        call_command("collectstatic", interactive=False, verbosity=0)
        say(f"Made {size:,} products in {time.monotonic() - started:.0f} s.")
    settings.ROOT_URLCONF = "shop.bench.urls"
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)  # as in gunicorn.conf.py
    say(
        table(
            f"\n{size:,} products, {settings.DATABASES['default']['ENGINE'].rpartition('.')[2]}", figures(WSGIHandler())
        )
    )
    return 0


def say(text: str) -> None:
    """Tell the person at the terminal."""
    print(text, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())

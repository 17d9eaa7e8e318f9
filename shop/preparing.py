"""Prepare what the embedded market keeps under var/: once, and later only what stands on files that have changed.

1. A market that is not there yet is made in a file beside its place and moved there when everything is loaded: who
   stops half-way, however rudely, begins anew.
2. Its tables are made straight from the models, which spares half a minute of history; tests/stack compares the two.
3. Every step leaves the digest of the files that it stands on; a step whose files are the same is left out.
"""

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test.utils import override_settings

ROOT = Path(__file__).resolve().parents[1]

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to prepare, the files that it stands on, the command that does it, and a file that it leaves."""

    name: str
    files: tuple[str, ...]
    command: tuple[str, ...]
    leaves: str = ""

    def digest(self) -> str:
        """Return a word that changes whenever one of the files does, or the database is another."""
        seen = hashlib.sha256(str(settings.DATABASES["default"]["NAME"]).encode())
        for pattern in self.files:
            for path in sorted(ROOT.glob(pattern)):
                if path.is_file():
                    seen.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
        return seen.hexdigest()

    def is_gone(self) -> bool:
        """Whether somebody removed what it left."""
        return not (settings.VAR_DIR / self.leaves).exists()


STEPS = (
    Step("tables", ("requirements.txt", "*/migrations/*.py"), ("migrate",)),
    Step("places", ("producers/places/**/*.py", "producers/places/data/*"), ("load_places",)),
    Step("demo market", (), ("load_demo",)),
    Step("search index", ("catalog/**/*.py", "catalog/search/*.csv", "common/text.py"), ("index_search", "--rebuild")),
    Step(
        "pages' files",
        ("requirements.txt", "static/**/*"),
        ("collectstatic", "--clear", "--no-input"),
        "static/staticfiles.json",
    ),
)


def prepare(say: Say) -> None:
    """Do the steps whose files have changed; all of them for a market that is not there yet."""
    file = _database_file()
    is_new = file is not None and not file.exists()
    done = {} if is_new else _done_before()
    digests = {step.name: step.digest() for step in STEPS}
    wanted = [step for step in STEPS if done.get(step.name) != digests[step.name] or step.is_gone()]
    if not wanted:
        return
    started = time.monotonic()
    if file is not None and is_new:
        forget()
        with _made_beside(file):
            django.setup()
            make_tables()
            _do(wanted, say)
    else:
        django.setup()
        _do(wanted, say)
        if file is not None:
            _guard_the_trail()
    connections.close_all()
    _note().write_text(json.dumps(digests, indent=1))
    say(f"Prepared in {time.monotonic() - started:.0f} s.")


def forget() -> None:
    """Remove the market's database, files and index. Raises SystemExit where the database is no file of ours."""
    file = _database_file()
    if file is None:
        raise SystemExit("DATABASE_URL names a database server; empty it there.")
    _note().unlink(missing_ok=True)
    for part in ("", "-wal", "-shm", "-journal"):
        for name in (file.name, _unfinished(file).name):
            file.with_name(name + part).unlink(missing_ok=True)
    for folder in (settings.VAR_DIR / "media", settings.VAR_DIR / "private", settings.VAR_DIR / "search"):
        rmtree(folder, ignore_errors=True)


def make_tables() -> None:
    """Make all tables from the models, and write down that their migrations are done."""
    without_history = dict.fromkeys(config.label for config in apps.get_app_configs())
    with override_settings(MIGRATION_MODULES=without_history):
        call_command("migrate", run_syncdb=True, verbosity=0)
    call_command("migrate", fake=True, verbosity=0)
    _guard_the_trail()


def _guard_the_trail() -> None:
    """Put on the database's own rule, which no model tells of; where it is on already, nothing happens."""
    from common.audit.keeping import guard

    with connections["default"].schema_editor() as editor:
        guard(None, editor)


def _do(steps: list[Step], say: Say) -> None:
    for number, step in enumerate(steps, 1):
        say(f"[{number}/{len(steps)}] Preparing the {step.name} ...")
        if step.command != ("load_demo",) or _is_empty():
            call_command(*step.command, verbosity=0)


def _is_empty() -> bool:
    """Whether nothing was ever listed, so that the demo may come in."""
    from catalog.listings.models import Listing

    return not Listing.objects.exists()


@contextmanager
def _made_beside(file: Path) -> Iterator[None]:
    """Work on a new database file, which takes its place only when nothing went wrong."""
    database = settings.DATABASES["default"]
    database["NAME"] = str(_unfinished(file))
    yield
    connections.close_all()
    database["NAME"] = str(file)
    _unfinished(file).rename(file)


def _unfinished(file: Path) -> Path:
    return file.with_name(f"{file.name}.unfinished")


def _database_file() -> Path | None:
    """Where the SQLite database lies; None for a database server."""
    database = settings.DATABASES["default"]
    return Path(database["NAME"]) if database["ENGINE"] == "django.db.backends.sqlite3" else None


def _note() -> Path:
    path: Path = settings.VAR_DIR / "prepared.json"
    return path


def _done_before() -> dict[str, str]:
    """The digests that the last complete preparation left."""
    try:
        done: dict[str, str] = json.loads(_note().read_text())
    except (FileNotFoundError, ValueError):
        return {}
    return done

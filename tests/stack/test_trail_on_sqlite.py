"""SQLite keeps the audit trail by the same rule, made by the migrations or as `make run` makes its tables."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from common.audit.keeping import REFUSAL, TABLE
from tests.common.audit.test_keeping import STATEMENTS

pytestmark = pytest.mark.stack
ROOT = Path(__file__).resolve().parents[2]


MADE = "import django; django.setup(); from shop.preparing import make_tables; make_tables()"
AGAIN = "import django; django.setup(); from shop.preparing import _guard_the_trail; _guard_the_trail()"


@pytest.fixture(scope="module", params=["migrated", "made", "guarded later"])
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file of each origin, with one entry."""
    file = tmp_path_factory.mktemp("kept") / "cho.sqlite3"
    if request.param == "migrated":
        python(file, "manage.py", "migrate", "common", "-v0")
    else:
        python(file, "-c", MADE)
    if request.param == "guarded later":
        with sqlite3.connect(file) as database:
            for name in ("changed", "deleted", "replaced"):
                database.execute(f"DROP TRIGGER audit_not_{name}")
        python(file, "-c", AGAIN)
        python(file, "-c", AGAIN)
    with sqlite3.connect(file) as database:
        database.execute(
            f"INSERT INTO {TABLE} (action, by_name, on_behalf_of_name, at_point_name, subject_type_id, subject_id,"
            " subject_name, reason, before, after, at, words)"
            " SELECT 'price.changed', '', '', '', id, '1', '', 'hết mùa', '{}', '{}', '2026-11-26', ''"
            " FROM django_content_type LIMIT 1"
        )
    return file


def python(file: Path, *words: str) -> str:
    """What a process of its own prints, with that file as its database."""
    environment = {"TEST_DATABASE_URL": f"sqlite:///{file}", "PATH": "", "DJANGO_SETTINGS_MODULE": "shop.settings.test"}
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


@pytest.mark.parametrize(
    "statement",
    [
        *STATEMENTS,
        f"INSERT OR REPLACE INTO {TABLE} SELECT * FROM {TABLE}",
        f"REPLACE INTO {TABLE} SELECT * FROM {TABLE}",
    ],
)
def test_sqlite_refuses(statement, kept):
    with sqlite3.connect(kept) as database:
        with pytest.raises(sqlite3.IntegrityError, match=REFUSAL):
            database.execute(statement)
        assert database.execute(f"SELECT reason FROM {TABLE}").fetchall() == [("hết mùa",)]


OFF_AND_ON = """
import django; django.setup()
from django.core.management import call_command
from django.db import connection
for target in ("0002", "0001", "0002"):
    call_command("migrate", "common", target, verbosity=0)
    with connection.cursor() as cursor:
        print(cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()[0])
"""


def test_the_rule_goes_off_and_on_with_its_migration(tmp_path):
    assert python(tmp_path / "cho.sqlite3", "-c", OFF_AND_ON).split() == ["3", "0", "3"]

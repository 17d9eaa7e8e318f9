"""The database itself keeps the audit trail, whoever asks: raw SQL, a cascade, the admin."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from common.audit.keeping import REFUSAL, TABLE
from common.audit.models import AuditEntry
from common.audit.services import record
from tests import factories
from tests.people import signed_in

ROOT = Path(__file__).resolve().parents[3]
STATEMENTS = [
    f"UPDATE {TABLE} SET reason = 'khác'",
    f"UPDATE {TABLE} SET id = id + 1000",
    f"DELETE FROM {TABLE}",
    f"DELETE FROM {TABLE} WHERE action = 'price.changed'",
]


def refused_by_database(statement: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except IntegrityError as error:
        return REFUSAL in str(error)
    return False


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.parametrize("statement", STATEMENTS)
def test_postgresql_refuses(statement, tuan, mai):
    record("price.changed", by=tuan, subject=mai, reason="hết mùa")
    assert refused_by_database(statement)
    assert AuditEntry.objects.get().reason == "hết mùa"


@pytest.mark.postgres
@pytest.mark.django_db
def test_postgresql_refuses_on_conflict_too(tuan, mai):
    entry = record("price.changed", by=tuan, subject=mai)
    copied = f"INSERT INTO {TABLE} SELECT * FROM {TABLE} WHERE id = {entry.pk}"
    assert refused_by_database(f"{copied} ON CONFLICT (id) DO UPDATE SET reason = 'khác'")


@pytest.mark.postgres
@pytest.mark.django_db
def test_postgresql_finds_words_by_its_index(tuan, mai):
    record("price.changed", by=tuan, subject=mai, on_behalf_of=mai)
    for number in range(2_000):
        record("price.changed", by=None, subject=tuan, after={"number": number})
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {TABLE}")
    found = AuditEntry.objects.filter(words__has="mai lò")
    assert [entry.subject_name for entry in found] == ["Bà Lò Thị Mai"]
    assert "audit_words" in found.explain()


@pytest.mark.django_db
def test_no_cascade_takes_an_entry_along(tuan, mai):
    record("price.changed", by=tuan, subject=mai)
    with pytest.raises(ProtectedError):
        ContentType.objects.get_for_model(mai).delete()
    with pytest.raises(ProtectedError):
        tuan.delete()
    assert AuditEntry.objects.count() == 1


@pytest.mark.django_db
def test_the_admin_deletes_nobody_who_has_acted(quan):
    person = factories.user("cu", "Lò Văn Cũ")
    record("account.opened", by=person, subject=person)
    answer = signed_in(quan).post(f"/quan-tri/he-thong/auth/user/{person.pk}/delete/", {"post": "yes"})
    assert answer.status_code in (200, 403)
    person.refresh_from_db()
    assert AuditEntry.objects.count() == 1


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file made by the migrations, as `make run` makes it."""
    file = tmp_path_factory.mktemp("migrated") / "cho.sqlite3"
    python(file, "manage.py", "migrate", "common", "-v0")
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
def test_sqlite_refuses(statement, migrated):
    with sqlite3.connect(migrated) as database:
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

"""A first `make run` makes its tables from the models: they are what the migrations make, but for what stands here."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from shop.legal.keeping import KEPT

pytestmark = pytest.mark.stack
ROOT = Path(__file__).resolve().parents[2]
MIGRATED = "from django.core.management import call_command; call_command('migrate', verbosity=0)"
MADE = "from shop.preparing import make_tables; make_tables()"
# Oscar's migrations leave an index that its model no longer names, and a group that gives staff its whole dashboard.
ONLY_MIGRATED_INDEXES = {("communication_notification", ("date_sent",), False)}
ONLY_MIGRATED_ROWS = {"auth_group": 1}


@pytest.fixture(scope="module")
def databases(tmp_path_factory):
    """One database by its migrations, and one from the models."""
    made = {}
    for name, code in (("migrated", MIGRATED), ("made", MADE)):
        folder = tmp_path_factory.mktemp(name)
        environment = {
            "PATH": os.environ["PATH"],
            "VAR_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "shop.settings.local",
        }
        command = [sys.executable, "-c", f"import django; django.setup(); {code}"]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
        made[name] = sqlite3.connect(folder / "cho-phien.sqlite3")
    yield made
    for connection in made.values():
        connection.close()


def tables(connection):
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return [name for (name,) in names]


def both(databases, look):
    """What `look` finds in every table of the one and of the other database."""
    return tuple(
        {found for table in tables(databases[name]) for found in look(databases[name], table)}
        for name in ("migrated", "made")
    )


def test_the_columns_are_the_same(databases):
    def columns(connection, table):
        return [(table, *row[1:]) for row in connection.execute(f'PRAGMA table_info("{table}")')]

    migrated, made = both(databases, columns)
    assert migrated == made


def test_the_foreign_keys_are_the_same(databases):
    def keys(connection, table):
        return [(table, *row[2:]) for row in connection.execute(f'PRAGMA foreign_key_list("{table}")')]

    migrated, made = both(databases, keys)
    assert migrated == made


def test_the_indexes_are_the_same_under_whatever_name(databases):
    def indexes(connection, table):
        found = connection.execute(f'PRAGMA index_list("{table}")').fetchall()
        columns = {row[1]: connection.execute(f'PRAGMA index_info("{row[1]}")').fetchall() for row in found}
        return [(table, tuple(column[2] for column in columns[row[1]]), bool(row[2])) for row in found]

    migrated, made = both(databases, indexes)
    assert migrated - made == ONLY_MIGRATED_INDEXES
    assert made - migrated == set()


def test_the_checks_are_the_same(databases):
    def checks(connection, table):
        (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", [table]).fetchone()
        return [(table, part.split('"')[1]) for part in sql.split("CONSTRAINT ")[1:] if "CHECK" in part]

    migrated, made = both(databases, checks)
    assert migrated == made


def test_the_rules_that_the_database_keeps_are_the_same(databases):
    rules = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    migrated, made = (set(databases[name].execute(rules)) for name in ("migrated", "made"))
    assert migrated == made
    assert len(made) == 3 + len(KEPT)


def test_the_rows_that_come_with_the_tables_are_the_same(databases):
    def rows(connection, table):
        (count,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()
        return [(table, count - ONLY_MIGRATED_ROWS.get(table, 0) * (connection is databases["migrated"]))]

    migrated, made = both(databases, rows)
    assert migrated == made


def test_the_same_migrations_are_written_down_as_done(databases):
    applied = "SELECT app, name FROM django_migrations"
    migrated, made = (set(databases[name].execute(applied)) for name in ("migrated", "made"))
    assert migrated == made
    assert len(made) > 100

"""The embedded database knows how many rows its tables have."""

import pytest
from django.db import connection
from django.utils import timezone

from shop.upkeep import take_statistics


@pytest.mark.skipif(connection.vendor != "sqlite", reason="A PostgreSQL server looks at its tables by itself")
def test_sqlite_knows_its_tables(db, mai):
    take_statistics(at=timezone.now())
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'producers_producer'")
        assert cursor.fetchone()[0] > 0

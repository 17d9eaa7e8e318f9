"""Days and midnights of what is taken to be true."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.freshness.clock import Clock, Kind, clock_of, said_before
from common.rules.book import all_rules

DAY = date(2026, 11, 26)
CLOCK = Clock(ask=14, more=7)
MIDNIGHT = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)
"""The 26th begins in Vietnam."""
MOMENTS = st.integers(0, 4 * 366 * 86_400).map(
    lambda seconds: datetime(2024, 2, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)
"""Across two leap days."""


@pytest.mark.parametrize(("kind", "ask", "more"), [("stock", 14, 7), ("seasonal", 7, 7), ("to_order", 30, 14)])
def test_each_kind_has_its_days(kind, ask, more):
    assert clock_of(Kind(kind), on=DAY) == Clock(ask, more)


def test_every_number_names_its_source_and_that_it_is_our_own():
    rows = [row for key, rows in all_rules().items() if key.startswith("freshness.") for row in rows]
    assert len(rows) == 2 * len(Kind)
    assert {(row.unit, row.sure) for row in rows} == {("ngày", "O")}


@pytest.mark.parametrize(
    ("at", "asked_from", "last_day"),
    [
        (MIDNIGHT - timedelta(seconds=1), date(2026, 12, 9), date(2026, 12, 16)),
        (MIDNIGHT, date(2026, 12, 10), date(2026, 12, 17)),
    ],
)
def test_a_day_begins_at_midnight_in_vietnam(at, asked_from, last_day):
    assert CLOCK.asked_from(at) == asked_from
    assert CLOCK.last_day(at, None, on=DAY) == last_day


def test_the_point_has_all_its_days_from_when_it_was_asked():
    long_ago = MIDNIGHT - timedelta(days=90)
    assert CLOCK.last_day(long_ago, MIDNIGHT, on=DAY) == DAY + timedelta(days=7)
    assert CLOCK.last_day(long_ago, None, on=DAY) == DAY + timedelta(days=7)


def test_being_asked_before_the_last_word_counts_for_nothing():
    asked_before = MIDNIGHT - timedelta(days=1)
    assert CLOCK.last_day(MIDNIGHT, asked_before, on=DAY) == CLOCK.last_day(MIDNIGHT, None, on=DAY)


@given(MOMENTS, st.integers(1, 90))
def test_what_the_database_asks_is_what_the_page_says(at, days):
    clock = Clock(days, 7)
    due = clock.asked_from(at)
    assert at < said_before(days, on=due)
    assert at >= said_before(days, on=due - timedelta(days=1))

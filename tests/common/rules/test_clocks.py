"""Deadlines on the clock, the calendar, and between holidays."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.rules.clocks import (
    age_in_words,
    days_after,
    hours_after,
    is_working_day,
    last_start_before,
    working_days_after,
)

HERE = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.mark.parametrize(
    "day",
    ["2026-02-17", "2026-04-27", "2026-05-01", "2026-09-02", "2026-11-28", "2026-11-29", "2027-02-08"],
    ids=["tet", "hung-kings-observed", "labour", "national", "saturday", "sunday", "tet-2027"],
)
def test_offices_are_closed(day):
    assert not is_working_day(date.fromisoformat(day))


def test_tet_is_not_counted():
    assert working_days_after(date(2026, 2, 12), 3) == date(2026, 2, 24)


def test_no_days_end_where_they_start():
    assert working_days_after(date(2026, 11, 28), 0) == date(2026, 11, 28)


def test_a_moment_counts_from_its_day_here():
    late_in_london = datetime(2026, 11, 25, 18, tzinfo=ZoneInfo("UTC"))
    assert working_days_after(late_in_london, 1) == date(2026, 11, 27)
    assert days_after(late_in_london, 5) == date(2026, 12, 1)


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.integers(0, 10))
def test_what_began_up_to_that_day_is_late_and_nothing_that_began_later(day, number):
    start = last_start_before(day, number)
    assert working_days_after(start, number) < day
    assert working_days_after(start + timedelta(days=1), number) >= day


def test_leap_days_are_days():
    assert days_after(date(2028, 2, 27), 3) == date(2028, 3, 1)


def test_hours_run_through_the_night():
    start = datetime(2026, 11, 27, 16, 30, tzinfo=HERE)
    assert hours_after(start, 24) == datetime(2026, 11, 28, 16, 30, tzinfo=HERE)


@pytest.mark.parametrize(
    ("waited", "words"),
    [
        (timedelta(seconds=-5), "0 phút"),
        (timedelta(minutes=20), "20 phút"),
        (timedelta(minutes=60), "1 giờ"),
        (timedelta(hours=23, minutes=59), "23 giờ"),
        (timedelta(days=3, hours=5), "3 ngày"),
    ],
)
def test_the_age_is_said_as_people_say_it(waited, words):
    since = datetime(2026, 11, 23, 9, tzinfo=HERE)
    assert age_in_words(since, at=since + waited) == words

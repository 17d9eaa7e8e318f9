"""How long a listing may wait."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from catalog.approvals.deadlines import is_overdue, last_day

HERE = ZoneInfo("Asia/Ho_Chi_Minh")


def at(day: str, hour: int = 9) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), HERE) + timedelta(hours=hour)


@pytest.mark.parametrize(
    ("sent", "last"),
    [
        ("2026-11-16", "2026-11-18"),
        ("2026-11-23", "2026-11-26"),
        ("2026-11-26", "2026-11-30"),
        ("2026-11-27", "2026-12-01"),
        ("2026-11-28", "2026-12-01"),
        ("2026-11-29", "2026-12-01"),
    ],
    ids=["monday", "before-culture-day", "thursday", "friday", "saturday", "sunday"],
)
def test_two_working_days_are_given(sent, last):
    assert last_day(at(sent)) == date.fromisoformat(last)


def test_a_listing_is_overdue_from_the_day_after():
    sent = at("2026-11-16")
    assert not is_overdue(sent, at=at("2026-11-18", 23))
    assert is_overdue(sent, at=at("2026-11-19", 0))


def test_the_day_is_the_day_here_and_not_in_london():
    sent = datetime(2026, 11, 15, 18, tzinfo=ZoneInfo("UTC"))
    assert last_day(sent) == date(2026, 11, 18)

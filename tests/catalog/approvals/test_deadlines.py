"""How long a listing may wait."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from catalog.approvals.deadlines import age_in_words, is_overdue, last_day

HERE = ZoneInfo("Asia/Ho_Chi_Minh")


def at(day: str, hour: int = 9) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), HERE) + timedelta(hours=hour)


@pytest.mark.parametrize(
    ("sent", "last"),
    [
        ("2026-11-23", "2026-11-25"),
        ("2026-11-26", "2026-11-30"),
        ("2026-11-27", "2026-12-01"),
        ("2026-11-28", "2026-12-01"),
        ("2026-11-29", "2026-12-01"),
    ],
    ids=["monday", "thursday", "friday", "saturday", "sunday"],
)
def test_two_working_days_are_given(sent, last):
    assert last_day(at(sent)) == date.fromisoformat(last)


def test_a_listing_is_overdue_from_the_day_after():
    sent = at("2026-11-23")
    assert not is_overdue(sent, at=at("2026-11-25", 23))
    assert is_overdue(sent, at=at("2026-11-26", 0))


def test_the_day_is_the_day_here_and_not_in_london():
    sent = datetime(2026, 11, 22, 18, tzinfo=ZoneInfo("UTC"))
    assert last_day(sent) == date(2026, 11, 25)


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
    sent = at("2026-11-23")
    assert age_in_words(sent, at=sent + waited) == words

"""The week of a point: what people type, what pages say, and whether the door is open."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from producers.points.hours import (
    NotHours,
    Span,
    data_of,
    is_open,
    open_now,
    read_spans,
    told_week,
    week_of,
    written_spans,
)

HERE = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING, AFTERNOON = Span(time(7, 30), time(11, 30)), Span(time(13, 30), time(16, 30))
WEEK = {day: [MORNING, AFTERNOON] for day in range(1, 6)} | {6: [MORNING]}


def at(day, hour, minute=0, month=11):
    return datetime(2026, month, day, hour, minute, tzinfo=HERE)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", []),
        ("   ", []),
        ("7:30-11:30", [MORNING]),
        ("7h30 – 11h30", [MORNING]),
        ("07:30 đến 11:30, 13:30 tới 16:30", [MORNING, AFTERNOON]),
        ("7h30-11h30 và 13h30-16h30", [MORNING, AFTERNOON]),
        ("7-11", [Span(time(7), time(11))]),
        ("7 giờ - 11 giờ", [Span(time(7), time(11))]),
        ("7.30-11.30; 13.30-16.30", [MORNING, AFTERNOON]),
    ],
)
def test_hours_are_read_as_people_write_them(typed, read):
    assert read_spans(typed) == read


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("cả ngày", "Chưa đọc được “cả ngày”. Hãy gõ như 7:30–11:30, nghỉ thì để trống."),
        ("7:30", "Chưa đọc được “7:30”. Hãy gõ như 7:30–11:30, nghỉ thì để trống."),
        ("7:30-25:00", "“7:30-25:00”: không có giờ như vậy."),
        ("11:30-7:30", "“11:30-7:30”: giờ đóng cửa phải sau giờ mở cửa."),
        ("7:00-7:00", "“7:00-7:00”: giờ đóng cửa phải sau giờ mở cửa."),
        ("7:00-11:00, 10:00-12:00", "Các buổi cần xếp theo giờ và không chồng lên nhau."),
        ("13:00-15:00, 7:00-9:00", "Các buổi cần xếp theo giờ và không chồng lên nhau."),
        ("1-2, 3-4, 5-6, 7-8", "Một ngày nhiều nhất 3 buổi."),
    ],
)
def test_what_cannot_be_hours_says_why(typed, why):
    with pytest.raises(NotHours) as refused:
        read_spans(typed)
    assert str(refused.value) == why


minutes = st.lists(st.integers(0, 24 * 60 - 1), min_size=2, max_size=6, unique=True).map(sorted)


@given(minutes)
def test_what_is_written_is_read_the_same(chosen):
    edges = [time(each // 60, each % 60) for each in chosen[: len(chosen) // 2 * 2]]
    spans = [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True)]
    assert read_spans(written_spans(spans)) == spans
    assert week_of(data_of({3: spans})) == {3: spans}


def test_a_week_is_told_in_few_lines():
    assert told_week(WEEK) == [
        ("Thứ hai đến thứ sáu", "7:30–11:30, 13:30–16:30"),
        ("Thứ bảy", "7:30–11:30"),
        ("Chủ nhật", "nghỉ"),
    ]
    assert told_week({}) == told_week({1: []}) == []


@pytest.mark.parametrize(
    ("moment", "opened", "said"),
    [
        (at(26, 7, 29), False, "Đang nghỉ, mở lại lúc 7:30 hôm nay"),
        (at(26, 7, 30), True, "Đang mở cửa, đến 11:30"),
        (at(26, 11, 29), True, "Đang mở cửa, đến 11:30"),
        (at(26, 11, 30), False, "Đang nghỉ, mở lại lúc 13:30 hôm nay"),
        (at(26, 16, 30), False, "Đang nghỉ, mở lại lúc 7:30 ngày mai"),
        (at(28, 12), False, "Đang nghỉ, mở lại lúc 7:30 thứ hai 30/11"),
        (at(29, 9), False, "Đang nghỉ, mở lại lúc 7:30 ngày mai"),
    ],
)
def test_the_door(moment, opened, said):
    assert is_open(WEEK, moment) is opened
    assert open_now(WEEK, moment) == said


def test_the_hour_is_the_one_of_vietnam():
    half_past_midnight_in_utc = datetime(2026, 11, 26, 0, 30, tzinfo=ZoneInfo("UTC"))
    assert open_now(WEEK, half_past_midnight_in_utc) == "Đang mở cửa, đến 11:30"


def test_on_public_holidays_the_door_stays_shut():
    national_day = at(2, 9, month=9)
    assert not is_open(WEEK, national_day)
    assert open_now(WEEK, national_day).startswith("Đang nghỉ, mở lại lúc 7:30")


def test_without_hours_nothing_is_said():
    assert open_now({}, at(26, 9)) == ""

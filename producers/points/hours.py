"""The week of a support point: when it opens and closes, whether it is open now, how people read and write it.

Kept as JSON: the day of the week by its ISO number (1 is Monday), each with its spans, `{"1": [["07:30", "11:30"]]}`.
A day that is not there is closed, and so are public holidays.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby, pairwise
from typing import NamedTuple

from django.utils import timezone

from common.rules.clocks import public_holidays

DAYS = {
    1: "thứ hai",
    2: "thứ ba",
    3: "thứ tư",
    4: "thứ năm",
    5: "thứ sáu",
    6: "thứ bảy",
    7: "chủ nhật",
}
MOST_SPANS = 3
DAYS_AHEAD = 14
"""How far to look for the next opening: past any holiday, Tết included."""
ONE_TIME = r"(\d{1,2})(?:\s*(?::|h|giờ|g|\.)\s*(\d{2})?)?"
ONE_SPAN = re.compile(rf"{ONE_TIME}\s*(?:-|–|—|đến|tới)\s*{ONE_TIME}", re.IGNORECASE)


class Span(NamedTuple):
    """From when until when the point is open without a break."""

    opens: time
    closes: time

    def __str__(self) -> str:
        return f"{_written(self.opens)}–{_written(self.closes)}"


Week = Mapping[int, Sequence[Span]]


class NotHours(ValueError):  # noqa: N818
    """The text cannot be read as hours; the message says why in plain Vietnamese."""


def read_spans(text: str) -> list[Span]:
    """The spans that people type for one day: "7:30-11:30, 13h30 đến 16h30"; nothing typed means closed.

    Raises NotHours.
    """
    parts = [part.strip() for part in re.split(r"[,;]|\bvà\b", text) if part.strip()]
    spans = [_read_span(part) for part in parts]
    if len(spans) > MOST_SPANS:
        raise NotHours(f"Một ngày nhiều nhất {MOST_SPANS} buổi.")
    if any(before.closes >= after.opens for before, after in pairwise(spans)):
        raise NotHours("Các buổi cần xếp theo giờ và không chồng lên nhau.")
    return spans


def written_spans(spans: Sequence[Span]) -> str:
    """The spans of a day as people read and type them: "7:30–11:30, 13:30–16:30"."""
    return ", ".join(str(span) for span in spans)


def week_of(data: Mapping[str, Sequence[Sequence[str]]]) -> dict[int, list[Span]]:
    """The week that the JSON holds."""
    return {
        int(day): [Span(time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in spans]
        for day, spans in data.items()
    }


def data_of(week: Week) -> dict[str, list[list[str]]]:
    """The JSON of a week; closed days are left out."""
    return {
        str(day): [[f"{span.opens:%H:%M}", f"{span.closes:%H:%M}"] for span in week[day]]
        for day in sorted(week)
        if week[day]
    }


def told_week(week: Week) -> list[tuple[str, str]]:
    """The week in few lines: days in a row with the same hours stand together, closed ones say so."""
    if not any(week.values()):
        return []
    told = []
    for hours, group in groupby(DAYS, key=lambda day: written_spans(week.get(day, ()))):
        days = list(group)
        name = DAYS[days[0]] if len(days) == 1 else f"{DAYS[days[0]]} đến {DAYS[days[-1]]}"
        told.append((name[:1].upper() + name[1:], hours or "nghỉ"))
    return told


def is_open(week: Week, at: datetime) -> bool:
    """Whether the point is open at that moment."""
    here = timezone.localtime(at)
    return any(span.opens <= here.time() < span.closes for span in _spans_on(week, here.date()))


def open_now(week: Week, at: datetime) -> str:
    """One sentence: open until when, or closed and when it opens next; nothing if no hours are known."""
    here = timezone.localtime(at)
    for span in _spans_on(week, here.date()):
        if span.opens <= here.time() < span.closes:
            return f"Đang mở cửa, đến {_written(span.closes)}"
        if here.time() < span.opens:
            return f"Đang nghỉ, mở lại lúc {_written(span.opens)} hôm nay"
    for ahead in range(1, DAYS_AHEAD + 1):
        day = here.date() + timedelta(days=ahead)
        for span in _spans_on(week, day):
            when = "ngày mai" if ahead == 1 else f"{DAYS[day.isoweekday()]} {day:%d/%m}"
            return f"Đang nghỉ, mở lại lúc {_written(span.opens)} {when}"
    return ""


def _spans_on(week: Week, day: date) -> Sequence[Span]:
    return () if day in public_holidays() else week.get(day.isoweekday(), ())


def _read_span(text: str) -> Span:
    found = ONE_SPAN.fullmatch(text)
    if not found:
        raise NotHours(f"Chưa đọc được “{text}”. Hãy gõ như 7:30–11:30, nghỉ thì để trống.")
    opens_hour, opens_minute, closes_hour, closes_minute = (int(part or 0) for part in found.groups())
    try:
        span = Span(time(opens_hour, opens_minute), time(closes_hour, closes_minute))
    except ValueError as error:
        raise NotHours(f"“{text}”: không có giờ như vậy.") from error
    if span.opens >= span.closes:
        raise NotHours(f"“{text}”: giờ đóng cửa phải sau giờ mở cửa.")
    return span


def _written(moment: time) -> str:
    return f"{moment.hour}:{moment:%M}"

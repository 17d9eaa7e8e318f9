"""How long a listing may wait for its approver, as dated data."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Deadline:
    """How many working days an approver has, for listings sent from that day on."""

    valid_from: date
    working_days: int
    source: str


DEADLINES = (Deadline(date(2026, 7, 1), 2, "Quy chế của chợ: duyệt trong 2 ngày làm việc"),)


def last_day(sent_at: datetime) -> date:
    """The last working day for the decision; Saturdays, Sundays do not count, holidays are not known here."""
    sent = timezone.localdate(sent_at)
    rule = next((each for each in reversed(DEADLINES) if each.valid_from <= sent), DEADLINES[0])
    day, left = sent, rule.working_days
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < SATURDAY
    return day


def is_overdue(sent_at: datetime, *, at: datetime) -> bool:
    """Whether the decision should have been made by then."""
    return timezone.localdate(at) > last_day(sent_at)


def age_in_words(sent_at: datetime, *, at: datetime) -> str:
    """How long it has been waiting: "20 phút", "5 giờ", "3 ngày"."""
    minutes = max(0, int((at - sent_at).total_seconds() // 60))
    if minutes < 60:
        return f"{minutes} phút"
    if minutes < 24 * 60:
        return f"{minutes // 60} giờ"
    return f"{minutes // (24 * 60)} ngày"

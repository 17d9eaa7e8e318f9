"""Deadlines: hours on the clock, days on the calendar, working days between Vietnam's public holidays.

Public holidays (Labour Code 45/2019/QH14, Art. 112, with Tết and Hùng Kings' day by the lunar calendar) come from the
library `holidays`.
"""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from django.utils import timezone
from holidays import HolidayBase, country_holidays

SATURDAY = 5


@lru_cache
def public_holidays() -> HolidayBase:
    """Vietnam's public holidays; years are reckoned when first asked for."""
    return country_holidays("VN")


def is_working_day(day: date) -> bool:
    """Whether offices are open on that day."""
    return day.weekday() < SATURDAY and day not in public_holidays()


def working_days_after(start: date | datetime, number: int) -> date:
    """The last of that many working days after the start; the day of the start itself does not count."""
    day = timezone.localdate(start) if isinstance(start, datetime) else start
    while number:
        day += timedelta(days=1)
        number -= is_working_day(day)
    return day


def days_after(start: date | datetime, number: int) -> date:
    """The last of that many calendar days after the start."""
    day = timezone.localdate(start) if isinstance(start, datetime) else start
    return day + timedelta(days=number)


def months_after(start: date | datetime, number: int) -> date:
    """The same day of the month that many months later, or the month's last day where there is none."""
    day = timezone.localdate(start) if isinstance(start, datetime) else start
    years, month = divmod(day.month - 1 + number, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def hours_after(start: datetime, number: int) -> datetime:
    """The moment that many hours after the start."""
    return start + timedelta(hours=number)


def age_in_words(since: datetime, *, at: datetime) -> str:
    """How long it has been: "20 phút", "5 giờ", "3 ngày"."""
    minutes = max(0, int((at - since).total_seconds() // 60))
    if minutes < 60:
        return f"{minutes} phút"
    if minutes < 24 * 60:
        return f"{minutes // 60} giờ"
    return f"{minutes // (24 * 60)} ngày"


def last_start_before(day: date, number: int) -> date:
    """The last day on which something may have begun whose working days, so many, were over before that day."""
    start = day - timedelta(days=number + 1)
    while working_days_after(start, number) >= day:
        start -= timedelta(days=1)
    return start


def beginning_of(day: date) -> datetime:
    """Midnight in Vietnam, with which the day begins."""
    return timezone.make_aware(datetime.combine(day, time.min))

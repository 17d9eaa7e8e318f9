"""By when a request is acknowledged and answered; both last days count whole (rules `privacy.…`)."""

from datetime import date, datetime

from django.utils import timezone

from common.rules.book import rule
from common.rules.clocks import days_after, working_days_after


def acknowledge_by(received_at: datetime) -> date:
    """The last day to say that it has come."""
    day = timezone.localdate(received_at)
    return working_days_after(day, rule("privacy.acknowledge_working_days", on=day).value)


def answer_by(received_at: datetime, *, with_processor: bool, is_extended: bool) -> date:
    """The last day to answer: later if somebody else keeps data for the market, and once more if it was extended."""
    day = timezone.localdate(received_at)
    key = "privacy.answer_days_with_processor" if with_processor else "privacy.answer_days"
    days = rule(key, on=day).value + (rule("privacy.extension_days", on=day).value if is_extended else 0)
    return days_after(day, days)

"""How long an application may wait for its approver."""

from datetime import date, datetime

from django.utils import timezone

from common.rules.book import rule
from common.rules.clocks import working_days_after


def last_day(sent_at: datetime) -> date:
    """The last working day for the decision."""
    allowed = rule("producer.approval_working_days", on=timezone.localdate(sent_at))
    return working_days_after(sent_at, allowed.value)


def is_overdue(sent_at: datetime, *, at: datetime) -> bool:
    """Whether the decision should have been made by then."""
    return timezone.localdate(at) > last_day(sent_at)

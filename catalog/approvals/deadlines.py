"""How long a listing may wait for its approver."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from common.rules.book import rule
from common.rules.clocks import beginning_of, last_start_before, working_days_after


def last_day(sent_at: datetime) -> date:
    """The last working day for the decision."""
    allowed = rule("listing.approval_working_days", on=timezone.localdate(sent_at))
    return working_days_after(sent_at, allowed.value)


def overdue_before(at: datetime) -> datetime:
    """What was sent before that moment should have been decided by `at`."""
    today = timezone.localdate(at)
    allowed = rule("listing.approval_working_days", on=today)
    return beginning_of(last_start_before(today, allowed.value) + timedelta(days=1))


def is_overdue(sent_at: datetime, *, at: datetime) -> bool:
    """Whether the decision should have been made by then."""
    return timezone.localdate(at) > last_day(sent_at)

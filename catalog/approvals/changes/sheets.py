"""All that an approver or an auditor reads about one change: before and after, and what the rules find in it."""

from datetime import datetime
from typing import Any

from catalog.approvals.changes.queries import risks_of_changes
from catalog.approvals.deadlines import is_overdue, last_day
from catalog.changes.facts import live_facts, overtaken, seen_version
from catalog.changes.models import ChangeRequest
from catalog.changes.queries import compared_photos, differences, labels_of, told_change
from catalog.changes.states import OPEN, ChangeState
from common.audit.services import name_of
from common.rules.clocks import age_in_words


def change_sheet(change: ChangeRequest, *, at: datetime) -> dict[str, Any]:
    """Everything on the page of one change, for the template; `seen` marks what is shown of both sides."""
    live = live_facts(change.listing) if change.state in OPEN else change.base
    before, after = compared_photos(change, live)
    sent = change.submitted_at or at
    return {
        "change": change,
        "listing": change.listing,
        "waits": change.state == ChangeState.SUBMITTED,
        "seen": seen_version(change, live),
        "differences": differences(change, live),
        "photos_before": before,
        "photos_after": after,
        "moved": labels_of(overtaken(change, live)),
        "findings": risks_of_changes([change])[change.pk],
        "age": age_in_words(sent, at=at),
        "is_overdue": is_overdue(sent, at=at),
        "last_day": last_day(sent),
        "sent_by": name_of(change.submitted_by),
        "history": told_change(change),
    }

"""Write to the audit trail."""

from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model

from common.audit.models import AuditEntry
from common.audit.words import words_of


def name_of(user: User | None) -> str:
    """The name to show for a person: family name first, else the sign-in name; "Hệ thống" for none."""
    if user is None:
        return "Hệ thống"
    full_name = f"{getattr(user, 'last_name', '')} {getattr(user, 'first_name', '')}".strip()
    return full_name or user.get_username()


def record(
    action: str,
    *,
    by: User | None,
    subject: Model,
    on_behalf_of: Model | None = None,
    at_point: Model | None = None,
    reason: str = "",
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> AuditEntry:
    """Add one entry: `by` did `action` to `subject`, for `on_behalf_of`, at `at_point`."""
    by_name, behalf = name_of(by)[:200], str(on_behalf_of)[:200] if on_behalf_of else ""
    return AuditEntry.objects.create(
        action=action,
        by=by,
        by_name=by_name,
        on_behalf_of_id=on_behalf_of.pk if on_behalf_of else None,
        on_behalf_of_name=behalf,
        at_point_id=at_point.pk if at_point else None,
        at_point_name=str(at_point)[:200] if at_point else "",
        subject=subject,
        subject_name=str(subject)[:300],
        words=words_of(by_name, behalf, str(subject)[:300]),
        reason=reason,
        before=before or {},
        after=after or {},
    )

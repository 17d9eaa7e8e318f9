"""The audit trail in words: who did what, for whom, at which point, and what was different afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from common.audit.models import AuditEntry


@dataclass(frozen=True, slots=True)
class Told:
    """One act as people read it; `changes` are label, before and after."""

    at: datetime
    sentence: str
    at_point: str
    subject: str
    reason: str
    changes: list[tuple[str, str, str]]


def known_acts() -> dict[str, str]:
    """What every area calls its acts, as they stand inside a sentence; settings name the tables (ADR 0004)."""
    tables = [import_string(path) for path in settings.AUDIT_WORDS]
    return {action: f"{words[:1].lower()}{words[1:]}" for table in tables for action, words in table.items()}


def told(
    entry: AuditEntry,
    *,
    acts: Mapping[str, str],
    labels: Mapping[str, str],
    write: Callable[[str, Any], str] = lambda _, value: str(value),
) -> Told:
    """Tell the entry with the words of its area: what acts and facts are called, and how a fact is written."""
    what = acts.get(entry.action, entry.action)
    behalf = f" thay {entry.on_behalf_of_name}" if entry.at_point_name and entry.on_behalf_of_name else ""
    return Told(
        at=entry.at,
        sentence=f"{entry.by_name} {what}{behalf}",
        at_point=entry.at_point_name,
        subject=entry.subject_name,
        reason=entry.reason,
        changes=[
            (labels[name], write(name, entry.before.get(name)), write(name, entry.after.get(name)))
            for name in {**entry.before, **entry.after}
            if name in labels
        ],
    )

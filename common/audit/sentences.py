"""The audit trail in words: who did what, for whom, at which point, and what was different afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from common.audit.facts import changes_of
from common.audit.models import AuditEntry


@dataclass(frozen=True, slots=True)
class Told:
    """One act as people read it; `changes` are label, before and after.

    `behalf` is whose it is: with `behalf_word` "thay" the one in whose place somebody acted at a support point, with
    "của" the one whose thing it was. `thing` is what it was done to, empty if that says nothing new.
    """

    at: datetime
    sentence: str
    at_point: str
    subject: str
    reason: str
    changes: list[tuple[str, str, str]]
    by: str
    what: str
    thing: str
    behalf_word: str
    behalf: str

    @property
    def whole(self) -> str:
        """All in one sentence: "Lường Văn Tuấn sửa giá: Khăn piêu, thay Bà Lò Thị Mai, tại Điểm hỗ trợ xã Núa Ngam"."""
        parts = [
            f"{self.by} {self.what}" + (f": {self.thing}" if self.thing else ""),
            f"{self.behalf_word} {self.behalf}" if self.behalf else "",
            f"tại {self.at_point}" if self.at_point else "",
        ]
        return ", ".join(part for part in parts if part)


@lru_cache
def known_acts() -> dict[str, str]:
    """What every area calls its acts, as they stand inside a sentence; settings name the tables (ADR 0004)."""
    tables = [import_string(path) for path in settings.AUDIT_WORDS]
    return {action: f"{words[:1].lower()}{words[1:]}" for table in tables for action, words in table.items()}


def told(
    entry: AuditEntry,
    *,
    acts: Mapping[str, str] | None = None,
    labels: Mapping[str, str] | None = None,
    write: Callable[[str, Any], str] = lambda _, value: str(value),
) -> Told:
    """Tell the entry with the words of its area.

    With `labels` (and `write`) only these facts are told; without, every fact that was written down.
    """
    what = (known_acts() if acts is None else acts).get(entry.action, entry.action)
    behalf, point, subject = entry.on_behalf_of_name, entry.at_point_name, entry.subject_name
    is_for_another = bool(behalf and point)
    return Told(
        at=entry.at,
        sentence=f"{entry.by_name} {what}" + (f" thay {behalf}" if is_for_another else ""),
        at_point=point,
        subject=subject,
        reason=entry.reason,
        changes=changes_of(entry) if labels is None else _chosen(entry, labels, write),
        by=entry.by_name,
        what=what,
        thing="" if subject == entry.by_name or (is_for_another and subject == behalf) else subject,
        behalf_word="thay" if is_for_another else "của",
        behalf=behalf if is_for_another or behalf not in (subject, entry.by_name) else "",
    )


def _chosen(
    entry: AuditEntry, labels: Mapping[str, str], write: Callable[[str, Any], str]
) -> list[tuple[str, str, str]]:
    return [
        (labels[name], write(name, entry.before.get(name)), write(name, entry.after.get(name)))
        for name in {**entry.before, **entry.after}
        if name in labels
    ]

"""What the facts in the audit trail are called and how their values are written; each area brings its own."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field
from django.utils import timezone
from django.utils.module_loading import import_string

from common.audit.models import AuditEntry
from common.money import dong

EMPTY = "trống"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*")

LABELS = {
    "state": "Tình trạng",
    "reason": "Lý do",
    "name": "Tên",
    "phone": "Số điện thoại",
    "kind": "Loại",
    "received_at": "Nhận lúc",
    "due_at": "Hạn",
    "total_dong": "Tổng tiền",
    "parcels": "Số kiện",
    "terms_version": "Bản quy chế đã đồng ý",
    "terms_since": "Quy chế có hiệu lực từ",
    "quy-che": "Đồng ý với quy chế bản số",
    "du-lieu-ca-nhan": "Đồng ý với chính sách dữ liệu cá nhân bản số",
}
"""Facts that belong to no one area."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of an area: `acts` are the words before the dot of its acts, `write` what its values look like.

    `write` returns None for a value that is written like any other.
    """

    acts: tuple[str, ...]
    labels: Mapping[str, str]
    write: Callable[[str, Any], str | None] = lambda _name, _value: None


@lru_cache
def facts_by_act() -> dict[str, Facts]:
    """The facts of every area by the words before the dot of its acts; settings name them (ADR 0004)."""
    known: list[Facts] = [import_string(path) for path in settings.AUDIT_FACTS]
    return {act: facts for facts in known for act in facts.acts}


def changes_of(entry: AuditEntry) -> list[tuple[str, str, str]]:
    """Every fact of the entry: what it is called, before and after."""
    facts = facts_by_act().get(entry.action.partition(".")[0], Facts((), {}))
    model = ContentType.objects.get_for_id(entry.subject_type_id).model_class()

    def write(name: str, value: Any) -> str:
        said = None if value in (None, "", [], {}) else facts.write(name, value)
        return written(value, choices_of(model, name), name=name) if said is None else said

    return [
        (label_of(name, facts, model), write(name, entry.before.get(name)), write(name, entry.after.get(name)))
        for name in {**entry.before, **entry.after}
    ]


def label_of(name: str, facts: Facts, model: Any) -> str:
    """What a fact is called: by its area, by all, by the field of that name, or at worst by its own name."""
    said = facts.labels.get(name) or LABELS.get(name)
    if said is None:
        field = _field(model, name)
        said = str(field.verbose_name) if field is not None else name.replace("_", " ")
    return said[:1].upper() + said[1:]


def choices_of(model: Any, name: str) -> dict[str, str]:
    """What the values of a field with choices are called."""
    choices = getattr(_field(model, name), "flatchoices", None) or []
    return {str(value): str(label) for value, label in choices}


def written(value: Any, choices: Mapping[str, str], *, name: str = "") -> str:
    """A value as people read it: days and sums as they are written here, names in place of codes."""
    if value in (None, "", [], {}):
        return EMPTY
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {written(each, choices)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(written(each, choices, name=name) for each in value)
    if name.endswith("_dong") and isinstance(value, int):
        return dong(value)
    text = str(value)
    if text in choices:
        return choices[text]
    if DAY.fullmatch(text):
        return f"{date.fromisoformat(text):%d/%m/%Y}"
    if MOMENT.fullmatch(text):
        moment = datetime.fromisoformat(text)
        return f"{timezone.localtime(moment) if moment.tzinfo else moment:%H:%M %d/%m/%Y}"
    return text


def _field(model: Any, name: str) -> Any:
    """The model's own field of that name; what only points to it from elsewhere has no name here."""
    try:
        found = model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return None
    return found if isinstance(found, Field) else None

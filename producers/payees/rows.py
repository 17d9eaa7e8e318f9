"""A proposed change on pages: before and after side by side, and what to look at twice."""

from dataclasses import dataclass
from typing import Any

from producers.applications.rows import account_note
from producers.directory.models import Producer
from producers.directory.states import PAYEE_FIELDS, PayoutWay
from producers.papers.tax_codes import masked
from producers.payees.models import PayeeChange

LOOKS = {
    "proposed": ("vang", "clock"),
    "approved": ("xanh", "circle-check"),
    "refused": ("do", "x"),
    "taken_back": ("xam", "undo-2"),
}


@dataclass(frozen=True, slots=True)
class Side:
    """One fact as it is in force and as it shall be."""

    name: str
    label: str
    before: str
    after: str


def compared(change: PayeeChange, *, is_whole: bool) -> list[Side]:
    """What differs. Who types it reads whole numbers; who decides, the last four digits, to ask the producer for."""
    return [
        Side(name, _label(name), _shown(name, change.base[name], is_whole), _shown(name, change.wanted[name], is_whole))
        for name in PAYEE_FIELDS
        if name in change.base and change.base[name] != change.wanted[name]
    ]


def note_on(change: PayeeChange) -> str:
    """What an approver has to know of the wanted account when it is in another name."""
    producer = change.producer
    names = {"name": producer.name, "representative": producer.representative}
    return account_note(Producer(**{**names, **change.wanted}))


def is_renaming(change: PayeeChange) -> bool:
    """Whether she shall be called otherwise: a check of her identity ends with the name it was made for."""
    return any(side.name in ("name", "representative") for side in compared(change, is_whole=False))


def pill_of(change: PayeeChange) -> tuple[str, str, str]:
    """Where it stands: words, tone and drawing."""
    return (change.get_state_display(), *LOOKS[change.state])


def _label(name: str) -> str:
    field: Any = Producer._meta.get_field(name)
    return str(field.verbose_name)


def _shown(name: str, value: Any, is_whole: bool) -> str:
    if name == "payout_way":
        return str(PayoutWay(value).label)
    is_secret = name == "bank_account" or (name == "tax_code" and len(value) == 12)
    return masked(value) if is_secret and not is_whole else str(value)

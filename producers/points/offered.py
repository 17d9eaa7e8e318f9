"""What a support point may offer: a closed list as dated data (`data/services.csv`), in the order of the pages."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.utils import timezone

SHIPPED = Path(__file__).parent / "data" / "services.csv"


@dataclass(frozen=True, slots=True)
class Service:
    """One kind of help, offered from `valid_from` until the day before `valid_to`, if that is set."""

    key: str
    name: str
    valid_from: date
    valid_to: date | None


@lru_cache
def all_services() -> tuple[Service, ...]:
    """Every kind of help there ever was."""
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        return tuple(
            Service(
                key=row["key"],
                name=row["name"],
                valid_from=date.fromisoformat(row["valid_from"]),
                valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
            )
            for row in csv.DictReader(file)
        )


def services_on(day: date) -> list[Service]:
    """The kinds of help of that day."""
    return [one for one in all_services() if one.valid_from <= day and (one.valid_to is None or day < one.valid_to)]


def service_choices() -> list[tuple[str, str]]:
    """The kinds of help of today, for a form."""
    return [(one.key, one.name) for one in services_on(timezone.localdate())]


def names_of(keys: Iterable[str], on: date) -> list[str]:
    """What a point's services are called; those no longer on the list are left out."""
    chosen = set(keys)
    return [one.name for one in services_on(on) if one.key in chosen]

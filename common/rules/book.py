"""Numbers and days that law or this market sets, as dated data with their source: `data/rules.csv`.

Each row says from which day it holds, where it stands (decision, article), and how sure we are: A read in the law's
own text, B two independent sources, C one weak source or a reading of the law, BG background knowledge, O our own
rule. An operator corrects or adds rows without touching code: RULES_FILE names a second file of the same columns,
whose rows win over shipped ones of the same key and day.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils import timezone

SHIPPED = Path(__file__).parent / "data" / "rules.csv"


@dataclass(frozen=True, slots=True)
class Rule:
    """One value of one rule: `value` in `unit`, in force from `valid_from` until the next row of its key."""

    key: str
    value: int
    unit: str
    valid_from: date
    name: str
    source: str
    sure: str

    @property
    def day(self) -> date:
        """The value of a rule that is a day, written as 20270101."""
        return date(self.value // 10_000, self.value // 100 % 100, self.value % 100)


def rule(key: str, on: date | None = None) -> Rule:
    """The rule as it is in force on that day, today if none is given.

    Raises KeyError for a key that is not in the data; before its first day the first row holds.
    """
    day = on or timezone.localdate()
    rows = all_rules()[key]
    return next((row for row in reversed(rows) if row.valid_from <= day), rows[0])


@lru_cache
def all_rules() -> dict[str, list[Rule]]:
    """Every rule by key, each with its rows from the oldest to the newest."""
    rows = {(row.key, row.valid_from): row for path in _files() for row in _read(path)}
    by_key: dict[str, list[Rule]] = {}
    for row in sorted(rows.values(), key=lambda each: each.valid_from):
        by_key.setdefault(row.key, []).append(row)
    return by_key


def _files() -> list[Path]:
    return [SHIPPED, *([Path(settings.RULES_FILE)] if settings.RULES_FILE else [])]


def _read(path: Path) -> list[Rule]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Rule(
                key=row["key"],
                value=int(row["value"]),
                unit=row["unit"],
                valid_from=date.fromisoformat(row["valid_from"]),
                name=row["name"],
                source=row["source"],
                sure=row["sure"],
            )
            for row in csv.DictReader(file)
        ]

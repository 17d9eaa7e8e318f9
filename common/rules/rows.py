"""Dated rows beside the area they belong to: each holds from a day on, some to the end of another."""

import csv
from datetime import date
from pathlib import Path
from typing import Any, Protocol


class Dated(Protocol):
    """What holds from a day on."""

    @property
    def valid_from(self) -> date: ...
    @property
    def valid_until(self) -> date | None: ...


def dated_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a CSV file, the days on which each holds as days."""
    with path.open(encoding="utf-8", newline="") as file:
        return [{**row, **_days(row)} for row in csv.DictReader(file)]


def holds(one: Dated, *, on: date) -> bool:
    """Whether it holds on that day."""
    return one.valid_from <= on <= (one.valid_until or date.max)


def _days(row: dict[str, str]) -> dict[str, date | None]:
    until = row["valid_until"]
    return {
        "valid_from": date.fromisoformat(row["valid_from"]),
        "valid_until": date.fromisoformat(until) if until else None,
    }

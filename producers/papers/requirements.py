"""What each kind of producer has to show, from which day, by which law: dated data in `data/requirements.csv`.

How sure we are stands beside each row, as in the book of rules: BG is background knowledge to be confirmed by a lawyer.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One fact that producers of one kind have to show; `label` is what it is called for that kind."""

    kind: str
    field: str
    label: str
    valid_from: date
    source: str
    sure: str

    @property
    def sentence(self) -> str:
        """What is lacking, for people."""
        return f"Cần {self.label[:1].lower()}{self.label[1:]}."


@lru_cache
def requirements() -> tuple[Requirement, ...]:
    """Every row of the data, in its order."""
    with (DATA / "requirements.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Requirement(
                kind=row["kind"],
                field=row["field"],
                label=row["label"],
                valid_from=date.fromisoformat(row["valid_from"]),
                source=row["source"],
                sure=row["sure"],
            )
            for row in csv.DictReader(file)
        )


def required_of(kind: str, *, on: date) -> list[Requirement]:
    """What a producer of that kind has to show on that day."""
    return [row for row in requirements() if row.kind == kind and row.valid_from <= on]


def missing_papers(kind: str, known: Mapping[str, object], *, on: date) -> list[Requirement]:
    """What of it is not known; `known` are the facts by field."""
    return [row for row in required_of(kind, on=on) if not known.get(row.field)]

"""The six grounds on which a certificate is revoked, dated data of Decision 26/2026/QĐ-TTg (Art. 8.1)."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "revocation_grounds.csv"


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground: the letter of the decision's point, and what it says in short."""

    code: str
    name: str
    valid_from: date
    source: str


@lru_cache
def revocation_grounds() -> dict[str, Ground]:
    """All grounds by letter, "a" to "e"."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        row["code"]: Ground(row["code"], row["name"], date.fromisoformat(row["valid_from"]), row["source"])
        for row in rows
    }

"""Why goods may be taken down at once, without days of notice: a closed list, as dated data with its source."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from common.rules.rows import dated_rows, holds

GROUNDS = Path(__file__).parent / "data" / "grounds.csv"


@dataclass(frozen=True, slots=True)
class Ground:
    """One kind of unlawful goods, and where it stands that they are."""

    code: str
    name: str
    source: str
    sure: str
    valid_from: date
    valid_until: date | None

    @property
    def words(self) -> str:
        """The ground as the officer reads it."""
        return f"{self.name} ({self.source})"


def grounds_on(day: date) -> dict[str, Ground]:
    """The grounds in force on that day, by code."""
    return {each.code: each for each in _all_grounds() if holds(each, on=day)}


@lru_cache
def _all_grounds() -> tuple[Ground, ...]:
    return tuple(Ground(**row) for row in dated_rows(GROUNDS))

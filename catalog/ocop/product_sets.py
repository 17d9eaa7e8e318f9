"""The 6 groups and 26 product sets of OCOP, dated data of Decision 26/2026/QĐ-TTg (Annex I)."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class ProductGroup:
    """One of the 6 groups ("nhóm ngành hàng")."""

    code: str
    name: str
    slug: str
    short_name: str
    valid_from: date
    valid_until: date | None
    source: str


@dataclass(frozen=True, slots=True)
class ProductSet:
    """One of the 26 product sets ("bộ sản phẩm"), each with its own criteria."""

    number: int
    group: ProductGroup
    name: str
    valid_from: date
    valid_until: date | None
    source: str


@lru_cache
def product_groups() -> dict[str, ProductGroup]:
    """All groups by code, "I" to "VI"."""
    return {
        row["code"]: ProductGroup(row["code"], row["name"], row["slug"], row["short_name"], *_dates(row), row["source"])
        for row in _rows("groups.csv")
    }


@lru_cache
def product_sets() -> dict[int, ProductSet]:
    """All product sets by number, 1 to 26."""
    return {
        int(row["number"]): ProductSet(
            int(row["number"]), product_groups()[row["group"]], row["name"], *_dates(row), row["source"]
        )
        for row in _rows("product_sets.csv")
    }


def product_sets_on(day: date) -> list[ProductSet]:
    """The product sets in force on that day, in the decision's order."""
    return [
        each
        for each in product_sets().values()
        if each.valid_from <= day and (each.valid_until is None or day <= each.valid_until)
    ]


def group_by_slug(slug: str) -> ProductGroup | None:
    """The group whose pages lie under that slug."""
    return next((group for group in product_groups().values() if group.slug == slug), None)


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _dates(row: dict[str, str]) -> tuple[date, date | None]:
    until = row["valid_until"]
    return date.fromisoformat(row["valid_from"]), date.fromisoformat(until) if until else None

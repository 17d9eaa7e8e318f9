"""Goods that are sold to grown-ups alone and by licence alone, as dated data with its source: `data/`."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from common.rules.rows import dated_rows, holds

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Restricted:
    """One product set whose goods nobody under `least_age` may be sold, and where that stands."""

    product_set_no: int
    least_age: int
    name: str
    source: str
    sure: str
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class LicenceKind:
    """A kind of licence that lets a producer sell such goods."""

    code: str
    name: str
    source: str
    sure: str
    valid_from: date
    valid_until: date | None


def restricted(product_set_no: int | None, *, on: date) -> Restricted | None:
    """What the law asks for goods of that product set on that day; None for all others."""
    found = (each for each in _all_restricted() if each.product_set_no == product_set_no and holds(each, on=on))
    return next(found, None)


def may_be_sold(product_set_no: int | None, *, licensed_until: date | None, on: date) -> bool:
    """Whether goods of that set are sold on that day, and not only shown, by a producer licensed so long."""
    if restricted(product_set_no, on=on) is None:
        return True
    return not settings.ALCOHOL_ONLY_SHOWN and licensed_until is not None and on <= licensed_until


def licence_kinds(on: date) -> dict[str, LicenceKind]:
    """The kinds of licences on that day, by code."""
    return {each.code: each for each in _all_kinds() if holds(each, on=on)}


def kind_name(code: str) -> str:
    """What a kind of licence is called, today or in the past."""
    return next((each.name for each in _all_kinds() if each.code == code), code)


@lru_cache
def _all_restricted() -> tuple[Restricted, ...]:
    rows = dated_rows(DATA / "age_restricted.csv")
    numbers = ("product_set_no", "least_age")
    return tuple(Restricted(**{**row, **{name: int(row[name]) for name in numbers}}) for row in rows)


@lru_cache
def _all_kinds() -> tuple[LicenceKind, ...]:
    return tuple(LicenceKind(**row) for row in dated_rows(DATA / "kinds.csv"))

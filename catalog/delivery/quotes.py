"""What it costs and how long it takes to bring a parcel from one province to another.

Tariffs are dated data (data/tariffs.csv), to be replaced by the operator's own contract with a carrier.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
FURTHER_STEP_GRAMS = 500

REGIONS = {
    "north": frozenset({"01", "04", "08", "11", "12", "14", "15", "19", "20", "22", "24", "25", "31", "33", "37"}),
    "centre": frozenset({"38", "40", "42", "44", "46", "48", "51", "52", "56", "66", "68"}),
    "south": frozenset({"75", "79", "80", "82", "86", "91", "92", "96"}),
}
"""The carriers' three regions, by province code."""


@dataclass(frozen=True, slots=True)
class Tariff:
    """One zone's price: a first step of weight, then a fee for each further 500 g. Fees in đồng."""

    zone: str
    up_to_grams: int
    fee_dong: int
    each_further_500g_dong: int
    days_min: int
    days_max: int
    valid_from: date
    source: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The fee in đồng and the days a parcel takes."""

    fee_dong: int
    days_min: int
    days_max: int


def quote(*, origin: str, destination: str, grams: int, on: date) -> Quote:
    """The fee and days of one parcel between two provinces (by code) on that day."""
    tariff = _tariff(_zone(origin, destination), on)
    further = max(0, -(-(grams - tariff.up_to_grams) // FURTHER_STEP_GRAMS))
    return Quote(tariff.fee_dong + further * tariff.each_further_500g_dong, tariff.days_min, tariff.days_max)


def tariffs_on(day: date) -> list[Tariff]:
    """The tariff of each zone in force on that day, the nearest zone first."""
    return [_tariff(zone, day) for zone in ("own_province", "same_region", "other_region")]


def _zone(origin: str, destination: str) -> str:
    if origin == destination:
        return "own_province"
    same = any({origin, destination} <= provinces for provinces in REGIONS.values())
    return "same_region" if same else "other_region"


def _tariff(zone: str, on: date) -> Tariff:
    """The newest tariff of that zone in force on the day; the oldest one for a day before all."""
    of_zone = [tariff for tariff in _tariffs() if tariff.zone == zone]
    return next((tariff for tariff in of_zone if tariff.valid_from <= on), of_zone[-1])


@lru_cache
def _tariffs() -> list[Tariff]:
    """All tariffs, newest first."""
    with (DATA / "tariffs.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Tariff(
                row["zone"],
                int(row["up_to_grams"]),
                int(row["fee_dong"]),
                int(row["each_further_500g_dong"]),
                int(row["days_min"]),
                int(row["days_max"]),
                date.fromisoformat(row["valid_from"]),
                row["source"],
            )
            for row in csv.DictReader(file)
        ]
    return sorted(rows, key=lambda tariff: tariff.valid_from, reverse=True)

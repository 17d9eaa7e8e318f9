"""Banks in Vietnam through which a producer can be paid: dated data, for choosing instead of typing.

The number (BIN) is the one of the transfer network, as the payment codes of VietQR carry it.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Bank:
    """One bank: the name that people use, the whole name, and its number in the transfer network."""

    short_name: str
    name: str
    bin: str
    valid_from: date


@lru_cache
def banks() -> dict[str, Bank]:
    """All banks by the name that people use; those of the mountains' branches come first, as in the file."""
    with (DATA / "banks.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["short_name"]: Bank(row["short_name"], row["name"], row["bin"], date.fromisoformat(row["valid_from"]))
            for row in csv.DictReader(file)
        }


def bank_choices(kept: str = "") -> list[tuple[str, str]]:
    """The banks for a form; a name that was once typed freely stays choosable."""
    known = [(bank.short_name, f"{bank.short_name} – {bank.name}") for bank in banks().values()]
    typed = [(kept, kept)] if kept and kept not in banks() else []
    return [("", "Chọn ngân hàng"), *typed, *known]

"""The 54 ethnic groups by the codes of the statistics list (Decision 121-TCTK/PPCĐ, 1979), with other spellings.

Local groups such as Ca Dong or Mông Trắng have no code of their own; they are written beside it as a person says them.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from common.text import fold, vietnamese_key

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class EthnicGroup:
    """One group: its code, the name of the list, and other ways to write it or its local groups."""

    code: str
    name: str
    aliases: tuple[str, ...]


@lru_cache
def ethnic_groups() -> dict[str, EthnicGroup]:
    """All groups by code."""
    with (DATA / "groups.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: EthnicGroup(row["code"], row["name"], tuple(filter(None, row["aliases"].split("|"))))
            for row in csv.DictReader(file)
        }


def group_named(text: str) -> EthnicGroup | None:
    """The group of that name or alias, with or without marks; None if no group, or more than one, is called so."""
    sought = fold(text)
    found = [
        group for group in ethnic_groups().values() if sought in {fold(name) for name in (group.name, *group.aliases)}
    ]
    return found[0] if len(found) == 1 else None


def group_choices() -> list[tuple[str, str]]:
    """The groups in alphabetical order, for a form."""
    ordered = sorted(ethnic_groups().values(), key=lambda group: vietnamese_key(group.name))
    return [("", "Chọn dân tộc"), *((group.code, group.name) for group in ordered)]

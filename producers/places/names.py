"""Names of places as people write them: with or without kind word, old levels, in lists with commas or without."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from common.text import fold, normalise


class Level(Enum):
    """The levels at which a name may be sought; districts exist only among the former places."""

    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"


ANY_LEVEL = frozenset(Level)
_COMMUNE = frozenset({Level.COMMUNE})
_DISTRICT = frozenset({Level.DISTRICT})
_PROVINCE = frozenset({Level.PROVINCE})
_CITY = frozenset({Level.DISTRICT, Level.PROVINCE})

KINDS: dict[str, frozenset[Level]] = {
    "thị trấn": _COMMUNE,
    "thị xã": _DISTRICT,
    "thành phố": _CITY,
    "đặc khu": _COMMUNE,
    "phường": _COMMUNE,
    "huyện": _DISTRICT,
    "quận": _DISTRICT,
    "tỉnh": _PROVINCE,
    "xã": _COMMUNE,
}
SHORT_KINDS = {
    "tt": "thị trấn",
    "tx": "thị xã",
    "tp": "thành phố",
    "p": "phường",
    "h": "huyện",
    "q": "quận",
    "t": "tỉnh",
    "x": "xã",
}

_HO_CHI_MINH = re.compile(r"\b(?:tp ?)?hcm\b")
_COMMUNE_WORD = re.compile(r"(?:xã|phường|thị trấn|đặc khu|xa|phuong|thi tran|dac khu|tt|[xp]) ")
_BEFORE_KIND = re.compile(rf"(?<!thị) (?=(?:{'|'.join(KINDS)}) )")
_KIND_PREFIXES = [f"{fold(kind)} " for kind in (*KINDS, *SHORT_KINDS)]
_MAX_LENGTH = 120
_MAX_WORDS = 16


@dataclass(frozen=True, slots=True)
class Sought:
    """One reading of what was typed: a name, the levels it may stand at, and the larger places after it."""

    spelled: str
    """Lower case, with the diacritics as typed, without kind word."""
    folded: str
    kind: str = ""
    """The Vietnamese kind word that was typed: "xã", "huyện" …"""
    levels: frozenset[Level] = ANY_LEVEL
    around: str = ""
    """The larger places that were typed after the name, folded."""
    is_whole: bool = True
    """False if the name was cut out of a text without commas: then it must match to the letter."""
    has_marks: bool = False
    """Whether the text was typed with diacritics: then a name without any is meant so."""


def without_kind(name: str) -> str:
    """Return an official name without its kind word: "Thị trấn Mường Chà" is "Mường Chà"."""
    for kind in KINDS:
        if name.lower().startswith(f"{kind} "):
            return name[len(kind) + 1 :]
    return name


def readings(text: str) -> list[Sought]:
    """Return the ways to read what was typed, the likeliest first.

    1. Parts stand between commas, or begin with a kind word with its marks: xã, huyện, tỉnh.
    2. The first part with a commune's kind word is the name sought; without any, the first part is. What stands
       before it is a house or a village and is left out; what follows narrows the search.
    3. A name may begin like an unmarked kind word ("Xa Dung"), so both readings are kept.
    4. A single part may hold larger places without a comma ("na sang muong cha"): every cut is a reading.
    """
    parts = _parts(text)
    if not parts:
        return []
    first = next((at for at, part in enumerate(parts) if _COMMUNE_WORD.match(part)), 0)
    around = " ".join(fold(part) for part in parts[first + 1 :])
    found = list(_with_and_without_kind(parts[first], around))
    if len(parts) == 1:
        found += [cut for whole in tuple(found) for cut in _cuts(whole)]
    has_marks = not all(part.isascii() for part in parts)
    return [replace(sought, has_marks=has_marks) for sought in found if sought.folded]


def is_inside(around: str, places: set[str]) -> bool:
    """Whether the folded places typed after a name all name one of these folded places; the last may be unfinished."""
    if not around:
        return True
    without = [around.removeprefix(word) for word in _KIND_PREFIXES]
    return any(
        place.startswith(rest) or (rest.startswith(f"{place} ") and is_inside(rest[len(place) + 1 :], places))
        for rest in {around, *without}
        for place in places
    )


def _parts(text: str) -> list[str]:
    tidy = _HO_CHI_MINH.sub("tp hồ chí minh", normalise(text[:_MAX_LENGTH]).lower().replace(".", " "))
    pieces = (" ".join(piece.split()[:_MAX_WORDS]) for piece in re.split(r"[,;]| - (?=.* - )", tidy))
    return [part for piece in pieces for part in _BEFORE_KIND.split(piece) if part]


def _with_and_without_kind(part: str, around: str) -> Iterator[Sought]:
    short, _, rest = part.partition(" ")
    if short in SHORT_KINDS and rest:
        kind = SHORT_KINDS[short]
        yield Sought(rest, fold(rest), kind, KINDS[kind], around)
        return
    for kind, levels in KINDS.items():
        if part.startswith(f"{kind} "):
            rest = part[len(kind) + 1 :]
            yield Sought(rest, fold(rest), kind, levels, around)
            return
    yield Sought(part, fold(part), around=around)
    for kind, levels in KINDS.items():
        if part.startswith(f"{fold(kind)} "):
            rest = part[len(kind) + 1 :]
            yield Sought(rest, fold(rest), kind, levels, around)
            return


def _cuts(whole: Sought) -> Iterator[Sought]:
    words = whole.spelled.split()
    for length in range(len(words) - 1, 0, -1):
        name, rest = " ".join(words[:length]), " ".join(words[length:])
        yield Sought(name, fold(name), whole.kind, whole.levels & _COMMUNE, fold(rest), is_whole=False)

"""A word by itself, and the names in which it means another thing: `data/namesakes.csv`, each with its why."""

import csv
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from catalog.wordlists.syllables import Syllable, syllables

NAMESAKES = Path(__file__).parent / "data" / "namesakes.csv"


def names(text: str, word: str, *, code: str) -> bool:
    """Whether the text has the word, of one syllable, outside the namesakes of that rule.

    As in the word lists, it is found as it is spelled, or typed without marks.
    """
    read, (wanted,) = list(syllables(text)), syllables(word)
    known = namesakes(code)
    return any(
        _reads(each, wanted) and not any(_covers(name, read, place) for name in known)
        for place, each in enumerate(read)
    )


@lru_cache
def namesakes(code: str) -> tuple[tuple[Syllable, ...], ...]:
    """The names that a rule leaves alone."""
    with NAMESAKES.open(encoding="utf-8", newline="") as file:
        return tuple(tuple(syllables(row["words"])) for row in csv.DictReader(file) if row["code"] == code)


def _covers(name: Sequence[Syllable], read: Sequence[Syllable], place: int) -> bool:
    """Whether the name stands in the text so that the syllable at that place is part of it."""
    starts = range(max(0, place - len(name) + 1), place + 1)
    return any(_stands_at(name, read[start : start + len(name)]) for start in starts)


def _stands_at(name: Sequence[Syllable], here: Sequence[Syllable]) -> bool:
    return (
        len(here) == len(name)
        and all(each.joins for each in here[1:])
        and all(_reads(each, wanted) for each, wanted in zip(here, name, strict=True))
    )


def _reads(syllable: Syllable, wanted: Syllable) -> bool:
    return syllable.spelled == wanted.spelled or (syllable.is_bare and syllable.bare == wanted.bare)

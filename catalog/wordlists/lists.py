"""Words that promise too much, as dated data with their source: `data/words.csv`.

A banned word keeps a listing from being sent (food must not be praised like a medicine that cures); a word about health
or one of praise asks the approver to look closely. `unless_after` and `unless_before` are neighbours beside which the
words mean something else ("sửa chữa bệnh viện"), separated by "|".
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.db.models import TextChoices

from catalog.wordlists.syllables import Syllable, syllables

WORDS = Path(__file__).parent / "data" / "words.csv"


class WordKind(TextChoices):
    """What follows when a word is found."""

    BANNED = "banned", "từ không được dùng"
    LOOK = "look", "từ cần xem kỹ"
    PRAISE = "praise", "lời khen"


@dataclass(frozen=True, slots=True)
class Word:
    """One entry of the list: the words, what they are, and from which day to which the entry holds."""

    words: str
    kind: WordKind
    meaning: str
    unless_after: tuple[str, ...]
    unless_before: tuple[str, ...]
    source: str
    sure: str
    valid_from: date
    valid_until: date | None
    syllables: tuple[Syllable, ...]


def words_on(day: date) -> list[Word]:
    """The words of the list as it is in force on that day."""
    return [word for word in all_words() if word.valid_from <= day <= (word.valid_until or date.max)]


@lru_cache
def all_words() -> tuple[Word, ...]:
    """Every entry, past and present."""
    with WORDS.open(encoding="utf-8", newline="") as file:
        return tuple(
            Word(
                words=row["words"],
                kind=WordKind(row["kind"]),
                meaning=row["meaning"],
                unless_after=_several(row["unless_after"]),
                unless_before=_several(row["unless_before"]),
                source=row["source"],
                sure=row["sure"],
                valid_from=date.fromisoformat(row["valid_from"]),
                valid_until=date.fromisoformat(row["valid_until"]) if row["valid_until"] else None,
                syllables=tuple(syllables(row["words"])),
            )
            for row in csv.DictReader(file)
        )


def _several(text: str) -> tuple[str, ...]:
    return tuple(each for each in text.split("|") if each)

"""A text as the syllables it is made of, each with its place in the text as it was typed."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from common.text import fold, normalise

TONES = "\u0300\u0301\u0303\u0309\u0323"
LONGEST_KNOWN = 16
"""Characters of a syllable that is worth remembering; the longest is "nghiêng", typed with its marks apart."""
_CLAUSE_ENDS = re.compile(r"[.,;:!?][\"”’')\]]*\s|\s*\n\s*\n")


@dataclass(frozen=True, slots=True)
class Syllable:
    """One syllable. `spelled` has its marks, the tone behind the letters; `bare` has none; it stands at start:end.

    `joins` says whether it goes on with the one before: nothing lies between that ends a clause.
    """

    spelled: str
    bare: str
    start: int
    end: int
    joins: bool

    @property
    def is_bare(self) -> bool:
        """Whether it was typed without marks."""
        return self.spelled == self.bare


def syllables(text: str) -> Iterator[Syllable]:
    """Every syllable of the text, however it was typed: decomposed, with invisible characters, in odd letters."""
    end = 0
    for start, stop in _places(text):
        typed = text[start:stop]
        spelled, bare = _known(typed) if len(typed) <= LONGEST_KNOWN else _read(typed)
        yield Syllable(spelled, bare, start, stop, not _CLAUSE_ENDS.match(text[end:start]))
        end = stop


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where syllables stand: letters and digits with the marks and invisible characters among them; a "%" alone."""
    start = None
    for place, char in enumerate(text):
        kind = unicodedata.category(char)
        if kind[0] in "LN" or (start is not None and (kind[0] == "M" or (kind in ("Cf", "Cc") and not char.isspace()))):
            start = place if start is None else start
            continue
        if start is not None:
            yield start, place
            start = None
        if char in "%％":
            yield place, place + 1
    if start is not None:
        yield start, len(text)


def _read(syllable: str) -> tuple[str, str]:
    """How it is spelled, and how it reads without marks."""
    return _spelled(syllable), fold(syllable) or syllable


_known = lru_cache(maxsize=20_000)(_read)
"""The language has some seven thousand syllables, so that nearly every one was read before."""


def _spelled(syllable: str) -> str:
    """Lower case, composed, with the tone at the end: "hòa" and "hoà" are one spelling."""
    apart = unicodedata.normalize("NFD", normalise(unicodedata.normalize("NFKC", syllable)).lower())
    tones = "".join(char for char in apart if char in TONES)
    return unicodedata.normalize("NFC", "".join(char for char in apart if char not in TONES)) + tones

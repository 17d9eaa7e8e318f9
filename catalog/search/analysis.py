"""How words are read, once for every engine, the same when goods are stored and when they are sought.

Words are syllables. They are kept twice: plain (no marks, one spelling for each thing, see spellings.csv) and
spelled (with marks, whatever the place of the tone mark: hoà is hòa).
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from catalog.search.ranking import SHORTEST_SOUND
from common.text import TONES, fold, normalise

LONGEST_QUERY = 200
MOST_WORDS = 12
LONGEST_WORD = 40
LONGEST_START = 12

Words = tuple[str, ...]

_SPELLINGS = Path(__file__).with_name("spellings.csv")
# What the layout of an index depends on, besides its fields; raise the number when the reading of words changes.
RULES = (1, _SPELLINGS.read_text(encoding="utf-8"))

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
# Pairs that ears and keyboards confuse, at the start of a syllable.
_SOUNDS = (("s", "x"), ("n", "l"), ("ch", "tr"), ("d", "gi"), ("d", "r"), ("gi", "r"))


@dataclass(frozen=True, slots=True)
class Typed:
    """A query as it was typed, read: words as shown to people, plain and spelled."""

    shown: Words
    plain: Words
    spelled: Words
    has_marks: bool
    is_rewritten: bool

    def cut(self, first: int, last: int) -> "Typed":
        """Return the part from one shown word to before another."""
        return read_query(" ".join(self.shown[first:last]))


def read_query(text: str) -> Typed:
    """Read what a visitor typed: at most 200 characters and 12 words; operators and signs are no words."""
    shown = shown_words(text[:LONGEST_QUERY])[:MOST_WORDS]
    kept = " ".join(shown)
    written = _folded(kept)
    return Typed(
        shown=shown,
        plain=meant(written)[:MOST_WORDS],
        spelled=spelled(kept),
        has_marks=any(char.isalpha() and not char.isascii() for char in kept),
        is_rewritten=meant(written) != written,
    )


def shown_words(text: str) -> Words:
    """Return the words in lower case with their marks, as people read them."""
    return tuple(word[:LONGEST_WORD] for word in _WORD.findall(normalise(text).lower().replace("'", "")))


def plain(text: str) -> Words:
    """Return the words without marks, every known other spelling replaced by the one that is meant."""
    return meant(_folded(text))


def plain_forms(text: str) -> list[str]:
    """Return the plain words as written and, where that differs, as meant: both can be found."""
    written = _folded(text)
    return [" ".join(form) for form in dict.fromkeys((written, meant(written)))]


def spelled(text: str) -> Words:
    """Return the words in lower case with their marks, each tone mark put behind its word."""
    return tuple(_tone_last(word) for word in shown_words(text))


def meant(words: Words) -> Words:
    """Return the words with each spelling of the list replaced, the longest first, until nothing changes."""
    before: Words = ()
    while words != before:
        before, words = words, tuple(_replaced(words))
    return words


def opening(words: Words) -> str:
    """Return the words as one word of the field of openings."""
    return "_".join(words)


def openings(forms: Iterable[str]) -> str:
    """Return for each form its first word, its first two, and so on, each time as one word."""
    found = {opening(words[:count]): None for words in map(_cut, forms) for count in range(1, len(words) + 1)}
    return " ".join(found)


def starts(forms: Iterable[str]) -> str:
    """Return every beginning of every word, once."""
    words = {word for form in forms for word in form.split()}
    return " ".join({start: None for word in sorted(words) for start in _starts(word)})


def starts_spelled(forms: Iterable[str]) -> str:
    """Return every beginning of every spelled word, each with the tone of the whole word."""
    words = {word for form in forms for word in form.split()}
    return " ".join({start: None for word in sorted(words) for start in _starts_spelled(word)})


def sounds_like(word: str) -> Words:
    """Return the plain words that are easily written for this one: s/x, n/l, ch/tr, d/gi/r, y/i; not itself.

    The shortest words have none: too many others sound like them.
    """
    if len(word) < SHORTEST_SOUND:
        return ()
    heard = {word}
    for one, other in (*_SOUNDS, *(pair[::-1] for pair in _SOUNDS)):
        if word.startswith(one):
            heard.add(other + word[len(one) :])
    heard |= {form[:-1] + {"y": "i", "i": "y"}[form[-1]] for form in heard if form[-1:] in ("y", "i")}
    return tuple(sorted(heard - {word}))


def is_one_slip(word: str, other: str) -> bool:
    """Tell whether one letter added, dropped, changed or swapped with its neighbour makes one word of the other."""
    if abs(len(word) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(word), len(other)) and word[start] == other[start]:
        start += 1
    rest, other_rest = word[start:], other[start:]
    swapped = rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:]
    return swapped or other_rest[1:] in (rest, rest[1:]) or rest[1:] == other_rest


def _folded(text: str) -> Words:
    return tuple(word[:LONGEST_WORD] for word in fold(text).split())


@lru_cache(maxsize=20_000)
def _tone_last(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(char for char in letters if char in TONES)
    return unicodedata.normalize("NFC", "".join(char for char in letters if char not in TONES)) + tones


def _cut(form: str) -> Words:
    return tuple(form.split()[:MOST_WORDS])


@lru_cache(maxsize=20_000)
def _starts(word: str) -> Words:
    return (*(word[:length] for length in range(1, min(len(word), LONGEST_START))), word)


@lru_cache(maxsize=20_000)
def _starts_spelled(word: str) -> Words:
    letters = word.rstrip("".join(TONES))
    tones = word[len(letters) :]
    return tuple(start + tones for start in _starts(letters))


def _replaced(words: Words) -> Iterator[str]:
    spellings = _spellings()
    if spellings.keys().isdisjoint(words):
        yield from words
        return
    place = 0
    while place < len(words):
        found = next((key for key in spellings.get(words[place], ()) if words[place : place + len(key)] == key), None)
        yield from _meanings()[found] if found else words[place : place + 1]
        place += len(found) if found else 1


@cache
def _meanings() -> dict[Words, Words]:
    rows = csv.DictReader(_SPELLINGS.read_text(encoding="utf-8").splitlines())
    return {_folded(row["written"]): _folded(row["meant"]) for row in rows}


@cache
def _spellings() -> dict[str, list[Words]]:
    """The other spellings by their first word, the longest first."""
    by_first: dict[str, list[Words]] = {}
    for written in sorted(_meanings(), key=len, reverse=True):
        by_first.setdefault(written[0], []).append(written)
    return by_first

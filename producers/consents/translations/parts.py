"""A version of the text in the pieces in which it is translated, each with what it says in Vietnamese.

1. The words that are read aloud: what comes before the questions, each question, what comes after.
2. The whole text: each section with its heading; in the section of the questions, each question.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from producers.consents.texts import FALLBACK, VERSIONS, Block, blocks, reading_script, written

FIRST_QUESTION = "Một:"
QUESTION = "Việc "
ALOUD, WHOLE = "doc", "toan-van"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a version. `key` is for ever its name; a `has_heading` piece begins with a line of heading."""

    key: str
    label: str
    source: tuple[Block, ...]

    @property
    def has_heading(self) -> bool:
        """Whether it begins with a heading."""
        return self.source[0].is_heading


@dataclass(frozen=True, slots=True)
class Pair:
    """A piece in another language beside what it says in Vietnamese."""

    theirs: list[Block]
    ours: tuple[Block, ...]


@lru_cache
def parts_aloud(version: int) -> tuple[Part, ...]:
    """The words that are read aloud: beginning, one piece for each scope, end."""
    said = blocks(reading_script(version, FALLBACK))
    scopes = VERSIONS[version].scopes
    first = next(place for place, block in enumerate(said) if block.text.startswith(FIRST_QUESTION))
    last = first + len(scopes)
    asked = [
        Part(f"{ALOUD}-{scope.value}", f"Lời hỏi: {scope.label}", (block,))
        for scope, block in zip(scopes, said[first:last], strict=True)
    ]
    before = Part(f"{ALOUD}-dau", "Lời mở đầu", tuple(said[:first]))
    return (before, *asked, Part(f"{ALOUD}-cuoi", "Lời kết", tuple(said[last:])))


@lru_cache
def parts_whole(version: int) -> tuple[Part, ...]:
    """The whole text, section by section; each question is a piece of its own, the first below their heading."""
    found: list[list[Block]] = []
    for block in blocks(written(version, FALLBACK)):
        is_next_question = block.text.startswith(QUESTION) and not found[-1][-1].is_heading
        if block.is_heading or is_next_question:
            found.append([])
        found[-1].append(block)
    return tuple(
        Part(f"{WHOLE}-{number}", f"Toàn văn: {piece[0].text.partition(':')[0]}", tuple(piece))
        for number, piece in enumerate(found, start=1)
    )


def parts_of(version: int) -> tuple[Part, ...]:
    """Every piece of a version."""
    return parts_aloud(version) + parts_whole(version)


def pairs(parts: tuple[Part, ...], words: Mapping[str, str]) -> list[Pair]:
    """The pieces in another language beside the Vietnamese ones."""
    return [Pair(_blocks(part, words[part.key]), part.source) for part in parts]


def written_out(version: int, words: Mapping[str, str]) -> str:
    """Everything in another language as one text: first what is read aloud, then the whole."""
    return "\n\n".join(words[part.key] for part in parts_of(version))


def _blocks(part: Part, text: str) -> list[Block]:
    lines = [line for line in text.split("\n") if line]
    return [Block(line, part.has_heading and place == 0) for place, line in enumerate(lines)]

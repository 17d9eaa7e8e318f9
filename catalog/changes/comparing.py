"""Before and after, side by side, with the words that differ."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"\s+|[^\W_]+|[\W_]")
"""Words, spaces, and every other sign by itself; put together again they are the text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text, and whether the other side has them not."""

    text: str
    differs: bool


def compared(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts cut into pieces that are the same and pieces that differ; the pieces of a side are its whole text."""
    old, new = WORD.findall(before), WORD.findall(after)
    left: list[Piece] = []
    right: list[Piece] = []
    for what, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        _add(left, old[start:end], differs=what != "equal")
        _add(right, new[new_start:new_end], differs=what != "equal")
    return left, right


def _add(pieces: list[Piece], words: Sequence[str], *, differs: bool) -> None:
    if words:
        pieces.append(Piece("".join(words), differs))

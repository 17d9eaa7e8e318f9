"""Before and after, side by side, with the words that differ."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"\s+|\d+(?:[.,]\d+)*|[^\W_]+|[\W_]")
"""Spaces, numbers, words, and every other sign by itself; put together again they are the text."""


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
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for place, (what, start, end, new_start, new_end) in enumerate(steps):
        # A lone space between two changes is no break: they are read as one.
        is_gap = 0 < place < len(steps) - 1 and not "".join(old[start:end]).strip()
        differs = what != "equal" or is_gap
        _add(left, old[start:end], differs=differs)
        _add(right, new[new_start:new_end], differs=differs)
    return left, right


def _add(pieces: list[Piece], words: Sequence[str], *, differs: bool) -> None:
    text = "".join(words)
    if text and pieces and pieces[-1].differs == differs:
        pieces[-1] = Piece(pieces[-1].text + text, differs)
    elif text:
        pieces.append(Piece(text, differs))

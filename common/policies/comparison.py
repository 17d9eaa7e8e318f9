"""Two versions of a text side by side: what was taken out, what was put in, word by word."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from common.policies.texts import blocks

SAME: Final = "same"
OUT: Final = "out"
IN: Final = "in"
Mark = Literal["same", "out", "in"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the comparison: pieces of text, each the same in both, taken out or put in."""

    is_heading: bool
    pieces: tuple[tuple[Mark, str], ...]

    @property
    def is_changed(self) -> bool:
        """Whether the two versions differ here."""
        return any(mark != SAME for mark, _ in self.pieces)


def compared(old: str, new: str) -> list[Line]:
    """Every line of both texts in order; a line that was only reworded is compared word by word."""
    before, after = _lines(old), _lines(new)
    lines: list[Line] = []
    for tag, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = before[first:last], after[start:end]
        if tag == "equal":
            lines.extend(Line(is_heading, ((SAME, text),)) for is_heading, text in gone)
            continue
        paired = min(len(gone), len(come))
        lines.extend(Line(come[place][0], _words(gone[place][1], come[place][1])) for place in range(paired))
        lines.extend(Line(is_heading, ((OUT, text),)) for is_heading, text in gone[paired:])
        lines.extend(Line(is_heading, ((IN, text),)) for is_heading, text in come[paired:])
    return lines


def _lines(text: str) -> list[tuple[bool, str]]:
    return [(block.kind == "heading", line) for block in blocks(text) for line in block.lines]


def _words(old: str, new: str) -> tuple[tuple[Mark, str], ...]:
    before, after = old.split(), new.split()
    pieces: list[tuple[Mark, str]] = []
    for tag, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append((SAME, " ".join(before[first:last])))
            continue
        if first < last:
            pieces.append((OUT, " ".join(before[first:last])))
        if start < end:
            pieces.append((IN, " ".join(after[start:end])))
    return tuple(pieces)

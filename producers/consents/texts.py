"""The texts that are read to a producer before she answers. Once read a version is never changed: write the next."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

TEXTS = Path(__file__).parent / "data"
VALID_FROM = {1: date(2026, 11, 1)}
FALLBACK = "vi"


@dataclass(frozen=True, slots=True)
class ShippedText:
    """One version in one language."""

    version: int
    language: str
    valid_from: date
    body: str


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph of a text."""

    text: str
    is_heading: bool


def shipped_text(language: str, *, on: date) -> ShippedText:
    """The version in force on that day, in that language where it has been written, else in Vietnamese."""
    version = max(number for number, start in VALID_FROM.items() if start <= on)
    if not language.isalpha() or not _path(version, language).is_file():
        language = FALLBACK
    return ShippedText(
        version=version,
        language=language,
        valid_from=VALID_FROM[version],
        body=_path(version, language).read_text(encoding="utf-8").strip(),
    )


def reading_script(version: int, language: str) -> str:
    """The short words to read aloud, which say what that text says."""
    return _path(version, f"{language}-doc").read_text(encoding="utf-8").strip()


def blocks(text: str) -> list[Block]:
    """The headings ("## …") and paragraphs of a text, in order."""
    parts = [" ".join(part.split()) for part in text.split("\n\n")]
    return [Block(part.lstrip("# "), part.startswith("#")) for part in parts if part]


def _path(version: int, name: str) -> Path:
    return TEXTS / f"{version}-{name}.md"

"""The texts that are read to a producer before she answers. Once read a version is never changed: write the next."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from producers.consents.states import ConsentScope

TEXTS = Path(__file__).parent / "data"
FALLBACK = "vi"
_FIRST_FOUR = (ConsentScope.GOODS, ConsentScope.NAME_AND_PICTURE, ConsentScope.VOICE, ConsentScope.MOTIF)


@dataclass(frozen=True, slots=True)
class Version:
    """From which day a version is read, and for what it asks."""

    valid_from: date
    scopes: tuple[ConsentScope, ...]


VERSIONS = {
    1: Version(date(2026, 11, 1), _FIRST_FOUR),
    2: Version(date(2026, 11, 26), (*_FIRST_FOUR, ConsentScope.ETHNICITY)),
}
"""An earlier version goes on to hold for what it asked; what it did not ask is not agreed to."""


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
    version = max(number for number, each in VERSIONS.items() if each.valid_from <= on)
    if not language.isalpha() or not _path(version, language).is_file():
        language = FALLBACK
    return ShippedText(
        version=version,
        language=language,
        valid_from=VERSIONS[version].valid_from,
        body=written(version, language),
    )


def written_languages(version: int) -> list[str]:
    """The languages in which that version is written: Vietnamese first."""
    names = {path.stem.partition("-")[2] for path in TEXTS.glob(f"{version}-*.md")}
    return sorted((name for name in names if name.isalpha()), key=lambda name: (name != FALLBACK, name))


def written(version: int, language: str) -> str:
    """What that version says in a language in which it is written."""
    return _path(version, language).read_text(encoding="utf-8").strip()


def reading_script(version: int, language: str) -> str:
    """The short words to read aloud, which say what that text says; the Vietnamese ones where there are no others."""
    name = f"{language}-doc" if _path(version, f"{language}-doc").is_file() else f"{FALLBACK}-doc"
    return written(version, name)


def blocks(text: str) -> list[Block]:
    """The headings ("## …") and paragraphs of a text, in order."""
    parts = [" ".join(part.split()) for part in text.split("\n\n")]
    return [Block(part.lstrip("# "), part.startswith("#")) for part in parts if part]


def _path(version: int, name: str) -> Path:
    return TEXTS / f"{version}-{name}.md"

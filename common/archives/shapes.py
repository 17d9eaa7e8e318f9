"""What an archive is made of: sections, each with tables and files, drawn one row at a time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

Row = Sequence[str]
CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under their labels. `rows` is called once for the page and once for the spreadsheet."""

    slug: str
    title: str
    columns: Sequence[str]
    rows: Callable[[], Iterable[Row]]
    empty: str = "Chưa có gì."


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the archive: its name there, what it is, and its bytes when they are asked for."""

    name: str
    title: str
    chunks: Callable[[], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of an archive, on a page of its own. `about` says in a sentence what is in it and what is not."""

    slug: str
    title: str
    about: str
    tables: Sequence[Table] = ()
    files: Callable[[], Iterable[Attachment]] = tuple


@dataclass(frozen=True, slots=True)
class Archive:
    """The whole: what it is, for whom and why it was made, and its sections."""

    slug: str
    title: str
    facts: Sequence[tuple[str, str]]
    made_at: datetime
    sections: Sequence[Section] = field(default_factory=tuple)

    @property
    def file_name(self) -> str:
        """The name of the file on the reader's disk."""
        return f"{self.slug}-{timezone.localtime(self.made_at):%Y-%m-%d}.zip"


def text_file(name: str, title: str, text: str) -> Attachment:
    """A file of plain text."""
    return Attachment(name, title, lambda: iter([text.encode()]))

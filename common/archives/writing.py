"""Write an archive as a ZIP while it is sent: nothing is held but one chunk, whatever its size.

1. A page and its tables for each section, then the section's files, each file's SHA-256 reckoned as it passes.
2. `index.html`, which links them all and can be read without a network.
3. `ke-khai.json` and `SHA256SUMS`, the lists of all files with their sums (`sha256sum -c SHA256SUMS` checks them).
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.template.loader import render_to_string
from django.utils import timezone

from common.archives.pipe import ENOUGH, Pipe
from common.archives.shapes import Archive, Section, Table
from common.archives.tables import csv_lines

PACKED_ALREADY = (".webp", ".webm", ".m4a", ".mp3", ".jpg", ".png", ".pdf")


@dataclass(slots=True)
class Written:
    """What has been written so far: name, title, bytes and SHA-256 of every file, and how many rows of every table."""

    files: list[tuple[str, str, int, str]] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)


def streamed(archive: Archive) -> Iterator[bytes]:
    """The ZIP, piece by piece."""
    pipe, written = Pipe(), Written()
    with ZipFile(pipe, "w", ZIP_DEFLATED) as packed:
        for name, title, chunks in _files(archive, written):
            for _ in _write(packed, name, title, chunks, archive.made_at, written):
                if len(pipe.held) >= ENOUGH:
                    yield pipe.take()
    yield pipe.take()


def _files(archive: Archive, written: Written) -> Iterator[tuple[str, str, Iterable[bytes]]]:
    """Every file in its order, with its bytes."""
    for place, section in enumerate(archive.sections, start=1):
        folder = f"{place:02}-{section.slug}"
        yield f"{folder}.html", section.title, _page(archive, section, folder, written)
        for table in section.tables:
            yield f"{folder}/{table.slug}.csv", table.title, _spreadsheet(table)
        for attachment in section.files():
            yield f"{folder}/{attachment.name}", attachment.title, attachment.chunks()
    yield "index.html", "Mở tệp này trước", _index(archive, written)
    listed = [{"ten": name, "la": title, "byte": size, "sha256": digest} for name, title, size, digest in written.files]
    about = {"ho_so": archive.title, "lap_luc": archive.made_at.isoformat(), **dict(archive.facts), "tep": listed}
    yield "ke-khai.json", "Kê khai các tệp", [json.dumps(about, ensure_ascii=False, indent=1).encode()]
    yield "SHA256SUMS", "Mã kiểm của các tệp", [f"{digest}  {name}\n".encode() for name, _, _, digest in written.files]


def _write(
    packed: ZipFile, name: str, title: str, chunks: Iterable[bytes], at: datetime, written: Written
) -> Iterator[None]:
    entry = ZipInfo(name, timezone.localtime(at).timetuple()[:6])
    entry.compress_type = ZIP_STORED if name.endswith(PACKED_ALREADY) else ZIP_DEFLATED
    digest, size = hashlib.sha256(), 0
    with packed.open(entry, "w") as file:
        for chunk in chunks:
            file.write(chunk)
            digest.update(chunk)
            size += len(chunk)
            yield
    written.files.append((name, title, size, digest.hexdigest()))
    yield


def _page(archive: Archive, section: Section, folder: str, written: Written) -> Iterator[bytes]:
    """The section as a page to read and print."""
    yield _drawn("head", {"title": section.title, "archive": archive, "section": section})
    for table in section.tables:
        yield _drawn("table_head", {"table": table, "file": f"{folder}/{table.slug}.csv"})
        number = 0
        for row in table.rows():
            number += 1
            yield _drawn("row", {"cells": zip(table.columns, row, strict=True)})
        written.rows[f"{folder}/{table.slug}"] = number
        yield _drawn("table_foot", {"table": table, "number": number})
    files = [(f"{folder}/{attachment.name}", attachment.title) for attachment in section.files()]
    yield _drawn("section_foot", {"files": files})


def _spreadsheet(table: Table) -> Iterator[bytes]:
    """The table for a spreadsheet."""
    return (line.encode() for line in csv_lines(table.columns, table.rows()))


def _index(archive: Archive, written: Written) -> Iterator[bytes]:
    sections = [
        (
            f"{place:02}-{section.slug}.html",
            section,
            [(table.title, written.rows[f"{place:02}-{section.slug}/{table.slug}"]) for table in section.tables],
        )
        for place, section in enumerate(archive.sections, start=1)
    ]
    yield _drawn("index", {"title": archive.title, "archive": archive, "sections": sections})


def _drawn(part: str, context: dict[str, object]) -> bytes:
    return render_to_string(f"archives/{part}.html", context).encode()

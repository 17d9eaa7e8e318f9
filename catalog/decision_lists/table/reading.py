"""From a file or a pasted text to rows of text, whatever it is; nothing of it is run, and it is bounded first.

1. An Excel file is a zip: the size of what it holds is added up before anything is unpacked.
2. Only values are read, never formulas, in rows that come one by one; cells merged on the sheet all get their value.
3. CSV and pasted text are split at the sign that splits most lines alike; cells may hold line breaks in quotes.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from common.text import normalise

MAX_BYTES = 5 * 1024 * 1024
MAX_UNPACKED = 60 * 1024 * 1024
MAX_PARTS = 500
MAX_ROWS = 3_000
MAX_COLUMNS = 40
LONGEST_CELL = 500
EMPTY_ROWS_END = 200
ENCODINGS = ("utf-8-sig", "cp1258")
SEPARATORS = "\t;,|"

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell ref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')

Table = list[list[str]]


class ListRefused(ValueError):  # noqa: N818
    """The list cannot be read; the message says why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a file: its name and its rows."""

    name: str
    rows: Table


def read_pasted(text: str) -> Table:
    """The rows of a text copied from Word, Excel or anywhere. Raises ListRefused."""
    return _bounded(_split(text.replace("\0", "")))


def read_file(name: str, content: bytes) -> list[Sheet]:
    """The sheets of an Excel file, or the one of a CSV file. Raises ListRefused."""
    if len(content) > MAX_BYTES:
        raise ListRefused(f"Tệp nặng quá {MAX_BYTES // 2**20} MB. Hãy chép riêng bảng danh sách sang tệp mới.")
    if content[:4] == b"PK\x03\x04":
        return _workbook(content)
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise ListRefused("Đây là tệp Excel đời cũ (.xls) hoặc có mật khẩu. Hãy lưu lại thành .xlsx, hoặc chép và dán.")
    if content[:4] == b"%PDF":
        raise ListRefused("Chợ không đọc tệp PDF. Hãy chép bảng trong đó rồi dán, hoặc dùng tệp Excel.")
    return [Sheet(name, _bounded(_split(_decoded(content))))]


def _workbook(content: bytes) -> list[Sheet]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise ListRefused("Tệp Excel này mở ra quá lớn. Hãy chép riêng bảng danh sách sang tệp mới.")
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            try:
                return [_sheet(sheet, archive) for sheet in book.worksheets if sheet.sheet_state == "visible"]
            finally:
                book.close()
    except ListRefused:
        raise
    except Exception as broken:  # a reader may raise anything when it is fed anything
        raise ListRefused("Không đọc được tệp Excel này. Hãy lưu lại thành .xlsx, hoặc chép và dán.") from broken


def _sheet(sheet: Any, archive: zipfile.ZipFile) -> Sheet:
    sheet.reset_dimensions()
    rows = _bounded(_rows_of(sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True)))
    for ref in _MERGED.findall(archive.read(sheet._worksheet_path)):
        _fill(rows, *range_boundaries(ref.decode()))
    return Sheet(sheet.title, [_trimmed(row) for row in rows])


def _rows_of(rows: Iterable[Iterable[Any]]) -> Iterator[list[str]]:
    """The rows as text; the sheet ends where two hundred rows are empty."""
    empty = 0
    for row in rows:
        cells = [_text(value) for value in row]
        empty = 0 if any(cells) else empty + 1
        if empty > EMPTY_ROWS_END:
            return
        yield cells


def _fill(rows: Table, left: int, top: int, right: int, bottom: int) -> None:
    """Give the value of merged cells to all rows that they cover; across, it stays in the first column alone."""
    if top > len(rows) or left > len(rows[top - 1]):
        return
    value = rows[top - 1][left - 1]
    for row in rows[top : min(bottom, len(rows))]:
        if left <= len(row) and not row[left - 1]:
            row[left - 1] = value


def _trimmed(row: list[str]) -> list[str]:
    """The row without empty cells behind."""
    last = max((at for at, cell in enumerate(row) if cell), default=-1)
    return row[: last + 1]


def _text(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return normalise(str(value))[:LONGEST_CELL]


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", errors="replace")


def _split(text: str) -> Iterator[list[str]]:
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    separator = max(SEPARATORS, key=lambda sign: sum(sign in line for line in lines)) if lines else "\t"
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            yield [normalise(cell)[:LONGEST_CELL] for cell in row[:MAX_COLUMNS]]
    except csv.Error as broken:
        raise ListRefused("Không tách được các cột. Hãy chép lại cả bảng rồi dán.") from broken


def _bounded(rows: Iterable[list[str]]) -> Table:
    """The rows without empty ones at the end. Raises ListRefused for too many, so that none is lost unseen."""
    table: Table = []
    for row in rows:
        table.append(row)
        if len(table) > MAX_ROWS + EMPTY_ROWS_END:
            raise ListRefused(f"Danh sách dài quá {MAX_ROWS} dòng. Hãy chia làm nhiều phần.")
    while table and not any(table[-1]):
        table.pop()
    if len(table) > MAX_ROWS:
        raise ListRefused(f"Danh sách dài quá {MAX_ROWS} dòng. Hãy chia làm nhiều phần.")
    return table

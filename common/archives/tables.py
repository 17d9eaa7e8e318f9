"""Tables to take along, as CSV and as a workbook (XLSX), written while they are sent: only some rows are held.

The workbook has one sheet, text as text and whole numbers as numbers (ECMA-376, part 1, 18.3.1.4). A library would take
twenty times as long, for it makes an object of every cell.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from common.archives.pipe import ENOUGH, Pipe

Cell = str | int
Cells = Iterable[Sequence[Cell]]
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
ROWS_AT_ONCE = 200
QUICKLY = 3
"""How hard the ZIP tries: beyond this it takes longer and saves little."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_LINKS_KIND = "application/vnd.openxmlformats-package.relationships+xml"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="{_LINKS_KIND}"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_LINK}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_LINK}">'
    '<sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_LINK}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML has no way to write."""


class _Line:
    """What the csv writer writes to: it hands each line back."""

    def write(self, line: str) -> str:
        """Return the line."""
        return line


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(DANGEROUS) else cell


def csv_lines(head: Sequence[str], rows: Cells) -> Iterator[str]:
    """The lines of the table; the mark at the front tells spreadsheets that it is Unicode."""
    writer = csv.writer(_Line())
    yield "\ufeff" + str(writer.writerow(head))
    for cells in rows:
        yield str(writer.writerow(map(harmless, cells)))


def streamed_workbook(head: Sequence[str], rows: Cells) -> Iterator[bytes]:
    """The workbook, piece by piece."""
    pipe, rest = Pipe(), iter(rows)
    with ZipFile(pipe, "w", ZIP_DEFLATED, compresslevel=QUICKLY) as packed:
        for name, part in _PARTS.items():
            packed.writestr(name, _HEAD + part)
        with packed.open("xl/worksheets/sheet1.xml", "w") as file:
            file.write(f'{_HEAD}<worksheet xmlns="{_SHEET}"><sheetData>{_row(head)}'.encode())
            while some := "".join(map(_row, islice(rest, ROWS_AT_ONCE))):
                file.write(some.encode())
                if len(pipe.held) >= ENOUGH:
                    yield pipe.take()
            file.write(b"</sheetData></worksheet>")
    yield pipe.take()


def _row(cells: Sequence[Cell]) -> str:
    return f"<row>{''.join(map(_cell, cells))}</row>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, int):
        return f"<c><v>{cell}</v></c>"
    text = escape(_UNWRITABLE.sub("", str(harmless(cell))))
    return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'

"""Tables to take along, as CSV and as a workbook (XLSX), written while they are sent: only some rows are held.

The workbook has one sheet: text as text, whole numbers as numbers, days as days (ECMA-376, part 1, 18.3.1.4 and
18.8.30). A library would take twenty times as long, for it makes an object of every cell.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from common.archives.pipe import ENOUGH, Pipe

Cell = str | int | date
Cells = Iterable[Sequence[Cell]]
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
ROWS_AT_ONCE = 200
FIRST_DAY = date(1899, 12, 30)
"""Day nought of a workbook."""
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
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_LINK}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_LINK}">'
    '<sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_LINK}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_LINK}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_SHEET}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
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
        yield str(writer.writerow(map(_as_text, cells)))


def _as_text(cell: Cell) -> Cell:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else harmless(cell)


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
    if isinstance(cell, date):
        return f'<c s="1"><v>{(cell - FIRST_DAY).days}</v></c>'
    text = escape(_UNWRITABLE.sub("", str(harmless(cell))))
    return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'

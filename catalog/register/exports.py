"""The register as a file. A cell that a spreadsheet would take for a formula gets an apostrophe in front."""

import csv
import io
from collections.abc import Iterable, Iterator

from openpyxl import Workbook

from catalog.register.queries import Entry

HEADS = (
    *("Sản phẩm", "Bộ sản phẩm", "Chủ thể", "Xã, phường", "Tỉnh, thành phố", "Số sao", "Số quyết định"),
    *("Ngày quyết định", "Cơ quan công nhận", "Số giấy chứng nhận", "Còn hiệu lực đến hết ngày", "Tình trạng"),
    *("Trang trên chợ", "Ghi chú"),
)
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
SAMPLE = "Dữ liệu mẫu"
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def csv_lines(entries: Iterable[Entry], *, root: str) -> Iterator[str]:
    """The file line by line, with the mark by which Excel knows UTF-8."""
    yield "\ufeff"
    for row in _rows(entries, root):
        line = io.StringIO(newline="")
        csv.writer(line).writerow(row)
        yield line.getvalue()


def xlsx_file(entries: Iterable[Entry], *, root: str) -> bytes:
    """The whole workbook."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("OCOP")
    for row in _rows(entries, root):
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def harmless(text: str) -> str:
    """Text that no spreadsheet runs."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def _rows(entries: Iterable[Entry], root: str) -> Iterator[list[str | int]]:
    yield list(HEADS)
    for each in entries:
        cells = (
            each.product,
            each.product_set,
            each.holder,
            each.commune,
            each.province,
            each.stars,
            each.decision_no,
            f"{each.decision_date:%d/%m/%Y}",
            each.authority,
            each.certificate_no,
            f"{each.valid_until:%d/%m/%Y}",
            each.said,
            f"{root}{each.url}" if each.url else "",
            SAMPLE if each.is_sample else "",
        )
        yield [harmless(cell) if isinstance(cell, str) else cell for cell in cells]

"""What each row of the table is: a product, a group, a head, a title, a sum, or nothing. No row is left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from catalog.decision_lists.table.columns import Layout, is_head
from catalog.decision_lists.table.reading import Table
from catalog.decision_lists.table.values import is_group_number, is_row_number, is_tick
from common.text import fold

PLACE_WORDS = ("huyện", "thị xã", "thành phố", "tp", "xã", "phường", "thị trấn", "tỉnh")
SUMS = ("tong", "cong")
SUMS_BEGIN = ("tong cong", "tong so", "cong cong")
CLOSING = ("noi nhan", "ghi chu", "luu vt", "nguoi lap", "chu tich", "kt chu tich", "danh sach nay")
EXTENDED_FIELDS = ("product", "holder", "place", "district", "stars", "certificate_no", "issued_date")


class Kind(StrEnum):
    """What a row is."""

    PRODUCT = "product"
    GROUP = "group"
    HEAD = "head"
    TITLE = "title"
    SUM = "sum"
    CLOSING = "closing"
    EMPTY = "empty"


KIND_WORDS = {
    Kind.GROUP: "dòng nhóm",
    Kind.HEAD: "dòng đầu bảng",
    Kind.TITLE: "dòng tiêu đề",
    Kind.SUM: "dòng cộng",
    Kind.CLOSING: "dòng cuối văn bản",
    Kind.EMPTY: "dòng trống",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table: its number as on the sheet (from 1), what it is, and by field what stands in it."""

    number: int
    kind: Kind
    said: dict[str, str] = field(default_factory=dict)
    text: str = ""


def lines_of(table: Table, layout: Layout) -> Iterator[Line]:
    """Every row of the table in order. A group that names a district tells where the rows below it lie."""
    district = ""
    for number, row in enumerate(table, start=1):
        kind = _kind(row, number - 1, layout)
        text = " · ".join(dict.fromkeys(cell for cell in row if cell))
        if kind == Kind.GROUP:
            district = _place_in(row) or district
        said = _said(row, layout) if kind == Kind.PRODUCT else {}
        if said and not said["district"]:
            said["district"] = district
        yield Line(number, kind, said, text)


def _kind(row: list[str], at: int, layout: Layout) -> Kind:
    cells = [cell for cell in row if cell]
    if not cells:
        return Kind.EMPTY
    if at < layout.head:
        return Kind.TITLE
    is_row_of_numbers = len(cells) > 2 and all(is_row_number(cell) for cell in cells)
    if at == layout.head or is_row_of_numbers or is_head(row, layout):
        return Kind.HEAD
    said = _said(row, layout)
    is_numbered = is_row_number(_cell(row, layout.columns.get("number")))
    if not is_numbered and not (said["stars"] and said["product"]):
        return _kind_of_bare_row(row, cells, said)
    return Kind.PRODUCT


def _kind_of_bare_row(row: Sequence[str], cells: list[str], said: dict[str, str]) -> Kind:
    """A row without number or stars: a group, a sum, the end of the paper, or a product that lacks something."""
    first = fold(cells[0])
    if first in SUMS or first.startswith(SUMS_BEGIN):
        return Kind.SUM
    if any(first.startswith(word) for word in CLOSING):
        return Kind.CLOSING
    alone = len(set(cells)) == 1
    if is_group_number(cells[0]) or (alone and not said["stars"]) or _is_place(cells[0]):
        return Kind.GROUP if not (said["product"] and said["stars"]) else Kind.PRODUCT
    is_product = said["product"] and (said["holder"] or said["stars"])
    return Kind.PRODUCT if is_product or said["holder"] or said["stars"] else Kind.CLOSING


def _said(row: Sequence[str], layout: Layout) -> dict[str, str]:
    said = {name: _cell(row, layout.columns.get(name)) for name in EXTENDED_FIELDS}
    if not said["stars"]:
        ticked = [stars for stars in (3, 4, 5) if is_tick(_cell(row, layout.columns.get(f"ticked_{stars}")))]
        said["stars"] = " và ".join(f"{stars} sao" for stars in ticked)
    return said


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at] if at is not None and at < len(row) else ""


def _is_place(cell: str) -> bool:
    small = cell.lower()
    return any(small.startswith(f"{fold(word) if small.isascii() else word} ") for word in PLACE_WORDS)


def _place_in(row: Sequence[str]) -> str:
    """The place that a group is called after: "II. Huyện Tủa Chùa (12 sản phẩm)" is "Huyện Tủa Chùa"."""
    for cell in row:
        bare = cell.split("(")[0].strip()
        head, _, rest = bare.partition(" ")
        if is_group_number(head.rstrip(".)-:")) and rest:
            bare = rest.strip(" .-:")
        if _is_place(bare):
            return bare.rstrip(" :.-")
    return ""

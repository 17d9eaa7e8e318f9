"""Which row is the head of the table, and which column holds what. A person may correct it."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from catalog.decision_lists.table.reading import ListRefused, Sheet, Table
from catalog.decision_lists.table.values import stars_of
from common.text import fold

FIELDS = {
    "product": "Tên sản phẩm",
    "holder": "Chủ thể",
    "place": "Xã, địa chỉ",
    "district": "Huyện cũ",
    "stars": "Số sao",
    "ticked_3": "Cột đánh dấu 3 sao",
    "ticked_4": "Cột đánh dấu 4 sao",
    "ticked_5": "Cột đánh dấu 5 sao",
    "certificate_no": "Số giấy chứng nhận",
    "issued_date": "Ngày cấp",
    "number": "Số thứ tự",
}
"""What a column may hold; any other is left out."""
HEADS = {
    "product": ("ten san pham", "san pham", "ten san pham ocop", "ten san pham dich vu", "san pham ocop", "ten sp"),
    "holder": (
        *("chu the", "ten chu the", "chu the ocop", "chu the san xuat", "ten chu the san xuat", "ten don vi"),
        *("co so san xuat", "don vi san xuat", "co so", "to chuc ca nhan", "ten to chuc ca nhan", "ten chu the ocop"),
    ),
    "place": (
        *("xa", "dia chi", "xa phuong", "dia ban", "ten xa", "dia chi chu the", "dia chi san xuat", "xa phuong cu"),
        *("xa phuong thi tran", "don vi hanh chinh", "dia diem", "noi san xuat", "dia chi co so"),
        *("xa cu", "xa huyen", "xa huyen cu", "xa phuong huyen", "dia chi xa huyen", "xa huyen tinh"),
    ),
    "district": ("huyen", "ten huyen", "huyen cu", "huyen thi xa thanh pho", "huyen thi xa", "huyen thanh pho"),
    "stars": (
        *("so sao", "hang sao", "sao", "phan hang", "hang", "xep hang", "ket qua phan hang", "ket qua", "dat sao"),
        *("hang san pham", "hang ocop", "ket qua danh gia phan hang", "phan hang sao", "xep hang sao", "cap sao"),
    ),
    "certificate_no": ("so giay chung nhan", "so gcn", "so giay", "ma giay chung nhan", "so hieu giay chung nhan"),
    "issued_date": ("ngay cap", "ngay cap giay", "ngay cap gcn", "ngay cong nhan", "ngay cap giay chung nhan"),
    "number": ("stt", "tt", "so tt", "so thu tu"),
}
LIKE = 90
MOST_LOOKED_AT = 60
NEEDED = ("product", "stars")


@dataclass(frozen=True, slots=True)
class Layout:
    """The row of the head (from 0, -1 if none was found), and by field the number of its column."""

    head: int
    columns: dict[str, int]

    @property
    def is_enough(self) -> bool:
        """Whether product and stars can be read."""
        has_stars = "stars" in self.columns or any(name.startswith("ticked_") for name in self.columns)
        return "product" in self.columns and has_stars


def best_sheet(sheets: Iterable[Sheet]) -> tuple[Sheet | None, list[str]]:
    """The sheet that looks most like a list, else the first with anything on it; and the names of other filled ones.

    Raises ListRefused if several sheets hold lists, so that none is lost unseen.
    """
    filled = [sheet for sheet in sheets if sheet.rows]
    lists = [f"“{sheet.name}”" for sheet in filled if layout_of(sheet.rows).is_enough]
    if len(lists) > 1:
        raise ListRefused(
            f"Tệp có {len(lists)} trang tính có danh sách: {', '.join(lists)}. "
            "Hãy để mỗi danh sách một tệp, hoặc gộp vào một trang tính."
        )
    best = max(filled, key=lambda sheet: len(layout_of(sheet.rows).columns), default=None)
    return best, [sheet.name for sheet in filled if sheet is not best]


def layout_of(table: Table) -> Layout:
    """The likeliest head of the table: the row that names the most fields, with ticked stars in the row below it."""
    best = Layout(-1, {})
    for at, row in enumerate(table[:MOST_LOOKED_AT]):
        columns = head_of(row)
        if at + 1 < len(table) and "product" in columns:
            columns = _with_ticks(columns, table[at + 1])
        if len(columns) > max(1, len(best.columns)) and ("product" in columns or "stars" in columns):
            best = Layout(at, columns)
    return best


def head_of(row: list[str]) -> dict[str, int]:
    """The fields that the cells of a row name; of two columns for one field the first."""
    columns: dict[str, int] = {}
    for at, cell in enumerate(row):
        name = field_of(cell)
        if name:
            columns.setdefault(name, at)
    return _with_ticks(columns, row)


def is_head(row: list[str], layout: Layout) -> bool:
    """Whether the row repeats the head: what it names stands where the head names it."""
    named = head_of(row)
    return len(named) >= 2 and all(layout.columns.get(name) == at for name, at in named.items())


def field_of(cell: str) -> str:
    """The field that a cell of the head names, or "" for none."""
    words = fold(cell)
    if not words or len(words) > 60:
        return ""
    exact = next((name for name, heads in HEADS.items() if words in heads), "")
    if exact:
        return exact
    scored = [(fuzz.ratio(words, head), name) for name, heads in HEADS.items() for head in heads if len(head) > 3]
    score, name = max(scored)
    return name if score >= LIKE else ""


def _with_ticks(columns: dict[str, int], row: list[str]) -> dict[str, int]:
    """The columns with those headed "3 sao", "4 sao", "5 sao" in that row, if there are at least two of them."""
    found = {f"ticked_{stars_of(cell)}": at for at, cell in enumerate(row) if "sao" in fold(cell) and stars_of(cell)}
    known = {name: at for name, at in found.items() if name in FIELDS}
    if len(known) < 2:
        return columns
    return {name: at for name, at in columns.items() if name != "stars"} | known

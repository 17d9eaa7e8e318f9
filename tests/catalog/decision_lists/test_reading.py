"""Files and pasted texts of every make, and what is refused before it does harm."""

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from catalog.decision_lists.table.columns import best_sheet, layout_of
from catalog.decision_lists.table.lines import Kind, lines_of
from catalog.decision_lists.table.reading import MAX_ROWS, ListRefused, read_file, read_pasted

HEAD = ["STT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Hạng sao"]


def workbook(*sheets, merge=()):
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Trang {number + 1}")
        for row in rows:
            sheet.append(row)
        for ref in merge:
            sheet.merge_cells(ref)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_an_excel_file_is_read_with_its_days_and_merged_cells():
    rows = [
        ["DANH SÁCH"],
        HEAD,
        [1, "Trà", "HTX Hoa Trắng", "xã Núa Ngam", 3],
        [2, "Cao", None, None, 4.0],
        [3, date(2026, 11, 5), None, None, "★★★"],
    ]
    (sheet,) = read_file("a.xlsx", workbook(rows, merge=["C3:C4", "A1:E1"]))
    assert sheet.rows[2:] == [
        ["1", "Trà", "HTX Hoa Trắng", "xã Núa Ngam", "3"],
        ["2", "Cao", "HTX Hoa Trắng", "", "4"],
        ["3", "05/11/2026", "", "", "★★★"],
    ]


def test_the_sheet_that_looks_like_a_list_is_taken():
    sheets = read_file("a.xlsx", workbook([["Bìa"]], [HEAD, [1, "Trà", "HTX", "xã", 3]]))
    best, passed_over = best_sheet(sheets)
    assert (best.name, passed_over) == ("Trang 2", ["Trang 1"])


def test_of_several_sheets_with_lists_none_is_left_out_unseen():
    lists = [[HEAD, [1, title, "HTX", "xã", 3]] for title in ("Trà", "Cao")]
    sheets = read_file("a.xlsx", workbook([["Bìa"]], *lists))
    with pytest.raises(ListRefused, match="Tệp có 2 trang tính có danh sách: “Trang 2”, “Trang 3”"):
        best_sheet(sheets)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_is_read_in_the_encodings_and_separators_of_excel(encoding, separator):
    text = separator.join(["Tên sản phẩm", "Số sao"]) + "\r\n" + separator.join(['"Trà ""ngon"""', "3 sao"]) + "\r\n"
    (sheet,) = read_file("a.csv", text.encode(encoding))
    assert sheet.rows == [["Tên sản phẩm", "Số sao"], ['Trà "ngon"', "3 sao"]]


def test_a_pasted_cell_may_hold_a_line_break():
    assert read_pasted('Tên\tSao\n"Trà\nShan"\t3\n') == [["Tên", "Sao"], ["Trà Shan", "3"]]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04 not a zip", "Không đọc được"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "đời cũ"),
        (b"%PDF-1.7", "PDF"),
        (b"x" * (5 * 1024 * 1024 + 1), "quá 5 MB"),
    ],
)
def test_what_cannot_be_read_says_why(content, said):
    with pytest.raises(ListRefused, match=said):
        read_file("a", content)


def test_a_zip_bomb_is_not_unpacked():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (61 * 1024 * 1024))
    assert len(file.getvalue()) < 100_000
    with pytest.raises(ListRefused, match="quá lớn"):
        read_file("a.xlsx", file.getvalue())


def test_a_list_that_is_too_long_is_refused_and_not_cut():
    with pytest.raises(ListRefused, match=str(MAX_ROWS)):
        read_pasted("Trà\t3\n" * (MAX_ROWS + 1))


def test_columns_are_known_in_any_order_and_spelling():
    table = [["Hạng sao", "Xã, huyện cũ", "Ten san pham", "Chủ thể sản xuất", "Số GCN"], ["3", "x", "Trà", "HTX", "1"]]
    assert layout_of(table).columns == {"stars": 0, "place": 1, "product": 2, "holder": 3, "certificate_no": 4}


def test_stars_may_be_ticked_in_columns_of_a_second_head():
    table = [
        ["TT", "Tên sản phẩm", "Chủ thể", "Kết quả phân hạng", ""],
        ["", "", "", "3 sao", "4 sao"],
        ["1", "Trà", "HTX A", "", "x"],
        ["2", "Cao", "HTX B", "X", ""],
        ["3", "Măng", "HTX C", "x", "x"],
    ]
    layout = layout_of(table)
    lines = [line for line in lines_of(table, layout) if line.kind == Kind.PRODUCT]
    assert [line.said["stars"] for line in lines] == ["4 sao", "3 sao", "3 sao và 4 sao"]


def test_groups_heads_sums_and_ends_are_no_products_and_none_is_lost():
    table = [
        ["DANH SÁCH"],
        HEAD,
        ["1", "2", "3", "4", "5"],
        ["I", "Huyện Tủa Chùa"],
        ["1", "Trà", "HTX A", "xã Mường Báng", "3 sao"],
        HEAD,
        ["II. HUYỆN TUẦN GIÁO"],
        ["1", "Xà phòng bồ kết", "Công ty Bồ Kết", "", "Ba sao"],
        ["", "", "", "", ""],
        ["2", "", "HTX C", "", "3 sao"],
        ["Tổng cộng", "", "", "", "3"],
        ["Nơi nhận:"],
    ]
    lines = list(lines_of(table, layout_of(table)))
    assert [line.kind.value for line in lines] == [
        *("title", "head", "head", "group", "product", "head"),
        *("group", "product", "empty", "product", "sum", "closing"),
    ]
    assert [line.said["district"] for line in lines if line.said] == [
        "Huyện Tủa Chùa",
        "HUYỆN TUẦN GIÁO",
        "HUYỆN TUẦN GIÁO",
    ]

"""Tables to take along: text as text, numbers as numbers, no formula, written in pieces."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from common.archives.pipe import ENOUGH
from common.archives.tables import csv_lines, harmless, streamed_workbook

HEAD = ("Sản phẩm", "Số sao")
ROWS = [("Trà <hoa> & “vàng”", 4), ("  hai khoảng trắng  ", 0), ("dòng\nmới", -3), ("", 5)]


def workbook(rows):
    content = b"".join(streamed_workbook(HEAD, rows))
    return [list(row) for row in load_workbook(BytesIO(content)).active.iter_rows(values_only=True)]


def test_a_workbook_says_what_went_in():
    assert workbook(ROWS) == [list(HEAD), *map(list, ROWS)]
    assert workbook([]) == [list(HEAD)]


def test_a_day_is_a_day_in_a_workbook_and_written_as_here_in_a_line():
    content = b"".join(streamed_workbook(HEAD, [("Trà", date(2028, 2, 29))]))
    (cell,) = [row[1] for row in load_workbook(BytesIO(content)).active.iter_rows(min_row=2)]
    assert (cell.value.date(), cell.number_format) == (date(2028, 2, 29), "dd/mm/yyyy")
    assert list(csv_lines(HEAD, [("Trà", date(2028, 2, 29))]))[1] == "Trà,29/02/2028\r\n"


def test_what_no_workbook_can_hold_is_left_out():
    assert workbook([("a\x00b\x0bc\ufffed", 1)])[1] == ["abcd", 1]


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@sum", "\t=1", "\r=1", "\n=1"])
def test_no_cell_is_a_formula(text):
    assert harmless(text) == f"'{text}"
    (cell,) = next(load_workbook(BytesIO(b"".join(streamed_workbook([text], [])))).active.iter_rows())
    assert (cell.data_type, cell.value.lstrip("'").strip()) == ("s", text.strip())
    rows = list(csv.reader(StringIO("".join(csv_lines(HEAD, [(text, -5)])).removeprefix("\ufeff"), newline="")))
    assert rows[1] == [f"'{text}", "-5"]


def test_spreadsheets_are_told_that_it_is_unicode_and_each_row_is_a_line():
    lines = list(csv_lines(HEAD, [("Trà, hoa", 4)]))
    assert lines == ["\ufeffSản phẩm,Số sao\r\n", '"Trà, hoa",4\r\n']


def test_a_large_workbook_is_sent_in_small_pieces_and_read_row_by_row():
    read = []

    def rows():
        for number in range(30_000):
            read.append(number)
            yield (f"{number} {hash(str(number))}", number)

    pieces = streamed_workbook(HEAD, rows())
    assert (len(next(pieces)) < 2 * ENOUGH, len(read) < 15_000) == (True, True)
    assert max(map(len, pieces)) < 2 * ENOUGH
    assert len(read) == 30_000

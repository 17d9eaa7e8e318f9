"""An archive is a ZIP that opens, says the same in HTML and CSV, names the sum of every file, and is sent in pieces."""

import csv
import hashlib
import json
from datetime import UTC, datetime
from io import BytesIO, StringIO
from zipfile import ZIP_STORED, ZipFile

from common.archives.pipe import ENOUGH
from common.archives.shapes import Archive, Attachment, Section, Table, text_file
from common.archives.writing import streamed

MADE = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)


def archive(*sections: Section) -> Archive:
    return Archive("ho-so-ba-mai", "Hồ sơ của Bà Mai", [("Lý do", "Thử <b>")], MADE, sections)


def goods(rows, files=tuple) -> Section:
    table = Table("hang", "Mặt hàng", ("Tên", "Giá"), lambda: iter(rows), "Chưa có hàng.")
    return Section("hang-hoa", "Hàng hoá", "Mọi mặt hàng.", (table,), files)


def opened(made: Archive) -> ZipFile:
    return ZipFile(BytesIO(b"".join(streamed(made))))


def test_every_file_is_there_and_its_sum_is_right():
    packed = opened(archive(goods([("Khăn", "250.000 ₫")], lambda: [text_file("loi.txt", "Lời", "xin chào")])))
    assert packed.testzip() is None
    assert packed.namelist() == [
        "01-hang-hoa.html",
        "01-hang-hoa/hang.csv",
        "01-hang-hoa/loi.txt",
        "index.html",
        "ke-khai.json",
        "SHA256SUMS",
    ]
    sums = dict(line.split("  ")[::-1] for line in packed.read("SHA256SUMS").decode().splitlines())
    assert set(sums) == set(packed.namelist()) - {"SHA256SUMS"}
    assert all(hashlib.sha256(packed.read(name)).hexdigest() == digest for name, digest in sums.items())
    listed = json.loads(packed.read("ke-khai.json"))
    assert {file["ten"]: file["sha256"] for file in listed["tep"]} == {
        name: digest for name, digest in sums.items() if name != "ke-khai.json"
    }


def test_page_and_spreadsheet_say_the_same():
    packed = opened(archive(goods([("Khăn <i>", "250.000 ₫"), ("=1+1", "\n")])))
    page = packed.read("01-hang-hoa.html").decode()
    assert '<td data-cot="Tên">Khăn &lt;i&gt;</td><td data-cot="Giá">250.000 ₫</td>' in page
    assert "2 dòng." in page
    rows = list(csv.reader(StringIO(packed.read("01-hang-hoa/hang.csv").decode("utf-8-sig"))))
    assert rows == [["Tên", "Giá"], ["Khăn <i>", "250.000 ₫"], ["'=1+1", "'\n"]]


def test_the_first_page_links_every_section_and_asks_nothing_of_the_network():
    packed = opened(archive(goods([]), Section("trong", "Trống", "Không có gì.")))
    first = packed.read("index.html").decode()
    assert 'href="01-hang-hoa.html"' in first
    assert 'href="02-trong.html"' in first
    assert ("Thử &lt;b&gt;" in first, "Mặt hàng: 0." in first) == (True, True)
    assert "Chưa có hàng." in packed.read("01-hang-hoa.html").decode()
    pages = [packed.read(name).decode() for name in packed.namelist() if name.endswith(".html")]
    assert [page for page in pages if "http" in page or "<script" in page or 'src="' in page] == []


def test_pictures_are_not_packed_twice():
    picture = Attachment("anh.webp", "Ảnh", lambda: iter([b"x" * 1000]))
    packed = opened(archive(goods([], lambda: [picture])))
    assert packed.getinfo("01-hang-hoa/anh.webp").compress_type == ZIP_STORED
    assert 'href="01-hang-hoa/anh.webp">Ảnh</a>' in packed.read("01-hang-hoa.html").decode()


def test_a_large_archive_is_sent_in_small_pieces():
    block = bytes(range(256)) * 1024
    pictures = [Attachment(f"anh-{number}.webp", "Ảnh", lambda: iter([block] * 8)) for number in range(5)]
    pieces = [len(piece) for piece in streamed(archive(goods([], lambda: pictures)))]
    assert sum(pieces) > 40 * len(block)
    assert max(pieces) < 2 * max(len(block), ENOUGH)

"""What the cells of a list mean."""

from datetime import date

import pytest

from catalog.decision_lists.names import own_name, product_name, subject_name
from catalog.decision_lists.table.values import day_of, is_group_number, stars_of


@pytest.mark.parametrize(
    ("text", "stars"),
    [
        ("3", 3),
        ("3 sao", 3),
        ("03 sao", 3),
        ("3 SAO", 3),
        ("Ba sao", 3),
        ("bốn sao", 4),
        ("Năm sao", 5),
        ("★★★", 3),
        ("⭐⭐⭐⭐", 4),
        ("★★★☆☆", 3),
        ("***", 3),
        ("3*", 3),
        ("OCOP 4 sao", 4),
        ("Hạng 3 sao", 3),
        ("Đạt 3 sao", 3),
        ("4.0", 4),
        ("2 sao", 2),
        ("3 sao và 4 sao", None),
        ("", None),
        ("không đạt", None),
        ("12/03/2026", None),
    ],
)
def test_stars_are_read_in_all_spellings(text, stars):
    assert stars_of(text) == stars


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05/11/2026", date(2026, 11, 5)),
        ("5-11-2026", date(2026, 11, 5)),
        ("5.11.26", date(2026, 11, 5)),
        ("ngày 5 tháng 11 năm 2026", date(2026, 11, 5)),
        ("2026-11-05 00:00:00", date(2026, 11, 5)),
        ("46331", date(2026, 11, 5)),
        ("31/02/2026", None),
        ("13/13/2026", None),
        ("hôm qua", None),
        ("3", None),
    ],
)
def test_days_are_read_with_the_day_before_the_month(text, day):
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("text", "is_one"), [("I", True), ("IV.", True), ("A", True), ("1", False), ("Mật ong", False)]
)
def test_groups_are_numbered_otherwise_than_products(text, is_one):
    assert is_group_number(text) == is_one


def test_long_and_short_forms_of_a_subject_are_one():
    assert subject_name("Hợp tác xã Hoa Trắng") == subject_name("HTX Hoa Trắng") == "htx hoa trang"
    assert own_name("HTX dịch vụ nông nghiệp Hoa Trắng") == own_name("hợp tác xã Hoa Trắng") == "hoa trang"
    assert own_name("Công ty TNHH MTV Trà Mây") == "tra may"
    assert own_name("Bà Lò Thị Mai") == own_name("Hộ kinh doanh Lò Thị Mai") == "lo thi mai"


def test_a_product_is_named_without_quotes_and_brackets():
    assert product_name("Sản phẩm “Trà Shan tuyết” (hộp 100 g)") == "tra shan tuyet"

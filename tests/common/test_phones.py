"""Phone numbers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.phones import NOT_A_PHONE, NotAPhone, normalise_phone, show_phone


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("0912345678", "0912345678"),
        ("0912 345 678", "0912345678"),
        ("0912.345.678", "0912345678"),
        ("0912-345–678", "0912345678"),
        ("+84912345678", "0912345678"),
        ("+84 (0)912 345 678", "0912345678"),
        ("84912345678", "0912345678"),
        ("0084 912 345 678", "0912345678"),
        ("84 842 345 678", "0842345678"),
        ("\u200b0912\u00a0345\u00a0678", "0912345678"),
        ("0215 3825 123", "02153825123"),
        ("(0215) 382 5123", "02153825123"),
        ("+84 24 3825 1234", "02438251234"),
        ("0372345678", "0372345678"),
        ("0562345678", "0562345678"),
        ("0772345678", "0772345678"),
    ],
)
def test_a_number_has_one_form(typed, phone):
    assert normalise_phone(typed) == phone


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "091234567",
        "09123456789",
        "0612345678",
        "01234567890",
        "912345678",
        "0215382512",
        "021538251234",
        "0912345678, 0987654321",
        "0912 345 67a",
        "+1 202 555 0100",
        "++84912345678",
        "8484912345678",
        "٠٩١٢٣٤٥٦٧٨",
        "19001234",
    ],
)
def test_anything_else_is_refused(typed):
    with pytest.raises(NotAPhone, match="10 chữ số") as refused:
        normalise_phone(typed)
    assert str(refused.value) == NOT_A_PHONE


def test_numbers_are_shown_in_groups():
    assert show_phone("0912345678") == "0912 345 678"
    assert show_phone("02153825123") == "0215 382 5123"


@given(st.from_regex(r"0[35789][0-9]{8}|02[0-9]{9}", fullmatch=True))
def test_what_is_shown_is_read_back(phone):
    assert normalise_phone(show_phone(phone)) == phone
    assert normalise_phone("+84" + phone[1:]) == phone
    assert normalise_phone("84" + phone[1:]) == phone
    assert normalise_phone("0084" + phone[1:]) == phone

"""Whole đồng, written and read."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.money import NOT_READ, NOT_WHOLE, TOO_LARGE, NotWholeDong, dong, parse_dong


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (0, "0\u00a0₫"),
        (900, "900\u00a0₫"),
        (125_000, "125.000\u00a0₫"),
        (1_250_000_000, "1.250.000.000\u00a0₫"),
        (-5_000, "-5.000\u00a0₫"),
    ],
)
def test_dong_is_written_with_points(amount, written):
    assert dong(amount) == written


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("125000", 125_000),
        ("125.000", 125_000),
        ("125.000đ", 125_000),
        ("125,000 ₫", 125_000),
        ("125 000 đồng", 125_000),
        ("125\u00a0000 VNĐ", 125_000),
        ("1.250.000 vnd.", 1_250_000),
        ("125 nghìn", 125_000),
        ("125 ngàn đồng", 125_000),
        ("125k", 125_000),
        ("125K ", 125_000),
        ("12,5k", 12_500),
        ("2 triệu", 2_000_000),
        ("1,5 triệu", 1_500_000),
        ("1.25tr", 1_250_000),
        ("0", 0),
        ("-5.000", -5_000),
        ("999.999.999.999.999", 999_999_999_999_999),
    ],
)
def test_money_is_read_as_people_write_it(typed, amount):
    assert parse_dong(typed) == amount


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("12,5", NOT_WHOLE),
        ("12.5", NOT_WHOLE),
        ("125.00", NOT_WHOLE),
        ("125000.50", NOT_WHOLE),
        ("125.000,50", NOT_WHOLE),
        ("125,000.000", NOT_WHOLE),
        ("1250.000", NOT_WHOLE),
        ("0.125", NOT_WHOLE),
        ("1.250k", NOT_WHOLE),
        ("125.", NOT_WHOLE),
        ("", NOT_READ),
        ("miễn phí", NOT_READ),
        ("125k5", NOT_READ),
        ("$125", NOT_READ),
        ("1e5", NOT_READ),
        ("١٢٥", NOT_READ),
        ("1000000000000000", TOO_LARGE),
        ("999999999999999 triệu", TOO_LARGE),
        ("9" * 5_000, TOO_LARGE),
    ],
)
def test_what_may_be_a_fraction_is_refused(typed, says):
    with pytest.raises(NotWholeDong) as refused:
        parse_dong(typed)
    assert str(refused.value) == says


@given(st.integers(-999_999_999_999_999, 999_999_999_999_999))
def test_what_is_written_is_read_back(amount):
    assert parse_dong(dong(amount)) == amount
    assert parse_dong(str(amount)) == amount


@given(st.text(alphabet="0123456789., kđ-tr₫", max_size=24))
def test_reading_gives_an_int_or_says_why_not(typed):
    with suppress(NotWholeDong):
        assert isinstance(parse_dong(typed), int)

"""Tax codes: what is one, what is none, and that none is shown whole where many read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from producers.papers.tax_codes import NoTaxCode, check_digit, masked, suits_kind, tidy_tax_code

NINE = st.text("0123456789", min_size=9, max_size=9).filter(check_digit)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("0100109106", "0100109106"),
        ("0100 109 106", "0100109106"),
        ("0100109106-001", "0100109106-001"),
        ("0100109106001", "0100109106-001"),
        ("011 090 000 123", "011090000123"),
    ],
)
def test_a_code_is_taken_as_people_write_it(typed, code):
    assert tidy_tax_code(typed) == code


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "12345",
        "0100109107",
        "0100109107-001",
        "097090000123",
        "000090000123",
        "011990123456",
        "0100109106-01",
        "01001O9106",
    ],
)
def test_what_is_no_code_is_refused(typed):
    with pytest.raises(NoTaxCode):
        tidy_tax_code(typed)


@given(NINE)
def test_a_right_code_is_taken_and_kept(nine):
    code = nine + check_digit(nine)
    assert tidy_tax_code(code) == code
    assert tidy_tax_code(tidy_tax_code(f"{code}007")) == f"{code}-007"


@given(NINE, st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_among_the_nine_is_noticed(nine, place, by):
    code = nine + check_digit(nine)
    wrong = f"{code[:place]}{(int(code[place]) + by) % 10}{code[place + 1 :]}"
    with pytest.raises(NoTaxCode):
        tidy_tax_code(wrong)


def test_a_personal_number_is_for_persons_and_households():
    assert suits_kind("011090000123", "production_household")
    assert not suits_kind("011090000123", "cooperative")
    assert suits_kind("0100109106", "cooperative")


@given(NINE)
def test_only_the_end_is_shown(nine):
    code = nine + check_digit(nine)
    assert masked(code) == f"…{code[-4:]}"
    assert masked("") == ""

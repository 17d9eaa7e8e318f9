"""What people type into half-filled forms: whole numbers, grams, rows of facts."""

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from common.drafts import DraftForm, GramsField, RowsField, WholeField


class SmallForm(DraftForm):
    """A number that is needed, and rows."""

    number = WholeField(label="Số")
    rows = RowsField(required=False)


def small(query: str) -> SmallForm:
    """The form as typed."""
    return SmallForm(QueryDict(query))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("0", 0), ("12", 12), (" 12 ", 12), ("1.200", 1200), ("1 200", 1200), ("007", 7), ("1.000.000", 1_000_000)],
)
def test_whole_numbers_are_read(typed, meant):
    assert WholeField().clean(typed) == meant


@pytest.mark.parametrize("typed", ["1,5", "1.5", "12 cái", "ba", "1.20", "12.3456", "--1", "1e3", "٣", "²"])
def test_what_is_no_whole_number_is_said_to_be_none(typed):
    with pytest.raises(ValidationError, match="Phải là số chẵn"):
        WholeField().clean(typed)


@pytest.mark.parametrize("typed", ["-1", "-3", "-1.000"])
def test_a_negative_number_is_refused(typed):
    with pytest.raises(ValidationError, match="Không được nhỏ hơn 0"):
        WholeField().clean(typed)


@pytest.mark.parametrize("typed", ["1000001", "9" * 5000])
def test_a_number_beyond_all_measure_is_refused(typed):
    with pytest.raises(ValidationError, match=r"Không quá 1\.000\.000"):
        WholeField().clean(typed)


@pytest.mark.parametrize(
    ("typed", "grams"),
    [
        ("300", 300),
        ("300g", 300),
        ("300 G", 300),
        ("300 gam", 300),
        ("1.200", 1200),
        ("1.200 g", 1200),
        ("1,5 kg", 1500),
        ("1.5kg", 1500),
        ("0,25 kg", 250),
        ("12,50 kg", 12_500),
        ("3 lạng", 300),
        ("2 cân", 2000),
        ("0,5 lạng", 50),
    ],
)
def test_weights_are_read(typed, grams):
    assert GramsField().clean(typed) == grams


@pytest.mark.parametrize("typed", ["nặng", "3 tạ", "1,234 kg", "300 g 200", "kg", "-300", "1,5,5 kg"])
def test_what_is_no_weight_is_said_to_be_none(typed):
    with pytest.raises(ValidationError, match="Chưa đọc được cân nặng"):
        GramsField().clean(typed)


@pytest.mark.parametrize(
    ("typed", "why"),
    [("0", "Không được nhỏ hơn 1 g"), ("2.000 kg", "Không quá 1.000.000 g"), ("1,5", "phải là số gam chẵn")],
)
def test_weights_have_their_limits(typed, why):
    with pytest.raises(ValidationError, match=why):
        GramsField().clean(typed)


def test_a_draft_may_lack_what_is_needed_but_not_be_wrong():
    assert small("number=").is_valid()
    assert small("").is_valid()
    assert small("number=1,5").errors == {"number": ["Phải là số chẵn, không có phần lẻ hay chữ. Hãy gõ như 12."]}


def test_rows_are_pairs_and_empty_ones_are_left_out():
    form = small("rows_name=K%C3%ADch+th%C6%B0%E1%BB%9Bc&rows_name=&rows_value=40+x+180&rows_value=")
    assert form.is_valid()
    assert form.cleaned_data["rows"] == [["Kích thước", "40 x 180"]]


@pytest.mark.parametrize("query", ["rows_name=M%C3%A0u&rows_value=", "rows_name=&rows_value=ch%C3%A0m"])
def test_half_a_row_is_wrong(query):
    assert small(query).errors["rows"] == ["Mỗi dòng cần cả tên và giá trị, ví dụ: Kích thước – 40 × 180 cm."]


def test_rows_have_their_limits():
    many = "&".join(["rows_name=a&rows_value=b"] * 21)
    assert small(many).errors["rows"] == ["Nhiều nhất 20 dòng."]
    assert "120" in small(f"rows_name={'a' * 121}&rows_value=b").errors["rows"][0]


def test_rows_are_drawn_as_typed_with_three_empty_ones_after_them():
    html = str(small("rows_name=%3Cb%3E&rows_value=1")["rows"])
    assert html.count('name="rows_name"') == 4
    assert 'value="&lt;b&gt;"' in html

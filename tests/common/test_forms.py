"""Form fields for money, phone numbers and text."""

import pytest
from django import forms

from common.forms import DongField, PhoneField, TidyCharField


class Offer(forms.Form):
    """A form with each field."""

    title = TidyCharField(max_length=9)
    story = TidyCharField(lines=True, required=False)
    price = DongField(min_dong=1_000, max_dong=50_000_000)
    fee = DongField(min_dong=0, required=False)
    phone = PhoneField(required=False)


def offer(**typed: str) -> Offer:
    return Offer({"title": "Chè", "price": "125.000", **typed})


def test_what_people_type_becomes_our_values():
    form = offer(
        title="  Che\u0300\u00a0 shan ", story="a\u0300\n\n\n\nb", price="125 nghìn", fee="0", phone="+84 912 345 678"
    )
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {
        "title": "Chè shan",
        "story": "à\n\nb",
        "price": 125_000,
        "fee": 0,
        "phone": "0912345678",
    }


def test_length_is_counted_after_tidying():
    assert offer(title="Che\u0300\u200b sha\u0300n\u200b").is_valid()
    assert not offer(title="Chè shan tuyết").is_valid()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Hãy gõ số tiền."),
        ("   ", "Hãy gõ số tiền."),
        ("12,5", "Số tiền phải là số đồng chẵn, không có phần lẻ. Hãy gõ như 125.000."),
        ("rẻ thôi", "Chưa đọc được số tiền này. Hãy gõ như 125.000."),
        ("0", "Số tiền thấp nhất là 1.000\u00a0₫."),
        ("-125.000", "Số tiền thấp nhất là 1.000\u00a0₫."),
        ("51 triệu", "Số tiền cao nhất là 50.000.000\u00a0₫."),
    ],
)
def test_a_wrong_price_is_explained_and_kept(typed, says):
    form = offer(price=typed)
    assert form.errors == {"price": [says]}
    assert form["price"].value() == typed


def test_money_may_be_left_out_where_it_is_optional():
    form = offer()
    assert form.is_valid()
    assert form.cleaned_data["fee"] is None


def test_money_boxes_ask_for_the_number_pad_and_show_points():
    drawn = str(Offer(initial={"price": 125_000})["price"])
    assert 'inputmode="numeric"' in drawn
    assert 'value="125.000"' in drawn


def test_the_same_amount_written_otherwise_is_no_change():
    assert not DongField().has_changed(125_000, "125.000 đ")
    assert DongField().has_changed(125_000, "126.000")
    assert DongField().has_changed(None, "1.000")
    assert DongField().has_changed(125_000, "12,5")


def test_a_wrong_phone_is_explained_and_kept():
    form = offer(phone="0912 34")
    assert form.errors == {"phone": ["Số điện thoại chưa đúng. Số di động có 10 chữ số, ví dụ 0912 345 678."]}
    assert 'value="0912 34"' in str(form["phone"])


def test_phone_boxes_ask_for_the_dial_pad_and_show_groups():
    drawn = str(Offer(initial={"phone": "0912345678"})["phone"])
    assert 'type="tel"' in drawn
    assert 'autocomplete="tel"' in drawn
    assert 'value="0912 345 678"' in drawn

"""What a buyer may ask of the basket."""

from django import forms

MOST_PIECES = 999

TOO_MANY = f"Mỗi món đặt nhiều nhất {MOST_PIECES}. Cần nhiều hơn xin gọi chợ."
NOT_A_NUMBER = "Số lượng phải là số nguyên, ví dụ 2."


def pieces(least: int) -> forms.IntegerField:
    """How many pieces, in words of the buyer when it is no such number."""
    return forms.IntegerField(
        label="Số lượng",
        min_value=least,
        max_value=MOST_PIECES,
        error_messages={
            "required": "Xin gõ số lượng.",
            "invalid": NOT_A_NUMBER,
            "min_value": f"Số lượng ít nhất là {least}.",
            "max_value": TOO_MANY,
        },
    )


def product() -> forms.IntegerField:
    """The product's number."""
    unknown = "Chợ không có món này."
    return forms.IntegerField(
        min_value=1,
        max_value=2**63 - 1,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), unknown),
    )


class AddForm(forms.Form):
    """Put so many of a product into the basket; `buy_now` goes on to the order."""

    product = product()
    quantity = pieces(1)
    buy_now = forms.BooleanField(required=False)


class ChangeForm(forms.Form):
    """Let so many of a product lie in the basket."""

    product = product()
    quantity = pieces(0)

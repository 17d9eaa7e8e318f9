"""What an officer counts at the producer's house, and the price she now asks."""

from django import forms

from common.drafts import WholeField
from common.forms import DongField


class StockForm(forms.Form):
    """How many pieces are free to sell; `seen` is how many there were when the page was opened."""

    free = WholeField(
        label="Còn bán được",
        help_text="Đếm ở nhà bà con, không tính món đã có người đặt.",
        error_messages={"required": "Hãy gõ số lượng, hết thì gõ 0."},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)


class PriceForm(forms.Form):
    """The new price in đồng."""

    price = DongField(label="Giá bán", error_messages={"required": "Hãy gõ giá mới."})

"""The producer's word when she stops."""

from django import forms

from common.forms import TidyCharField


class ClosingForm(forms.Form):
    """Why she stops, as she says it."""

    word = TidyCharField(
        label="Bà con nói thế nào?",
        lines=True,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ghi lời bà con: nghỉ hẳn, chuyển nhà, bán chung với hợp tác xã…",
        error_messages={"required": "Hãy ghi lời bà con."},
    )

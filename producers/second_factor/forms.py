"""The code of the second proof."""

from django import forms

from common.forms import TidyCharField


class CodeForm(forms.Form):
    """A code from the phone, or one from paper."""

    code = TidyCharField(
        label="Mã",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "none"}),
        error_messages={"required": "Hãy gõ mã."},
    )

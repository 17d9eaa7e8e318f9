"""The words that go with an act."""

from typing import Any

from django import forms

from common.forms import TidyCharField

LONGEST = 2000


class WordsForm(forms.Form):
    """A reason, or an answer; whether there must be one depends on the act."""

    use_required_attribute = False

    words = TidyCharField(
        label="Lý do", lines=True, max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, label: str = "", hint: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["words"]
        field.label, field.help_text = label or field.label, hint

"""The answer of one who looked at both records before merging them."""

from django import forms


class MergeForm(forms.Form):
    """`seen` is the version of both records on the page; the box says that they are one person."""

    use_required_attribute = False

    seen = forms.CharField(widget=forms.HiddenInput, max_length=120)
    is_one_person = forms.BooleanField(
        label="Tôi đã hỏi và chắc đây là một người bán",
        help_text="Gộp rồi không tách lại được bằng một nút; không có gì bị xoá.",
        error_messages={"required": "Hãy xác nhận đây là một người bán."},
    )

"""The approver's answer to an application."""

from django import forms

from common.forms import TidyCharField


class DecisionForm(forms.Form):
    """A reason, where the decision needs one; `seen` is the version that the approver looked at."""

    use_required_attribute = False

    seen = forms.CharField(widget=forms.HiddenInput, max_length=60)
    reason = TidyCharField(
        label="Lý do, viết cho cán bộ xã",
        lines=True,
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Nói rõ cần sửa gì, hay vì sao. Cán bộ thấy nguyên văn và nói lại với bà con.",
    )

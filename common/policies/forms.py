"""A yes to the texts in force, on whatever form it is asked."""

from typing import Any

from django import forms

from common.policies.queries import written
from common.policies.texts import Version

ACCEPTS = "Tôi đã đọc và đồng ý với quy chế và cách chợ giữ dữ liệu cá nhân"
CHANGED_MEANWHILE = "Vừa có bản mới. Xin đọc bản mới rồi đánh dấu lại."


class AcceptForm(forms.Form):
    """A yes to the texts in force; `versions` says which ones were on the page: nobody accepts what she did not see."""

    accepts = forms.BooleanField(
        label=ACCEPTS,
        error_messages={"required": "Cần đọc và đánh dấu đồng ý. Không trả lời không phải là đồng ý."},
    )
    versions = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)

    def __init__(self, data: Any = None, *, asked: list[Version], **options: Any) -> None:
        super().__init__(data, **options)
        self.asked = asked

    def clean(self) -> dict[str, Any]:
        """What was read must be what holds now."""
        cleaned = super().clean() or {}
        if cleaned.get("accepts") and cleaned.get("versions") != written(self.asked):
            self.add_error("accepts", CHANGED_MEANWHILE)
        return cleaned

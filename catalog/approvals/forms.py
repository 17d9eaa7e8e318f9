"""The approver's answer."""

from datetime import datetime
from typing import Any

from django import forms

from common.forms import TidyCharField

QUICK_REASONS = (
    "Ảnh chưa rõ: chụp lại cả món và nhìn gần.",
    "Giá chưa hợp lý: hỏi lại bà con.",
    "Thiếu thông tin: cân nặng, kích thước, hạn dùng.",
    "Câu chuyện có lời hứa chữa bệnh: bỏ đi.",
    "Cần ảnh chụp giấy chứng nhận hoặc quyết định.",
    "Chọn lại bộ sản phẩm cho đúng.",
)


class AnswerForm(forms.Form):
    """Yes, or no with a reason."""

    use_required_attribute = False

    is_certificate_checked = forms.BooleanField(
        label="Tôi đã đối chiếu quyết định",
        required=False,
        help_text="Chỉ giấy đã đối chiếu mới hiện dấu sao. Chưa đối chiếu vẫn duyệt được, nhưng không có dấu sao.",
    )
    quick = forms.MultipleChoiceField(
        label="Lý do hay gặp",
        choices=[(reason, reason) for reason in QUICK_REASONS],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reason = TidyCharField(
        label="Lý do, viết cho cán bộ xã",
        lines=True,
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Nói rõ cần sửa gì. Cán bộ thấy nguyên văn.",
    )

    def whole_reason(self) -> str:
        """The chosen reasons, and what was written."""
        right: dict[str, Any] = self.cleaned_data
        return "\n".join(filter(None, [*right["quick"], right["reason"]]))


class DecisionForm(AnswerForm):
    """The answer about a listing; `seen` is when what the approver saw was sent."""

    seen = forms.CharField(widget=forms.HiddenInput)

    def clean_seen(self) -> datetime:
        """The moment, as the page was given it."""
        try:
            return datetime.fromisoformat(self.cleaned_data["seen"])
        except ValueError as error:
            raise forms.ValidationError("Trang này hỏng; hãy mở lại.") from error

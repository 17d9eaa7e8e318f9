"""The approver's answer."""

from datetime import datetime
from typing import Any

from django import forms

from catalog.approvals.services import ConsentMissing, HeldOffSale, SellerNotReady
from catalog.ocop.holders import HolderNotSubject
from common.forms import TidyCharField
from common.transitions import ReasonMissing, SameHands

QUICK_REASONS = (
    "Ảnh chưa rõ: chụp lại cả món và nhìn gần.",
    "Giá chưa hợp lý: hỏi lại bà con.",
    "Thiếu thông tin: cân nặng, kích thước, hạn dùng.",
    "Câu chuyện có lời hứa chữa bệnh: bỏ đi.",
    "Cần ảnh chụp giấy chứng nhận hoặc quyết định.",
    "Chọn lại bộ sản phẩm cho đúng.",
)
WITHOUT_STAR = "Bỏ dấu ở đây thì vẫn duyệt được hàng. Giấy thì đối chiếu ở trang giấy chứng nhận, kèm lý do."
NO_CONSENT = "Người bán chưa đồng ý, hoặc vừa rút lại, việc đăng bán hàng thay. Chưa duyệt được."
HELD = "Yêu cầu của cơ quan nhà nước hoặc lệnh hạn chế bán đang giữ hàng này. Gỡ ở trang đó rồi mới duyệt được."
REFUSED = (ReasonMissing, SameHands, HeldOffSale, SellerNotReady, HolderNotSubject, ConsentMissing)
"""What the approver can still do something about on the same page."""


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

    def say_why_not(self, refused: Exception, *, what: str) -> None:
        """Put the reason why `what` is not approved beside the box that it is about."""
        match refused:
            case ReasonMissing():
                self.add_error("reason", "Cần lý do để cán bộ xã biết sửa gì.")
            case HolderNotSubject():
                self.add_error("is_certificate_checked", f"{refused.sentence} {WITHOUT_STAR}")
            case SameHands():
                self.add_error(None, f"Bạn đã ghi hoặc gửi {what}, nên phải để người khác duyệt.")
            case HeldOffSale():
                self.add_error(None, HELD)
            case SellerNotReady():
                self.add_error(None, refused.sentence)
            case ConsentMissing():
                self.add_error(None, NO_CONSENT)

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

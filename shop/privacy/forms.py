"""What people ask about their data, and what is said to them."""

from typing import Any

from django import forms

from common.forms import TidyCharField
from shop.privacy.states import RequestKind

LONGEST = 2000


class RequestForm(forms.Form):
    """What somebody wants, and how to reach her: no more than is needed to answer."""

    kind = forms.ChoiceField(
        label="Bạn muốn gì?",
        choices=RequestKind,
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn một việc."},
    )
    name = TidyCharField(
        label="Tên của bạn", max_length=120, error_messages={"required": "Hãy gõ tên để chợ biết trả lời ai."}
    )
    contact = TidyCharField(
        label="Số điện thoại hoặc e-mail",
        max_length=120,
        help_text="Số hoặc e-mail bạn đã dùng ở chợ, để chợ tìm đúng thông tin và kiểm tra đúng người hỏi.",
        error_messages={"required": "Hãy gõ số điện thoại hoặc e-mail."},
    )
    words = TidyCharField(
        label="Nói thêm",
        lines=True,
        required=False,
        max_length=LONGEST,
        help_text="Ví dụ: mã đơn, chỗ ghi sai. Đừng gửi ảnh hay số căn cước.",
    )


class RecordedForm(forms.Form):
    """What a producer asked, as her officer writes it down."""

    kind = forms.ChoiceField(
        label="Bà con muốn gì?",
        choices=RequestKind,
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn một việc."},
    )
    words = TidyCharField(label="Bà con nói gì", lines=True, required=False, max_length=LONGEST)


class AcknowledgeForm(forms.Form):
    """Whether somebody else keeps data for the market in this matter."""

    with_processor = forms.BooleanField(
        label="Có bên khác giữ thông tin giúp chợ (bưu điện, đơn vị lưu trữ)", required=False
    )


class WordsForm(forms.Form):
    """What is said to the person who asked."""

    words = TidyCharField(
        label="Lời trả lời",
        lines=True,
        max_length=LONGEST,
        error_messages={"required": "Hãy viết vài lời cho người hỏi."},
    )

    def __init__(self, *args: Any, label: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["words"].label = label or self.fields["words"].label


class EraseForm(forms.Form):
    """One more question before what cannot be brought back."""

    is_checked = forms.BooleanField(
        label="Tôi đã kiểm tra đúng chủ tài khoản hỏi",
        error_messages={"required": "Hãy kiểm tra đúng người rồi đánh dấu."},
    )

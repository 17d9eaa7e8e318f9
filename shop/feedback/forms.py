"""What somebody says is wrong, and what is answered."""

from typing import Any

from django import forms

from common.forms import PhoneField, TidyCharField
from shop.feedback.services import Said
from shop.feedback.states import ComplaintKind, Outcome

LONGEST = 3000
SHORTEST = 10


class WordsField(TidyCharField):
    """A few lines in somebody's own words."""

    def __init__(self, **options: Any) -> None:
        options["error_messages"] = {
            "min_length": "Xin viết rõ hơn một chút, ít nhất 10 chữ cái.",
            "max_length": "Xin viết ngắn hơn, nhiều nhất 3.000 chữ cái.",
            **options.get("error_messages", {}),
        }
        super().__init__(lines=True, min_length=SHORTEST, max_length=LONGEST, **options)
        self.widget.attrs["rows"] = 5


class ComplaintForm(forms.Form):
    """A complaint; `website` is seen by no person, and filled in by machines alone."""

    kind = forms.ChoiceField(
        label="Điều gì chưa đúng?",
        choices=ComplaintKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn một điều gần đúng nhất."},
    )
    words = WordsField(
        label="Kể rõ hơn",
        help_text="Sai ở đâu, từ khi nào, mong được xử lý ra sao. Không cần ghi tên.",
        error_messages={"required": "Xin kể vài câu để người xem biết mà kiểm tra."},
    )
    is_about_point = forms.BooleanField(
        label="Điều này là về cán bộ hoặc cách làm của điểm hỗ trợ",
        required=False,
        help_text="Khi đó cán bộ của tỉnh trả lời, điểm hỗ trợ không được báo.",
    )
    phone = PhoneField(label="Số điện thoại", required=False, help_text="Chỉ người trả lời thấy, xong việc thì xoá.")
    email = forms.EmailField(
        label="E-mail",
        required=False,
        help_text="Để nhận đường dẫn xem trả lời.",
        error_messages={"invalid": "E-mail chưa đúng. Hãy gõ như ten@vidu.vn."},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(required=False)

    def __init__(self, *args: Any, is_about_parcel: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if not is_about_parcel:
            choices = [choice for choice in ComplaintKind.choices if choice[0] != ComplaintKind.NOT_DELIVERED]
            self.fields["kind"].choices = choices  # type: ignore[attr-defined]

    def clean_website(self) -> str:
        """Refuse what no person typed."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError("Chưa gửi được. Xin để trống ô này.", code="machine")
        return ""

    def said(self) -> Said:
        """What was said, once it is right."""
        right = self.cleaned_data
        return Said(
            kind=ComplaintKind(right["kind"]),
            words=right["words"],
            is_about_point=right["is_about_point"],
            phone=right["phone"],
            email=right["email"],
        )


class AgainForm(forms.Form):
    """Why the answer is not enough."""

    words = WordsField(label="Điều gì chưa thoả đáng?", error_messages={"required": "Xin viết điều chưa thoả đáng."})


class ReplyForm(forms.Form):
    """The answer and what came of it."""

    outcome = forms.ChoiceField(
        label="Kết quả",
        choices=Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn một kết quả."},
    )
    words = WordsField(
        label="Trả lời",
        help_text="Người phản ánh đọc được từng chữ. Nói đã kiểm tra gì, đã làm gì. Không ghi thông tin riêng của ai.",
        error_messages={"required": "Xin viết câu trả lời."},
    )

    def clean_outcome(self) -> Outcome:
        """The outcome as one of ours."""
        return Outcome(self.cleaned_data["outcome"])


class ReferForm(forms.Form):
    """Why the province should answer."""

    reason = TidyCharField(
        label="Vì sao chuyển lên tỉnh?", max_length=300, error_messages={"required": "Xin viết lý do."}
    )

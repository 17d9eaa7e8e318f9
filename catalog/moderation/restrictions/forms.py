"""What an approver tells a seller, and what the seller answers."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from catalog.moderation.restrictions.grounds import Ground, grounds_on
from common.forms import TidyCharField

AT_ONCE, NOTICE = "ngay", "bao-truoc"


def ground_choices() -> list[tuple[str, str]]:
    """The grounds in force today."""
    return [("", "Chọn căn cứ"), *((each.code, each.words) for each in grounds_on(timezone.localdate()).values())]


class NoticeForm(forms.Form):
    """A notice of days before all that is a producer's is restricted."""

    use_required_attribute = False

    reason = TidyCharField(
        label="Vì sao, viết cho bà con",
        lines=True,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Nói rõ chuyện gì, cần sửa gì. Cán bộ xã đọc nguyên văn cho người bán.",
    )
    source = TidyCharField(
        label="Theo quy định nào",
        max_length=300,
        required=False,
        help_text="Cần khi báo trước. Ví dụ: Quy chế của chợ, điều 7.",
    )

    @property
    def is_at_once(self) -> bool:
        """Whether goods go off sale now."""
        return False

    def clean(self) -> dict[str, Any]:
        """A notice says by which rule."""
        right: dict[str, Any] = super().clean() or {}
        if not self.is_at_once and not right.get("source") and "source" not in self.errors:
            self.add_error("source", "Hãy ghi quy định mà người bán không làm đúng.")
        return right


class TakeDownForm(NoticeForm):
    """Take one listing down: at once because it is unlawful, or after days of notice."""

    seen = forms.CharField(widget=forms.HiddenInput)
    way = forms.ChoiceField(
        label="Gỡ thế nào",
        choices=[
            (NOTICE, "Báo trước cho người bán rồi mới ngừng bán"),
            (AT_ONCE, "Gỡ ngay, vì hàng trái luật"),
        ],
        initial=NOTICE,
        widget=forms.RadioSelect,
    )
    ground = forms.ChoiceField(
        label="Trái luật ở chỗ nào", choices=ground_choices, required=False, help_text="Chỉ chọn khi gỡ ngay."
    )
    field_order = ("seen", "way", "ground", "reason", "source")

    @property
    def is_at_once(self) -> bool:
        """Whether goods go off sale now."""
        return bool(self.cleaned_data.get("way") == AT_ONCE)

    def clean_seen(self) -> datetime:
        """The moment, as the page was given it."""
        try:
            return datetime.fromisoformat(self.cleaned_data["seen"])
        except ValueError as error:
            raise forms.ValidationError("Trang này hỏng; hãy mở lại.") from error

    def clean(self) -> dict[str, Any]:
        """Goods go at once on a ground of the closed list alone."""
        right = super().clean()
        if self.is_at_once and not right.get("ground") and "ground" not in self.errors:
            self.add_error("ground", "Hãy chọn căn cứ. Không có căn cứ nào đúng thì phải báo trước.")
        return right

    def chosen_ground(self) -> Ground:
        """The ground of a right form that takes down at once."""
        return grounds_on(timezone.localdate())[self.cleaned_data["ground"]]


class AnswerForm(forms.Form):
    """The producer's words."""

    use_required_attribute = False

    answer = TidyCharField(
        label="Bà con nói gì",
        lines=True,
        max_length=4000,
        error_messages={"required": "Hãy ghi lời bà con."},
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Ghi lời của người bán, đúng ý họ. Tỉnh đọc nguyên văn. Chỉ ghi được một lần.",
    )

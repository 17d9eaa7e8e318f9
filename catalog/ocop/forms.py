"""The certificate as an officer copies it from the paper. What is wrong with a date is said at once."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from catalog.ocop.authorities import why_not_theirs
from catalog.ocop.life import IN_FORCE, PUBLIC_STARS, CertificateState, last_day_in_force, state_on
from catalog.ocop.services import CertificateFacts
from common.drafts import DraftForm
from common.forms import TidyCharField
from producers.directory.states import ProducerKind

NEEDED = ("stars", "decision_no", "decision_date", "authority", "issued_date")
OPTIONAL = ("certificate_no", "subject_name", "subject_kind")
DATE_WRONG = "Ngày chưa đúng. Hãy gõ như 25/11/2026."


class DayField(forms.DateField):
    """A day typed as 25/11/2026; never one that is still to come."""

    default_error_messages = {"invalid": DATE_WRONG}

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Show how a day is written."""
        return {"placeholder": "25/11/2026", "autocomplete": "off"}

    def validate(self, value: date | None) -> None:
        """Refuse a day that is still to come."""
        super().validate(value)
        if value and value > timezone.localdate():
            raise forms.ValidationError("Ngày này chưa tới.", code="future")


class CertificateForm(DraftForm):
    """Whether there is a certificate that the market does not know yet, and what is written on it."""

    has_certificate = forms.BooleanField(
        label="Có giấy chứng nhận OCOP (3, 4 hoặc 5 sao)",
        required=False,
        help_text="Chép đúng như trên giấy. Dấu sao hiện lên sau khi người duyệt đối chiếu quyết định.",
    )
    stars = forms.TypedChoiceField(
        label="Số sao",
        choices=[(stars, f"{stars} sao") for stars in PUBLIC_STARS],
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
    )
    decision_no = TidyCharField(label="Số quyết định", max_length=60, help_text="Ví dụ: 123/QĐ-UBND")
    decision_date = DayField(label="Ngày quyết định")
    authority = TidyCharField(label="Cơ quan công nhận", max_length=120, help_text="Ví dụ: UBND tỉnh Điện Biên")
    certificate_no = TidyCharField(label="Số giấy chứng nhận", max_length=60, required=False)
    issued_date = DayField(label="Ngày cấp giấy")
    subject_name = TidyCharField(
        label="Chủ thể ghi trên giấy, nếu không phải người bán",
        max_length=120,
        required=False,
        help_text="Ví dụ hợp tác xã mà bà con là thành viên. Giấy đứng tên người bán thì để trống.",
    )
    subject_kind = forms.ChoiceField(
        label="Loại hình của chủ thể ấy", choices=[("", "Chọn loại hình"), *ProducerKind.choices], required=False
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the whole certificate once the box is ticked, and for dates that follow one another."""
        right = super().clean() or self.cleaned_data
        if not right.get("has_certificate"):
            return right
        for name in NEEDED:
            if right.get(name) in (None, "") and name not in self.errors:
                self.add_error(name, forms.ValidationError("Cần chép từ giấy chứng nhận.", code="incomplete"))
        decided, issued = right.get("decision_date"), right.get("issued_date")
        if decided and issued and decided > issued:
            late = "Ngày quyết định không thể sau ngày cấp giấy."
            self.add_error("decision_date", forms.ValidationError(late, code="order"))
        self._check_subject(right)
        not_theirs = why_not_theirs(right.get("stars") or 0, right.get("authority") or "")
        if not_theirs:
            self.add_error("authority", forms.ValidationError(not_theirs, code="authority"))
        return right

    def _check_subject(self, right: dict[str, Any]) -> None:
        name, kind = right.get("subject_name"), right.get("subject_kind")
        if name and not kind:
            self.add_error("subject_kind", forms.ValidationError("Chọn loại hình của chủ thể.", code="incomplete"))
        if kind and not name:
            self.add_error("subject_name", forms.ValidationError("Chép tên chủ thể từ giấy.", code="incomplete"))

    def certificate(self) -> CertificateFacts | None:
        """What is written on the certificate, if there is one and all of it is right."""
        is_wrong = any(name in self.errors for name in (*NEEDED, *OPTIONAL))
        right = self.cleaned_data
        if is_wrong or not right.get("has_certificate"):
            return None
        return CertificateFacts(**{name: right[name] for name in (*NEEDED, *OPTIONAL)})

    def certificate_notice(self) -> str:
        """That the certificate gives no badge today, and since when; nothing to say of one in force."""
        facts = self.certificate()
        if facts is None:
            return ""
        state = state_on(facts, timezone.localdate())
        if state in IN_FORCE or state == CertificateState.NOT_YET:
            return ""
        return (
            f"Giấy này đã hết hạn ngày {last_day_in_force(facts):%d/%m/%Y} (36 tháng từ ngày cấp, "
            "Quyết định 26/2026/QĐ-TTg, Điều 4). Vẫn ghi nhận được, nhưng chợ không hiện dấu sao."
        )

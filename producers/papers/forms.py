"""The papers of a producer as an officer copies them: nothing here has to be filled in before the rest is saved."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from common.forms import TidyCharField
from common.text import fold
from producers.papers.requirements import required_of
from producers.papers.tax_codes import NOT_A_PERSON, NoTaxCode, suits_kind, tidy_tax_code

TYPED = {"autocomplete": "off"}


class TaxCodeForm(forms.Form):
    """The tax code, read from the paper with blanks or dots."""

    tax_code = forms.CharField(
        label="Mã số thuế",
        max_length=30,
        required=False,
        help_text="10 số; chi nhánh 13 số; cá nhân và hộ có thể dùng số định danh 12 số. Người mua không thấy.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", **TYPED}),
    )

    def clean_tax_code(self) -> str:
        """Take the code with blanks or dots and check its digits."""
        typed: str = self.cleaned_data["tax_code"]
        try:
            return tidy_tax_code(typed) if typed.strip() else ""
        except NoTaxCode as wrong:
            raise ValidationError(str(wrong)) from wrong

    def check_tax_code_of(self, known: dict[str, Any]) -> None:
        """Refuse a personal number for a kind of producer that is no person."""
        if known.get("tax_code") and not suits_kind(known["tax_code"], known.get("kind", "")):
            self.add_error("tax_code", NOT_A_PERSON)


class WhoForm(forms.Form):
    """What the producer is called, and who stands for her in law."""

    name = TidyCharField(
        label="Tên người bán",
        max_length=120,
        help_text="Như bà con vẫn gọi, có cả Bà, Ông, Hộ hay HTX ở trước.",
        error_messages={"required": "Hãy gõ tên người bán."},
        widget=forms.TextInput(attrs=TYPED),
    )
    representative = TidyCharField(
        label="Người đại diện",
        max_length=120,
        required=False,
        help_text="Tên người đại diện theo pháp luật, hoặc chủ hộ. Chỉ ghi tên.",
        widget=forms.TextInput(attrs=TYPED),
    )

    def clean_name(self) -> str:
        """Refuse what is no name."""
        name: str = self.cleaned_data["name"]
        if len(fold(name).replace(" ", "")) < 2:
            raise ValidationError("Tên cần có ít nhất hai chữ cái.")
        return name

    def say_what_the_kind_asks(self, kind: str) -> None:
        """Put beside each field what a producer of that kind has to show, and by which law."""
        for row in required_of(kind, on=timezone.localdate()):
            if row.field in self.fields:
                field = self.fields[row.field]
                field.label = row.label
                field.help_text = f"Cần có trước khi gửi duyệt hồ sơ ({row.source}). {field.help_text}".strip()


class PapersForm(WhoForm, TaxCodeForm):
    """Who she is, and what is written on her registration."""

    registration_no = TidyCharField(
        label="Số giấy đăng ký", max_length=60, required=False, widget=forms.TextInput(attrs=TYPED)
    )
    registration_date = forms.DateField(
        label="Ngày cấp",
        required=False,
        widget=forms.DateInput(attrs={"placeholder": "25/11/2026", **TYPED}),
        error_messages={"invalid": "Ngày chưa đúng. Hãy gõ như 25/11/2026."},
    )
    registration_by = TidyCharField(
        label="Nơi cấp", max_length=120, required=False, widget=forms.TextInput(attrs=TYPED)
    )

    def clean_registration_date(self) -> Any:
        """Refuse a day that is still to come."""
        day = self.cleaned_data["registration_date"]
        if day and day > timezone.localdate():
            raise ValidationError("Ngày này chưa tới.")
        return day

"""A licence as it stands on the paper."""

from typing import Any

from django import forms
from django.utils import timezone

from catalog.licences.restricted import licence_kinds
from catalog.licences.services import LicenceFacts
from catalog.ocop.forms import DATE_WRONG, DayField
from common.forms import TidyCharField
from common.pictures.fields import ScanField


def kind_choices() -> list[tuple[str, str]]:
    """The kinds of licences in force today."""
    return [(each.code, each.name) for each in licence_kinds(timezone.localdate()).values()]


class LicenceForm(forms.Form):
    """What an officer copies from the paper, with its photo."""

    use_required_attribute = False

    kind = forms.ChoiceField(label="Loại giấy phép", choices=kind_choices, widget=forms.RadioSelect)
    number = TidyCharField(label="Số giấy phép", max_length=60, help_text="Chép đúng như trên giấy.")
    authority = TidyCharField(label="Cơ quan cấp", max_length=120, help_text="Ví dụ: UBND xã Núa Ngam.")
    issued_date = DayField(label="Ngày cấp")
    until_date = forms.DateField(
        label="Có giá trị đến hết ngày",
        error_messages={"invalid": DATE_WRONG},
        widget=forms.DateInput(attrs={"placeholder": "25/11/2031", "autocomplete": "off"}),
    )
    scan = ScanField(
        label="Ảnh chụp giấy phép",
        help_text="Ảnh JPEG, PNG hay WebP, đọc rõ chữ. Chỉ người phục vụ hoặc giám sát người bán này xem được.",
        error_messages={"required": "Hãy chụp hoặc chọn ảnh giấy phép."},
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a licence that ends before it begins, or has ended."""
        right: dict[str, Any] = super().clean() or {}
        issued, until = right.get("issued_date"), right.get("until_date")
        if until and until < timezone.localdate():
            self.add_error("until_date", "Giấy phép này đã hết hạn.")
        elif issued and until and until < issued:
            self.add_error("until_date", "Ngày này trước ngày cấp.")
        return right

    def facts(self, scan: str) -> LicenceFacts:
        """What stands on the paper; `scan` is where its photo lies."""
        names = ("kind", "number", "authority", "issued_date", "until_date")
        return LicenceFacts(scan=scan, **{name: self.cleaned_data[name] for name in names})

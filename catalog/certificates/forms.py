"""What is copied from papers about a certificate: a file sent, its result, a revocation, an extension."""

from typing import Any

from django import forms

from catalog.listings.models import Listing
from catalog.ocop.forms import DATE_WRONG, DayField
from catalog.ocop.grounds import revocation_grounds
from catalog.ocop.models import Certificate
from catalog.ocop.states import DossierKind, DossierResult
from common.forms import TidyCharField


def _reason(label: str, help_text: str = "") -> TidyCharField:
    return TidyCharField(
        label=label, help_text=help_text, lines=True, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )


class PaperForm(forms.Form):
    """A form whose wrong input is told by us and not by the browser; several stand on one page."""

    use_required_attribute = False
    ids = "o"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["auto_id"] = f"{self.ids}-%s"
        super().__init__(*args, **kwargs)


class LaterDayField(DayField):
    """A day that may be still to come."""

    def validate(self, value: Any) -> None:
        """Ask for a day, whichever."""
        forms.Field.validate(self, value)


class ListingField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the goods, with its maker beside its name."""

    def label_from_instance(self, obj: Any) -> str:
        """The name and the maker."""
        return f"{obj} – {obj.producer}"


class DossierForm(PaperForm):
    """A file that went to the commune. Without `listings` the product is known already."""

    listing = ListingField(
        queryset=Listing.objects.none(),
        label="Sản phẩm",
        empty_label="Chọn sản phẩm",
        error_messages={"required": "Hãy chọn sản phẩm."},
    )
    kind = forms.ChoiceField(label="Nộp để làm gì", choices=DossierKind.choices, widget=forms.RadioSelect)
    applied_date = DayField(label="Ngày nộp hồ sơ", help_text="Ngày Uỷ ban nhân dân xã nhận hồ sơ.")
    file_no = TidyCharField(
        label="Số hồ sơ", max_length=60, required=False, help_text="Số trên phiếu đăng ký (Mẫu số 01), nếu đã có."
    )

    def __init__(self, *args: Any, listings: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if listings is None:
            del self.fields["listing"]
        else:
            self.fields["listing"].queryset = listings  # type: ignore[attr-defined]


class ResultForm(PaperForm):
    """A file that was refused or taken back; one that was recognised comes with its certificate."""

    result = forms.ChoiceField(
        label="Kết quả",
        choices=[(each.value, each.label) for each in (DossierResult.REFUSED, DossierResult.WITHDRAWN)],
        widget=forms.RadioSelect,
    )
    result_date = DayField(label="Ngày có kết quả")


class ScanForm(PaperForm):
    """A photo of the paper."""

    ids = "chup"

    scan = forms.FileField(
        label="Ảnh chụp giấy",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text="JPEG, PNG hay WebP. Chợ không nhận tệp PDF: hãy chụp hoặc quét giấy thành ảnh.",
        error_messages={"required": "Hãy chọn một ảnh.", "empty": "Tệp này trống."},
    )


class CheckForm(PaperForm):
    """The mark of what was compared, and why a certificate is noted although its holder can hold none."""

    ids = "doi-chieu"

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    reason = _reason("Vì sao vẫn ghi giấy này", "Ví dụ: hộ đã có giấy đăng ký số …, chợ chưa ghi.")


class RevocationForm(PaperForm):
    """The authority's revocation."""

    ids = "thu-hoi"

    ground = forms.ChoiceField(label="Căn cứ thu hồi (Quyết định 26/2026/QĐ-TTg, Điều 8.1)", widget=forms.RadioSelect)
    document_no = TidyCharField(label="Số quyết định thu hồi", max_length=60)
    revoked_date = DayField(label="Ngày thu hồi", help_text="Từ ngày này chợ không hiện dấu sao.")
    reason = _reason("Ghi chú", "Ai đề nghị, theo kết luận nào. Cán bộ xã đọc được.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grounds = [(each.code, f"{each.code}) {each.name}") for each in revocation_grounds().values()]
        self.fields["ground"].choices = grounds  # type: ignore[attr-defined]


class ExtensionForm(PaperForm):
    """The authority's word that the certificate stays in force while it is evaluated again."""

    ids = "keo-dai"

    until = LaterDayField(label="Kéo dài đến hết ngày", error_messages={"invalid": DATE_WRONG})
    document_no = TidyCharField(label="Số văn bản", max_length=60)
    reason = _reason("Lý do", "Vì sao không kịp nộp trong hạn.")


class ReplacementForm(PaperForm):
    """The newer certificate that stands in the place of this one."""

    ids = "thay"

    newer = forms.ModelChoiceField(queryset=Certificate.objects.none(), label="Giấy mới", empty_label="Chọn giấy")
    reason = _reason("Lý do")

    def __init__(self, *args: Any, certificate: Certificate, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        newer = Certificate.objects.filter(
            product=certificate.product_id, verified_at__isnull=False, issued_date__gt=certificate.issued_date
        )
        self.fields["newer"].queryset = newer  # type: ignore[attr-defined]

"""What an authority's document says, and what is answered to it."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from catalog.listings.models import Listing
from catalog.moderation.requests.services import Asked
from catalog.moderation.states import RequestKind
from common.forms import TidyCharField
from common.pictures.fields import ScanField
from producers.directory.models import Producer

WRITTEN = ("%H:%M %d/%m/%Y", "%H:%M %d-%m-%Y", "%d/%m/%Y %H:%M", "%Hh%M %d/%m/%Y")


class RequestForm(forms.Form):
    """An authority's request about one producer."""

    use_required_attribute = False

    kind = forms.ChoiceField(label="Cơ quan yêu cầu gì", choices=RequestKind.choices, widget=forms.RadioSelect)
    authority = TidyCharField(
        label="Cơ quan nào", max_length=200, help_text="Ví dụ: Chi cục Quản lý thị trường tỉnh Điện Biên."
    )
    document_no = TidyCharField(label="Số văn bản", max_length=80, help_text="Ví dụ: 125/QLTT-NV.")
    received_at = forms.DateTimeField(
        label="Nhận lúc",
        input_formats=WRITTEN,
        help_text="Giờ và ngày văn bản đến, ví dụ 14:30 26/11/2026. Hạn tính từ lúc này.",
        widget=forms.DateTimeInput(format=WRITTEN[0], attrs={"autocomplete": "off"}),
        error_messages={"invalid": "Hãy gõ giờ rồi ngày, ví dụ 14:30 26/11/2026."},
    )
    names_all = forms.BooleanField(label="Mọi mặt hàng của người bán này", required=False)
    listings = forms.ModelMultipleChoiceField(
        label="Mặt hàng nào",
        queryset=Listing.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Chọn những mặt hàng mà văn bản nêu.",
    )
    reason = TidyCharField(
        label="Văn bản yêu cầu điều gì, vì sao",
        lines=True,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    scan = ScanField(
        label="Ảnh chụp văn bản",
        required=False,
        help_text="Ảnh JPEG, PNG hay WebP. Chỉ cán bộ duyệt, giám sát và quản trị xem được.",
    )

    def __init__(self, *args: Any, producer: Producer, **options: Any) -> None:
        super().__init__(*args, **options)
        hers = Listing.objects.filter(producer=producer, submitted_at__isnull=False).select_related("product")
        field = self.fields["listings"]
        field.queryset = hers.order_by("title_folded", "pk")  # type: ignore[attr-defined]
        field.label_from_instance = lambda each: f"{each} – {each.get_state_display()}"  # type: ignore[attr-defined]

    def clean_received_at(self) -> datetime:
        """Refuse a moment that has not come."""
        moment: datetime = self.cleaned_data["received_at"]
        if moment > timezone.now():
            raise forms.ValidationError("Giờ này chưa tới. Hãy gõ lúc văn bản đến.")
        return moment

    def clean(self) -> dict[str, Any]:
        """A request to take goods down names goods."""
        right: dict[str, Any] = super().clean() or {}
        is_takedown = right.get("kind") == RequestKind.TAKEDOWN
        if is_takedown and not right.get("names_all") and not right.get("listings") and "listings" not in self.errors:
            self.add_error("listings", "Hãy chọn ít nhất một mặt hàng, hoặc chọn mọi mặt hàng ở trên.")
        return right

    def asked(self, scan: str) -> Asked:
        """What the document says; `scan` is where its photo lies."""
        right = self.cleaned_data
        names = ("authority", "document_no", "reason", "received_at", "names_all")
        return Asked(kind=RequestKind(right["kind"]), scan=scan, **{name: right[name] for name in names})

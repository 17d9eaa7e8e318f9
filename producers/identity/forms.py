"""What an officer saw of a producer's identity."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from common.forms import TidyCharField
from producers.directory.models import Producer
from producers.identity.methods import METHODS, Evidence, EvidenceRefused
from producers.identity.states import Method, Paper

MATCH = [("yes", "Khớp: đúng người, đúng tên"), ("no", "Không khớp")]


def connected() -> list[tuple[str, str]]:
    """The methods that can be used today."""
    return [(method.value, str(method.label)) for method in Method if METHODS[method].is_connected()]


class IdentityForm(forms.Form):
    """The method, the paper, and the end of its number; the browser does not keep what is typed here."""

    method = forms.ChoiceField(
        label="Xác minh bằng cách nào?",
        choices=connected,
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn cách xác minh."},
    )
    paper = forms.ChoiceField(
        label="Đã xem giấy gì?",
        choices=[("", "Chọn loại giấy"), *Paper.choices],
        error_messages={"required": "Hãy chọn loại giấy."},
    )
    number = TidyCharField(
        label="Số giấy",
        max_length=30,
        help_text="Gặp mặt: chỉ 4 ký tự cuối. Đối chiếu: cả số, chợ chỉ giữ 4 ký tự cuối. Không chụp ảnh giấy.",
        error_messages={"required": "Hãy ghi số giấy."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    match = forms.ChoiceField(
        label="Kết quả",
        choices=MATCH,
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn kết quả."},
    )
    valid_until = forms.DateField(
        label="Giấy có giá trị đến",
        required=False,
        help_text="Nếu trên giấy có ghi.",
        widget=forms.DateInput(attrs={"placeholder": "25/11/2026", "autocomplete": "off"}),
        error_messages={"invalid": "Ngày chưa đúng. Hãy gõ như 25/11/2026."},
    )

    def __init__(self, data: Any = None, *, producer: Producer, **options: Any) -> None:
        super().__init__(data, **options)
        self.producer = producer

    def clean_number(self) -> str:
        """Take the number without blanks and dots."""
        number = "".join(char for char in self.cleaned_data["number"] if char not in " .-")
        if not (number.isascii() and number.isalnum()):
            raise ValidationError("Số giấy chỉ gồm chữ và số.")
        return number

    def clean_valid_until(self) -> Any:
        """Refuse a paper that has ended."""
        day = self.cleaned_data["valid_until"]
        if day and day < timezone.localdate():
            raise ValidationError("Giấy này đã hết giá trị; hãy xem giấy khác.")
        return day

    def clean(self) -> dict[str, Any]:
        """Say at the number what the chosen method wants of it."""
        known = super().clean() or {}
        number = known.get("number")
        if number and known.get("method") in (Method.IN_PERSON, Method.DOCUMENTS):
            try:
                METHODS[known["method"]].check(Evidence(Paper.CITIZEN_CARD, number, self.producer.name))
            except EvidenceRefused as refused:
                self.add_error("number", str(refused))
        return known

    def evidence(self) -> Evidence:
        """The evidence of a valid form."""
        known = self.cleaned_data
        return Evidence(
            paper=Paper(known["paper"]),
            number=known["number"],
            name=self.producer.representative or self.producer.name,
            is_match=known["match"] == "yes",
            valid_until=known["valid_until"],
        )

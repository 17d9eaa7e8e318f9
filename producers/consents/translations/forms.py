"""A translation as it is typed or pasted, piece by piece; who made it, when, and who checked it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from common.forms import TidyCharField
from producers.consents.models import ConsentTranslation
from producers.consents.translations.parts import Part, parts_aloud, parts_of, parts_whole
from producers.directory.names import is_same_name

MOST_LETTERS = 4000
ABOUT = ("translator_name", "translator_role", "checker_name")


class TranslationForm(forms.Form):
    """Every piece of the text, and whose translation it is."""

    translator_name = TidyCharField(
        label="Tên người dịch", max_length=120, error_messages={"required": "Hãy gõ tên người dịch."}
    )
    translator_role = TidyCharField(
        label="Người dịch là ai",
        max_length=120,
        help_text="Ví dụ: giáo viên tiếng Mông ở trường xã; nghệ nhân; cán bộ văn hoá.",
        error_messages={"required": "Hãy ghi người dịch là ai."},
    )
    translated_date = forms.DateField(
        label="Dịch xong ngày",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Hãy ghi ngày dịch xong.", "invalid": "Ngày chưa đúng, ví dụ 30/11/2026."},
    )
    checker_name = TidyCharField(
        label="Tên người kiểm tra",
        max_length=120,
        help_text="Người khác, đọc được cả hai tiếng, đã so từng câu với bản tiếng Việt.",
        error_messages={"required": "Hãy gõ tên người kiểm tra."},
    )

    def __init__(self, *sent: Any, version: int, newest: ConsentTranslation | None = None, **options: Any) -> None:
        if newest:
            options["initial"] = {**newest.parts, **{name: getattr(newest, name) for name in ABOUT}}
        super().__init__(*sent, **options)
        self.version = version
        self.fields |= {part.key: _words(part) for part in parts_of(version)}

    def aloud(self) -> list[tuple[Part, forms.BoundField]]:
        """The pieces that are read aloud, each with its box."""
        return [(part, self[part.key]) for part in parts_aloud(self.version)]

    def whole(self) -> list[tuple[Part, forms.BoundField]]:
        """The pieces of the whole text, each with its box."""
        return [(part, self[part.key]) for part in parts_whole(self.version)]

    def clean_translated_date(self) -> date:
        """Refuse a day that has not come."""
        day: date = self.cleaned_data["translated_date"]
        if day > timezone.localdate():
            raise ValidationError("Ngày này chưa tới.")
        return day

    def clean_checker_name(self) -> str:
        """Refuse who translated it."""
        name: str = self.cleaned_data["checker_name"]
        if is_same_name(name, self.cleaned_data.get("translator_name", "")):
            raise ValidationError("Người kiểm tra phải là người khác, không phải người dịch.")
        return name

    def clean(self) -> dict[str, Any]:
        """Want a heading and words below it where the Vietnamese piece has both."""
        known = super().clean() or {}
        for part in parts_of(self.version):
            if part.has_heading and "\n" not in known.get(part.key, "\n"):
                self.add_error(part.key, "Dòng đầu là đề mục; xuống dòng rồi mới tới lời.")
        return known

    def parts(self) -> Mapping[str, str]:
        """The words of a valid form, by the keys of their pieces."""
        return {part.key: self.cleaned_data[part.key] for part in parts_of(self.version)}


class RetireForm(forms.Form):
    """Why a translation is no longer read."""

    reason = TidyCharField(label="Vì sao thôi dùng?", max_length=300, error_messages={"required": "Hãy ghi vì sao."})


def _words(part: Part) -> TidyCharField:
    length = sum(len(block.text) for block in part.source)
    return TidyCharField(
        label=part.label,
        lines=True,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": max(2, min(10, length // 60 + 1)), "autocomplete": "off"}),
        help_text="Dòng đầu là đề mục." if part.has_heading else "",
        error_messages={"required": "Phần này chưa dịch."},
    )

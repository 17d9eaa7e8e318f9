"""Why a legal-duty file is taken along."""

from django import forms

from common.forms import TidyCharField


class ReasonForm(forms.Form):
    """The reason goes to the trail and stands on the first page of the file."""

    ly_do = TidyCharField(
        label="Lý do xuất hồ sơ",
        max_length=300,
        help_text="Ví dụ: công văn 12/CV-QLTT ngày 20/11/2026 của Chi cục Quản lý thị trường.",
        error_messages={"required": "Hãy ghi lý do: ai yêu cầu, văn bản nào."},
    )

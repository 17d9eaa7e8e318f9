"""What an auditor, an administrator or an officer looks for in the audit trail."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from common.audit.sentences import known_acts
from common.forms import TidyCharField
from producers.directory.models import SupportPoint
from shop.trail.queries import Asked
from shop.trail.words import AREAS

OTHER = "Khác"
DAY_ERRORS = {"invalid": "Ngày chưa đúng, ví dụ 26/11/2026."}


def day_field(label: str) -> forms.DateField:
    """A day that may be left out."""
    return forms.DateField(
        label=label,
        required=False,
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages=DAY_ERRORS,
    )


class TrailForm(forms.Form):
    """All filters stand in the address; person and producer come from the names that a reader clicks."""

    q = TidyCharField(label="Tìm theo tên người, người bán hay món hàng", required=False, max_length=120)
    viec = forms.ChoiceField(
        label="Việc", required=False, error_messages={"invalid_choice": "Không có việc này; hãy chọn trong danh sách."}
    )
    diem = forms.ModelChoiceField(
        SupportPoint.objects.none(),
        label="Tại điểm hỗ trợ",
        required=False,
        empty_label="Mọi điểm hỗ trợ",
        error_messages={"invalid_choice": "Không có điểm hỗ trợ này; hãy chọn trong danh sách."},
    )
    tu = day_field("Từ ngày")
    den = day_field("Đến ngày")
    nguoi = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    ba_con = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, points: Iterable[SupportPoint]) -> None:
        super().__init__(data)
        self.fields["viec"].choices = act_choices()  # type: ignore[attr-defined]
        self.fields["diem"].queryset = points  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("tu"), cleaned.get("den")
        if first and last and last < first:
            self.add_error("den", ValidationError("Ngày cuối phải từ ngày đầu trở đi."))
        return cleaned

    def asked(self) -> Asked:
        """What was asked for, of a valid form."""
        typed = self.cleaned_data
        return Asked(
            words=typed["q"],
            act=typed["viec"],
            point=typed["diem"],
            person=typed["nguoi"],
            producer=typed["ba_con"],
            first_day=typed["tu"],
            last_day=typed["den"],
        )


def act_choices() -> list[tuple[str, Any]]:
    """Every act there are words for, by area; a whole area can be chosen too."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for act, words in sorted(known_acts().items()):
        area = act.partition(".")[0]
        name = AREAS.get(area, OTHER)
        if name not in groups:
            groups[name] = [(f"{area}.", f"{name}: mọi việc")] if area in AREAS else []
        groups[name].append((act, words[:1].upper() + words[1:]))
    return [("", "Mọi việc"), *sorted(groups.items(), key=lambda group: (group[0] == OTHER, group[0]))]

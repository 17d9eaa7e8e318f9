"""A decision with its list, as it is brought in and corrected."""

from typing import Any

from django import forms

from catalog.decision_lists.table.columns import FIELDS, Layout
from catalog.decision_lists.table.lines import EXTENDED_FIELDS
from catalog.ocop.forms import DayField
from common.forms import TidyCharField
from producers.places.models import Province

LONGEST_TEXT = 2_000_000


class BringForm(forms.Form):
    """The decision, and its list as a file or as pasted text."""

    use_required_attribute = False

    province = forms.ModelChoiceField(
        queryset=Province.objects.none(),
        label="Tỉnh, thành phố",
        empty_label="Chọn tỉnh",
        error_messages={"required": "Hãy chọn tỉnh."},
    )
    decision_no = TidyCharField(label="Số quyết định", max_length=60, help_text="Ví dụ: 123/QĐ-UBND")
    decision_date = DayField(label="Ngày quyết định")
    authority = TidyCharField(label="Cơ quan công nhận", max_length=120, help_text="Ví dụ: UBND tỉnh Điện Biên")
    issued_date = DayField(
        label="Ngày cấp giấy", required=False, help_text="Để trống nếu cấp cùng ngày quyết định. Cột ngày cấp đi trước."
    )
    text = forms.CharField(
        label="Dán danh sách",
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 8}),
        strip=False,
        help_text="Bôi đen cả bảng trong Word hoặc Excel, chép, rồi dán vào đây.",
    )
    file = forms.FileField(
        label="Hoặc chọn tệp",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        help_text="Excel (.xlsx) hoặc CSV, dưới 5 MB. Tệp PDF, .xls: hãy chép rồi dán.",
    )

    def __init__(self, *args: Any, provinces: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["province"].queryset = provinces  # type: ignore[attr-defined]
        only = list(provinces[:2])
        if len(only) == 1:
            self.initial.setdefault("province", only[0].pk)

    def clean(self) -> dict[str, Any]:
        """Ask for one list, and for dates that follow one another."""
        right = super().clean() or self.cleaned_data
        has_text, has_file = bool((right.get("text") or "").strip()), bool(right.get("file"))
        if has_text == has_file and "file" not in self.errors:
            said = "Hãy dán hoặc chọn tệp, chỉ một cách." if has_text else "Hãy dán danh sách hoặc chọn tệp."
            self.add_error("text", said)
        decided = right.get("decision_date")
        right["issued_date"] = right.get("issued_date") or decided
        if decided and right["issued_date"] < decided:
            self.add_error("issued_date", "Ngày cấp giấy không thể trước ngày quyết định.")
        return right


class ColumnsForm(forms.Form):
    """Which row is the head, and what each column holds."""

    use_required_attribute = False

    head = forms.IntegerField(
        label="Dòng đầu bảng là dòng số",
        min_value=0,
        help_text="Dòng ghi tên các cột. Gõ 0 nếu danh sách không có dòng ấy.",
        error_messages={"invalid": "Hãy gõ một số.", "required": "Hãy gõ số dòng."},
    )

    def __init__(self, *args: Any, layout: Layout, width: int, rows: int, **kwargs: Any) -> None:
        initial = {"head": layout.head + 1} | {f"column_{at}": name for name, at in layout.columns.items()}
        kwargs["initial"] = initial
        super().__init__(*args, **kwargs)
        self._width, self._rows = width, rows
        for at in range(width):
            self.fields[f"column_{at}"] = forms.ChoiceField(
                label=f"Cột {at + 1}", choices=[("", "Không dùng"), *FIELDS.items()], required=False
            )

    def clean(self) -> dict[str, Any]:
        """Ask for the product and the stars, each field once."""
        right = super().clean() or self.cleaned_data
        if right.get("head", 0) > self._rows:
            self.add_error("head", "Danh sách không có dòng ấy.")
        named = [right.get(f"column_{at}") for at in range(self._width)]
        for at, name in enumerate(named):
            if name and name in named[:at]:
                self.add_error(f"column_{at}", f"“{FIELDS[name]}” đã chọn cho cột khác.")
        if not self.errors and not self.layout().is_enough:
            self.add_error(None, "Cần chỉ ra cột tên sản phẩm và cột số sao.")
        return right

    def layout(self) -> Layout:
        """What was chosen."""
        right = self.cleaned_data
        columns = {right[f"column_{at}"]: at for at in range(self._width) if right.get(f"column_{at}")}
        return Layout(right["head"] - 1, columns)


class RowForm(forms.Form):
    """The cells of one row, to write anew what was misread or mistyped."""

    use_required_attribute = False

    product = TidyCharField(label="Tên sản phẩm", max_length=300, error_messages={"required": "Hãy gõ tên."})
    holder = TidyCharField(label="Chủ thể", max_length=300, required=False)
    place = TidyCharField(label="Xã, địa chỉ", max_length=300, required=False, help_text="Tên mới hay tên cũ đều được.")
    district = TidyCharField(label="Huyện cũ", max_length=120, required=False)
    stars = TidyCharField(label="Số sao", max_length=40, help_text="Ví dụ: 3 sao")
    issued_date = TidyCharField(label="Ngày cấp", max_length=40, required=False, help_text="Để trống: ngày chung.")
    certificate_no = TidyCharField(label="Số giấy chứng nhận", max_length=60, required=False)

    def said(self) -> dict[str, str]:
        """The cells as they are to be read."""
        return {name: self.cleaned_data[name] for name in EXTENDED_FIELDS}


class OverruleForm(forms.Form):
    """Why a certificate is noted although its holder can hold none."""

    use_required_attribute = False

    reason = TidyCharField(
        label="Vì sao vẫn ghi giấy này",
        lines=True,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Ví dụ: hộ đã có giấy đăng ký số …, chợ chưa ghi. Lý do vào nhật ký cùng tên bạn.",
        error_messages={"required": "Hãy viết lý do."},
    )

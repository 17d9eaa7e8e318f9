"""What an officer writes down about a consignment."""

from collections.abc import Mapping
from typing import Any

from django import forms

from common.forms import TidyCharField
from shop.consignments.models import Consignment

ALL, NONE, SOME = "co", "het", "con"
CHOICES = [(ALL, "Có"), (NONE, "Hết"), (SOME, "Còn …")]


class AnswerForm(forms.Form):
    """The producer's answer for each line: có, hết, or how many."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, consignment: Consignment) -> None:
        super().__init__(data, prefix=f"d{consignment.pk}")
        self.lines = list(consignment.lines.all())
        for line in self.lines:
            choices = CHOICES if line.ordered > 1 else CHOICES[:2]
            self.fields[f"answer_{line.pk}"] = forms.ChoiceField(
                label=f"{line.ordered} {line.unit} {line.title}",
                choices=choices,
                widget=forms.RadioSelect,
                error_messages={"required": "Hỏi bà con rồi chọn có, hết hay còn bao nhiêu."},
            )
            if line.ordered > 1:
                self.fields[f"number_{line.pk}"] = forms.IntegerField(
                    label=f"Còn bao nhiêu {line.unit}",
                    required=False,
                    min_value=1,
                    max_value=line.ordered - 1,
                    error_messages={
                        "invalid": "Viết bằng số, ví dụ 2.",
                        "min_value": "Nếu không còn cái nào, chọn “Hết”.",
                        "max_value": f"Người mua chỉ đặt {line.ordered}; đủ thì chọn “Có”.",
                    },
                )

    def clean(self) -> dict[str, Any]:
        """Ask for the number where the answer is "còn"."""
        cleaned = super().clean() or {}
        for line in self.lines:
            name = f"number_{line.pk}"
            if cleaned.get(f"answer_{line.pk}") == SOME and name not in self.errors and not cleaned.get(name):
                self.add_error(name, "Viết số bà con còn.")
        return cleaned

    def confirmed(self) -> dict[int, int]:
        """How many there are, by line id."""
        meant = {
            line.pk: {ALL: line.ordered, NONE: 0}.get(self.cleaned_data[f"answer_{line.pk}"]) for line in self.lines
        }
        return {pk: self.cleaned_data[f"number_{pk}"] if number is None else number for pk, number in meant.items()}

    def rows(self) -> list[dict[str, Any]]:
        """Each line with its fields, for the page."""
        numbers = {line.pk: f"number_{line.pk}" for line in self.lines if line.ordered > 1}
        return [
            {
                "line": line,
                "answer": self[f"answer_{line.pk}"],
                "number": self[numbers[line.pk]] if line.pk in numbers else None,
            }
            for line in self.lines
        ]


class SendForm(forms.Form):
    """Who takes the parcel, and the number to follow it by."""

    carrier = TidyCharField(
        label="Gửi qua", max_length=60, error_messages={"required": "Viết tên bưu cục hoặc hãng chuyển phát."}
    )
    tracking_no = TidyCharField(label="Mã vận đơn", max_length=40, required=False)


class DeliverForm(forms.Form):
    """That the parcel was taken and paid for; and, where its goods ask, who saw that the recipient is old enough."""

    age_checked_by = TidyCharField(
        label="Ai đã kiểm tra tuổi người nhận",
        max_length=120,
        help_text="Tên người giao hàng, ví dụ: bưu tá Lò Văn Chứng.",
        error_messages={"required": "Hỏi bên giao rồi ghi tên người đã kiểm tra tuổi."},
    )
    is_of_age = forms.BooleanField(
        error_messages={"required": "Đánh dấu khi đã kiểm tra. Người nhận chưa đủ tuổi thì ghi là không nhận."}
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, least_age: int) -> None:
        super().__init__(data)
        if least_age:
            self.fields["is_of_age"].label = f"Bên giao đã kiểm tra: người nhận đủ {least_age} tuổi"
        else:
            self.fields.clear()

    def checked_by(self) -> str:
        """Who checked; empty where nobody asks."""
        return str(self.cleaned_data.get("age_checked_by", ""))


class RefuseForm(forms.Form):
    """Why the buyer did not take the parcel."""

    reason = TidyCharField(
        label="Vì sao không nhận", max_length=300, error_messages={"required": "Viết lý do người mua hay bưu tá nói."}
    )


class ReturnForm(forms.Form):
    """Whether goods that came back can be sold again."""

    can_be_sold = forms.TypedChoiceField(
        label="Hàng còn bán được không?",
        choices=[("1", "Còn tốt, bán tiếp"), ("0", "Hỏng, không bán")],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
        error_messages={"required": "Xem hàng rồi chọn một."},
    )

"""What an officer writes down of one call or visit, and why a thing rests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from catalog.freshness.services import Answer
from catalog.freshness.states import AskedBy, Word
from catalog.listings.states import IN_BASKET, HowSold, PauseReason
from catalog.onsale.services import approved_price, band_around
from common.drafts import WholeField
from common.forms import DongField
from common.money import dong

NOT_ASKED = ("", "Chưa hỏi")
WORDS_OF_RESTING = [(Word.TRUE, "Bán tiếp như cũ"), (Word.CHANGED, "Bán tiếp, có thay đổi"), (Word.RESTS, "Nghỉ tiếp")]
BY_HAND = [choice for choice in PauseReason.choices if choice[0] != PauseReason.NOT_CONFIRMED]
LONGEST_REST = timedelta(days=366)


class ComingDayField(forms.DateField):
    """A day typed as 25/11/2026 that is still to come, within a year."""

    default_error_messages = {"invalid": "Ngày chưa đúng. Hãy gõ như 25/11/2026."}

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Show how a day is written."""
        return {"placeholder": "25/11/2026", "autocomplete": "off"}

    def validate(self, value: date | None) -> None:
        """Refuse a day that has come, and one too far away."""
        super().validate(value)
        today = timezone.localdate()
        if value and value <= today:
            raise forms.ValidationError("Ngày trở lại phải sau hôm nay.", code="past")
        if value and value > today + LONGEST_REST:
            raise forms.ValidationError("Xa nhất là một năm nữa.", code="far")


class PauseForm(forms.Form):
    """Why it rests, and until when if she knows."""

    because = forms.ChoiceField(
        label="Vì sao tạm nghỉ?",
        choices=BY_HAND,
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn một lý do."},
    )
    back_date = ComingDayField(
        label="Trở lại ngày", required=False, help_text="Tới ngày đó, hàng hiện ở “Còn đúng không?” để hỏi bà con."
    )

    def clean_because(self) -> PauseReason:
        """The reason as one of ours."""
        return PauseReason(self.cleaned_data["because"])


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of the form with its boxes; `free` and `price` are None where it has no such number."""

    listing: Any
    word: Any
    free: Any
    price: Any
    back: Any
    seen: Any


class CallForm(forms.Form):
    """One producer's goods, each with her word; only what was asked needs an answer."""

    asked_by = forms.ChoiceField(
        label="Hỏi bằng cách nào?",
        choices=AskedBy.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn cách đã hỏi."},
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, goods: Sequence[Any]) -> None:
        super().__init__(data)
        self.goods = list(goods)
        for listing in self.goods:
            self._add_boxes(listing)

    def _add_boxes(self, listing: Any) -> None:
        pk, words = listing.pk, WORDS_OF_RESTING if listing.is_paused else Word.choices
        self.fields[f"word_{pk}"] = forms.ChoiceField(
            label=f"Bà con nói sao về {listing}?",
            choices=[*words, NOT_ASKED],
            initial="",
            required=False,
            widget=forms.RadioSelect,
        )
        if listing.how_sold in IN_BASKET:
            self.fields[f"free_{pk}"] = WholeField(label="Số còn bán được", required=False, help_text="Hết thì gõ 0.")
            self.fields[f"seen_{pk}"] = forms.IntegerField(
                initial=listing.free, required=False, widget=forms.HiddenInput
            )
        if listing.how_sold != HowSold.ON_REQUEST and listing.price is not None:
            self.fields[f"price_{pk}"] = DongField(label="Giá mới", required=False)
        self.fields[f"back_{pk}"] = ComingDayField(label="Nghỉ tới ngày", required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for a word, and for numbers that go with it."""
        cleaned = super().clean() or self.cleaned_data
        words = {listing.pk: cleaned.get(f"word_{listing.pk}") for listing in self.goods}
        for listing in self.goods:
            self._check(listing, words[listing.pk] or "")
        if not any(words.values()) and not self.errors:
            self.add_error(None, "Chưa ghi câu trả lời nào. Chọn lời bà con cho ít nhất một món.")
        return cleaned

    def _check(self, listing: Any, word: str) -> None:
        pk = listing.pk
        free, price, back = (self.cleaned_data.get(f"{name}_{pk}") for name in ("free", "price", "back"))
        first = f"free_{pk}" if f"free_{pk}" in self.fields else f"price_{pk}"
        has_numbers = free is not None or price is not None
        if word == Word.CHANGED and not has_numbers and not {f"free_{pk}", f"price_{pk}"} & set(self.errors):
            where = first if first in self.fields else f"word_{pk}"
            self.add_error(where, "Gõ số lượng hoặc giá mới; không đổi gì thì chọn câu thứ nhất.")
        elif has_numbers and word != Word.CHANGED:
            where = f"free_{pk}" if free is not None else f"price_{pk}"
            self.add_error(where, "Có số mới thì chọn “Có thay đổi”, không thì xoá ô này.")
        if back and word != Word.RESTS:
            self.add_error(f"back_{pk}", "Ngày này chỉ dùng khi hàng tạm nghỉ.")
        if price is not None:
            self._check_price(listing, price)

    def _check_price(self, listing: Any, price: int) -> None:
        approved = approved_price(listing, int(listing.price))
        low, high = band_around(approved)
        if not low <= price <= high:
            self.add_error(
                f"price_{listing.pk}",
                f"Giá đã duyệt là {dong(approved)}; sửa ngay được từ {dong(low)} đến {dong(high)}. "
                "Khác hơn thì sửa ở hồ sơ hàng rồi gửi duyệt.",
            )

    def answers(self) -> list[Answer]:
        """What she said, of the goods that were asked about."""
        right = self.cleaned_data
        return [
            Answer(
                listing=listing,
                word=Word(right[f"word_{listing.pk}"]),
                free=right.get(f"free_{listing.pk}"),
                seen=right.get(f"seen_{listing.pk}") or 0,
                price_dong=right.get(f"price_{listing.pk}"),
                back_date=right.get(f"back_{listing.pk}"),
            )
            for listing in self.goods
            if right[f"word_{listing.pk}"]
        ]

    def count_again(self, listing: Any, free: int) -> None:
        """Take what is there now as what was seen, so that the next count is judged by it."""
        data = dict(self.data.items()) | {f"seen_{listing.pk}": str(free)}
        self.data = data

    def rows(self, *, waiting: bool) -> list[Row]:
        """The goods that wait for a word, or all the others."""
        return [
            Row(
                listing,
                self[f"word_{listing.pk}"],
                *(
                    self[f"{name}_{listing.pk}"] if f"{name}_{listing.pk}" in self.fields else None
                    for name in ("free", "price", "back", "seen")
                ),
            )
            for listing in self.goods
            if listing.is_waiting == waiting
        ]

"""Forms that are put down half-filled, and what people type into them: whole numbers, grams, rows of facts."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from common.text import normalise

GRAMS_IN = {
    "": 1,
    "g": 1,
    "gr": 1,
    "gam": 1,
    "gram": 1,
    "lạng": 100,
    "lang": 100,
    "kg": 1000,
    "kí": 1000,
    "ký": 1000,
    "cân": 1000,
}
"""Units of weight as people write them; a bare number is grams."""

_WHOLE = re.compile(r"(?P<sign>-?)(?P<digits>[0-9]+|[1-9][0-9]{0,2}(?:[. ][0-9]{3})+)")
_WEIGHT = re.compile(r"(?P<number>[0-9]+(?:[.,][0-9]{1,2})?|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)\s*(?P<unit>[^\W\d]*)\.?")


class DraftForm(forms.Form):
    """A form that may be put down half-filled: what is missing is no error, what is wrong is one."""

    use_required_attribute = False

    def add_error(self, field: str | None, error: Any) -> None:
        """Take every error but that a field is empty."""
        if getattr(error, "code", None) != "required":
            super().add_error(field, error)


class WholeField(forms.Field):
    """A whole number from `least` to `most`, written 1200 or 1.200."""

    widget = forms.TextInput

    def __init__(self, *, least: int = 0, most: int = 1_000_000, **options: Any) -> None:
        super().__init__(**options)
        self.least, self.most = least, most

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Ask phones for their number pad."""
        return {"inputmode": "numeric", "autocomplete": "off"}

    def to_python(self, value: Any) -> int | None:
        """The number, or None for an empty field."""
        text = normalise(str(value or ""))
        if not text:
            return None
        number = self.read(text)
        if number < self.least:
            raise ValidationError(f"Không được nhỏ hơn {self.write(self.least)}.", code="min_value")
        if number > self.most:
            raise ValidationError(f"Không quá {self.write(self.most)}.", code="max_value")
        return number

    def read(self, text: str) -> int:
        """The number that the text means."""
        found = _WHOLE.fullmatch(text)
        if not found:
            raise ValidationError("Phải là số chẵn, không có phần lẻ hay chữ. Hãy gõ như 12.", code="invalid")
        digits = re.sub(r"[. ]", "", found["digits"])
        if len(digits.lstrip("0")) > len(str(self.most)):
            raise ValidationError(f"Không quá {self.write(self.most)}.", code="max_value")
        return -int(digits) if found["sign"] else int(digits)

    def write(self, number: int) -> str:
        """The number as people write it."""
        return f"{number:,}".replace(",", ".")


class GramsField(WholeField):
    """A weight in whole grams: "300", "300 g", "3 lạng", "1,5 kg"."""

    def __init__(self, *, least: int = 1, most: int = 1_000_000, **options: Any) -> None:
        super().__init__(least=least, most=most, **options)

    def read(self, text: str) -> int:
        """The grams that the text means."""
        found = _WEIGHT.fullmatch(text.lower())
        times = GRAMS_IN.get(found["unit"], 0) if found else 0
        if not found or not times or len(found["number"]) > len("1.000.000"):
            raise ValidationError("Chưa đọc được cân nặng. Hãy gõ như 300 g hoặc 1,5 kg.", code="invalid")
        whole, _, part = found["number"].replace(",", ".").rpartition(".")
        tenths = len(part) if whole and len(part) < 3 else 0
        grams, rest = divmod(int(whole.replace(".", "") + part) * times, 10**tenths)
        if rest:
            raise ValidationError("Cân nặng phải là số gam chẵn.", code="invalid")
        return int(grams)

    def write(self, number: int) -> str:
        """The weight as people write it."""
        return f"{super().write(number)} g"


class RowsInput(forms.Widget):
    """Pairs of inputs, name and value, with a few empty pairs to fill."""

    template_name = "components/rows.html"
    use_fieldset = True
    empty_rows = 3

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[tuple[str, str]]:
        """The pairs as typed."""
        names, values = (_list(data, part) for part in self.parts(name))
        return list(zip(names, values, strict=False))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Whether the form did not hold the rows at all."""
        return self.parts(name)[0] not in data

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Draw the filled pairs, and empty ones after them."""
        context = self.get_context(name, None, attrs)
        context["rows"] = [*(pair for pair in value or [] if any(pair)), *[("", "")] * self.empty_rows]
        context["label"], context["value"] = self.parts(name)
        return render_to_string(self.template_name, context)

    @staticmethod
    def parts(name: str) -> tuple[str, str]:
        """The names of the two inputs of a row."""
        return f"{name}_name", f"{name}_value"


class RowsField(forms.Field):
    """Rows of name and value; empty rows are left out."""

    widget = RowsInput

    def __init__(self, *, most: int = 20, longest: int = 120, **options: Any) -> None:
        super().__init__(**options)
        self.most, self.longest = most, longest

    def to_python(self, value: Sequence[Sequence[str]] | None) -> list[list[str]]:
        """The filled rows, tidy."""
        tidy = [[normalise(part) for part in pair] for pair in value or []]
        rows = [pair for pair in tidy if any(pair)]
        if any(not all(pair) for pair in rows):
            raise ValidationError("Mỗi dòng cần cả tên và giá trị, ví dụ: Kích thước – 40 × 180 cm.", code="half")
        if len(rows) > self.most:
            raise ValidationError(f"Nhiều nhất {self.most} dòng.", code="max_rows")
        for pair in rows:
            for part in pair:
                MaxLengthValidator(self.longest)(part)
        return rows


def _list(data: Mapping[str, Any], name: str) -> list[str]:
    getlist = getattr(data, "getlist", None)
    return list(getlist(name)) if getlist else list(data.get(name, []))

"""Form fields for what people type here: money, phone numbers, Vietnamese text. Wrong input stays in its box."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from common.money import NO_BREAK_SPACE, NotWholeDong, dong, parse_dong
from common.phones import NotAPhone, normalise_phone, show_phone
from common.text import normalise, normalise_lines

MOST_DONG = 1_000_000_000


class TidyCharField(forms.CharField):
    """Text that is normalised as it comes in; with `lines=True` it keeps its paragraphs."""

    def __init__(self, *, lines: bool = False, **options: Any) -> None:
        self.tidy = normalise_lines if lines else normalise
        if lines:
            options.setdefault("widget", forms.Textarea)
        super().__init__(**options)

    def to_python(self, value: Any) -> Any:
        """Return the text in its one form."""
        text = super().to_python(value)
        return self.tidy(text) if text else text


class DongField(forms.Field):
    """An amount in whole đồng, typed as people write it; gives an int between `min_dong` and `max_dong`."""

    default_error_messages = {
        "required": "Hãy gõ số tiền.",
        "min_dong": "Số tiền thấp nhất là %(limit)s.",
        "max_dong": "Số tiền cao nhất là %(limit)s.",
    }

    def __init__(self, *, min_dong: int = 1, max_dong: int = MOST_DONG, **options: Any) -> None:
        self.min_dong, self.max_dong = min_dong, max_dong
        options.setdefault("widget", forms.TextInput)
        super().__init__(**options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Ask phones for their number pad."""
        return {"inputmode": "numeric", "autocomplete": "off"}

    def prepare_value(self, value: Any) -> Any:
        """Show a number as people write it, and what was typed as it was typed."""
        return value if isinstance(value, str) or value is None else dong(int(value)).split(NO_BREAK_SPACE)[0]

    def to_python(self, value: Any) -> int | None:
        """Return the đồng typed; raises ValidationError if they cannot be read or are not whole."""
        if value in self.empty_values or not str(value).strip():
            return None
        try:
            return parse_dong(str(value))
        except NotWholeDong as error:
            raise ValidationError(str(error), code="not_whole") from error

    def validate(self, value: Any) -> None:
        """Refuse what lies outside the limits."""
        super().validate(value)
        if value is not None and value < self.min_dong:
            raise self._out_of("min_dong", self.min_dong)
        if value is not None and value > self.max_dong:
            raise self._out_of("max_dong", self.max_dong)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another amount was typed; "125.000" is still 125000."""
        try:
            return self.to_python(data) != (None if initial is None else int(initial))
        except ValidationError:
            return True

    def _out_of(self, code: str, limit: int) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params={"limit": dong(limit)})


class PhoneField(forms.CharField):
    """A phone number of Vietnam in any usual spelling; gives "0912345678"."""

    default_error_messages = {"required": "Hãy gõ số điện thoại."}

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 30)
        options.setdefault("widget", forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}))
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        """Show a right number in groups, and anything else as it was typed."""
        try:
            return show_phone(value) if value and normalise_phone(value) == value else value
        except NotAPhone:
            return value

    def clean(self, value: Any) -> Any:
        """Return the normalised number; raises ValidationError if it is none."""
        text = super().clean(value)
        if not text:
            return text
        try:
            return normalise_phone(text)
        except NotAPhone as error:
            raise ValidationError(str(error), code="not_a_phone") from error


class ReasonForm(forms.Form):
    """Why something is done; it stands in the audit trail."""

    reason = TidyCharField(
        label="Lý do",
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Hãy ghi lý do; lý do được giữ trong nhật ký."},
    )

"""Names, phone numbers, e-mail addresses and passwords by which people sign in."""

from django import forms
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from common.forms import TidyCharField
from common.phones import NotAPhone, normalise_phone
from common.text import normalise

NEITHER = "Hãy gõ số di động 10 chữ số hoặc địa chỉ e-mail, ví dụ 0912 345 678."
PLAIN_WORDS = {
    "password_too_short": "Mật khẩu cần ít nhất 8 ký tự.",
    "password_too_common": "Mật khẩu này nhiều người dùng, dễ đoán. Xin chọn mật khẩu khác.",
    "password_too_similar": "Mật khẩu quá giống tên, số điện thoại hoặc e-mail.",
}


def sign_in_name(typed: str) -> str:
    """The name of an account, however it was typed: a phone number in one form, anything else in small letters."""
    try:
        return normalise_phone(typed)
    except NotAPhone:
        return normalise(typed).lower()


def read_contact(typed: str) -> str:
    """A phone number or e-mail address in its one form. Raises ValidationError if it is neither."""
    contact = sign_in_name(typed)
    try:
        if "@" not in contact:
            return normalise_phone(contact)
        validate_email(contact)
    except (NotAPhone, ValidationError) as error:
        raise ValidationError(NEITHER) from error
    return contact


def check_new_password(password: str, user: User) -> None:
    """Raise ValidationError, in plain words, for a password that is too easy to guess."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise ValidationError([PLAIN_WORDS.get(one.code or "", one) for one in error.error_list]) from error


def password_field(label: str, *, is_new: bool) -> forms.CharField:
    """A password; blanks at its ends count."""
    fill = "new-password" if is_new else "current-password"
    return forms.CharField(
        label=label,
        strip=False,
        max_length=128,
        help_text="Ít nhất 8 ký tự." if is_new else "",
        widget=forms.PasswordInput(attrs={"autocomplete": fill}),
        error_messages={"required": "Hãy gõ mật khẩu."},
    )


def contact_field(help_text: str) -> TidyCharField:
    """The phone number or e-mail address by which somebody signs in."""
    return TidyCharField(
        label="Số điện thoại hoặc e-mail",
        max_length=150,
        help_text=help_text,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        error_messages={"required": NEITHER},
    )


def name_field() -> TidyCharField:
    """A whole name in one box: family, middle and given name in the order people say them."""
    return TidyCharField(
        label="Họ và tên",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Hãy gõ họ và tên."},
    )

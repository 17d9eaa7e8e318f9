"""Forms of an account: opening it, signing in, names, addresses, passwords."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from common.credentials import (
    check_new_password,
    contact_field,
    name_field,
    password_field,
    read_contact,
    sign_in_name,
)
from common.forms import PhoneField, TidyCharField
from common.policies.forms import AcceptForm
from common.policies.texts import Version
from producers.places.forms import CommuneField
from shop.accounts.address import Address

NEEDED = "Cần đồng ý thì mới mở được tài khoản."


class SignUpForm(AcceptForm):
    """Open an account with a phone number or an e-mail address."""

    name = name_field()
    contact = contact_field("Dùng để đăng nhập. Có e-mail thì tự lấy lại được mật khẩu.")
    password = password_field("Mật khẩu", is_new=True)
    field_order = ("name", "contact", "password", "accepts")

    def __init__(self, data: Any = None, *, asked: list[Version]) -> None:
        super().__init__(data, asked=asked)
        self.fields["accepts"].error_messages["required"] = NEEDED

    def clean_contact(self) -> str:
        """The phone number or e-mail address in its one form."""
        return read_contact(self.cleaned_data["contact"])

    def clean(self) -> dict[str, Any]:
        """Compare the password with the name and the contact."""
        cleaned = super().clean() or {}
        if "password" in cleaned:
            contact = cleaned.get("contact", "")
            person = User(username=contact, email=contact, first_name=cleaned.get("name", ""))
            try:
                check_new_password(cleaned["password"], person)
            except ValidationError as error:
                self.add_error("password", error)
        return cleaned


class SignInForm(forms.Form):
    """Name and password; one answer for all that is wrong."""

    name = TidyCharField(
        label="Số điện thoại hoặc e-mail",
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        error_messages={"required": "Hãy gõ số điện thoại hoặc e-mail."},
    )
    password = password_field("Mật khẩu", is_new=False)

    def clean_name(self) -> str:
        """The account's name in its one form."""
        return sign_in_name(self.cleaned_data["name"])


class NameForm(forms.Form):
    """Another name."""

    name = name_field()


class NewPasswordForm(forms.Form):
    """A new password for somebody who proved to be that user by a link from her e-mail."""

    password = password_field("Mật khẩu mới", is_new=True)

    def __init__(self, user: User, data: Any = None) -> None:
        super().__init__(data)
        self.user = user

    def clean_password(self) -> str:
        """Refuse what is easy to guess."""
        password: str = self.cleaned_data["password"]
        check_new_password(password, self.user)
        return password


class ChangePasswordForm(NewPasswordForm):
    """A new password, for who knows the old one."""

    old = password_field("Mật khẩu đang dùng", is_new=False)
    field_order = ("old", "password")

    def clean_old(self) -> str:
        """The old password must be right."""
        old: str = self.cleaned_data["old"]
        if not self.user.check_password(old):
            raise ValidationError("Mật khẩu đang dùng chưa đúng.")
        return old


class ResetForm(forms.Form):
    """The e-mail address to send a link to."""

    email = forms.EmailField(
        label="E-mail của tài khoản",
        max_length=150,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": "Hãy gõ e-mail.", "invalid": "E-mail chưa đúng, ví dụ ten@example.com."},
    )


class AddressFields(forms.Form):
    """To whom and where something is brought."""

    recipient = TidyCharField(
        label="Tên người nhận",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Hãy gõ tên người nhận."},
    )
    phone = PhoneField(label="Số điện thoại")
    commune = CommuneField(label="Nơi nhận")
    house = TidyCharField(
        label="Số nhà, đường; hoặc thôn, bản",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
        error_messages={"required": "Hãy gõ số nhà, tên đường hoặc thôn, bản."},
    )

    def typed_address(self) -> Address:
        """The address typed, of a valid form."""
        typed = self.cleaned_data
        return Address(typed["recipient"], typed["phone"], typed["commune"], typed["house"])


class AddressForm(AddressFields):
    """An address to keep in the account."""

    is_usual = forms.BooleanField(label="Thường giao tới đây", required=False)

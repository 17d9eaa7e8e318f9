"""Which account may act for a producer, and why."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from common.credentials import sign_in_name
from common.forms import ReasonForm, TidyCharField
from producers.logins.queries import account_named


class GiveForm(ReasonForm):
    """An account that is there already, by its sign-in name. Valid, `account` is the account itself."""

    account = TidyCharField(
        label="Tên đăng nhập của tài khoản",
        max_length=150,
        help_text="Số điện thoại hoặc e-mail mà người ấy dùng để đăng nhập. Chưa có thì người ấy tự mở trước.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        error_messages={"required": "Hãy gõ tên đăng nhập."},
    )
    field_order = ("account", "reason")

    def clean_account(self) -> Any:
        """The account of that name."""
        found = account_named(sign_in_name(self.cleaned_data["account"]))
        if found is None:
            raise ValidationError("Không có tài khoản nào có tên đăng nhập này. Hãy xem lại từng số, từng chữ.")
        return found

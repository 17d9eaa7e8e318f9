"""How a producer is paid, and into whose account."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from common.forms import TidyCharField
from producers.directory.names import is_holder_known
from producers.directory.states import PayoutWay
from producers.papers.banks import bank_choices

BANK_FIELDS = ("bank_name", "bank_account", "bank_holder", "bank_reason")
OTHER_NAME = "Tên chủ tài khoản khác tên người bán và người đại diện. Hãy ghi đó là ai, vì sao."


class BankForm(forms.Form):
    """The way of being paid; the account counts only for one who is paid through a bank."""

    payout_way = forms.ChoiceField(
        label="Bà con nhận tiền bằng cách nào?",
        choices=PayoutWay,
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn cách nhận tiền."},
    )
    bank_name = forms.ChoiceField(label="Ngân hàng", error_messages={"required": "Hãy chọn ngân hàng."})
    bank_account = forms.CharField(
        label="Số tài khoản",
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": "Hãy gõ số tài khoản."},
    )
    bank_holder = TidyCharField(
        label="Tên chủ tài khoản", max_length=120, error_messages={"required": "Hãy gõ tên chủ tài khoản."}
    )
    bank_reason = TidyCharField(
        label="Nếu tài khoản tên người khác: là ai?",
        max_length=200,
        required=False,
        help_text="Ví dụ: con gái bà nhận hộ; tài khoản của hợp tác xã. Người duyệt sẽ xem.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def offer_banks(self, known: str) -> None:
        """Let the banks of the list be chosen, and the one that is written down already."""
        bank: Any = self.fields["bank_name"]
        bank.choices = bank_choices(known)

    def clean_bank_account(self) -> str:
        """Take an account number with blanks, dots or dashes and give its digits."""
        digits = "".join(char for char in self.cleaned_data["bank_account"] if char not in " .-\u00a0")
        if digits and not (digits.isascii() and digits.isdecimal() and 6 <= len(digits) <= 19):
            raise ValidationError("Số tài khoản chỉ gồm chữ số, từ 6 đến 19 số.")
        return digits

    def check_account(self, known: dict[str, Any]) -> None:
        """Ask for the whole account of one who is paid through a bank, and keep no account of another."""
        if known.get("payout_way") != PayoutWay.BANK:
            for name in BANK_FIELDS:
                known[name] = ""
                self.errors.pop(name, None)
        self._compare_account_holder(known)

    def _compare_account_holder(self, known: dict[str, Any]) -> None:
        """Ask who it is when the account is in another name; the reason of an account in her own is not kept."""
        holder = known.get("bank_holder")
        if not holder:
            return
        if is_holder_known(holder, known.get("name", ""), known.get("representative", "")):
            known["bank_reason"] = ""
        elif not known.get("bank_reason"):
            self.add_error("bank_reason", OTHER_NAME)

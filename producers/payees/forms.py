"""Another name, account or tax code, as the officer types it; the name of the account's holder is compared anew."""

from typing import Any

from django import forms
from django.utils import timezone

from common.forms import TidyCharField
from producers.directory.bank_form import BankForm
from producers.directory.models import Producer
from producers.directory.states import PAYEE_FIELDS
from producers.papers.forms import TaxCodeForm, WhoForm
from producers.papers.requirements import required_of
from producers.payees.queries import payee_of

ASK_AGAIN = "Tài khoản mới: hãy ghi lại đó là ai, vì sao."


class PayeeForm(WhoForm, BankForm, TaxCodeForm):
    """What shall be in force, filled with what is."""

    field_order = PAYEE_FIELDS

    why = TidyCharField(
        label="Vì sao đổi?",
        max_length=300,
        help_text="Ai nói, nói thế nào, giấy gì. Người duyệt đọc rồi hỏi lại bà con.",
        error_messages={"required": "Hãy ghi vì sao đổi."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data: Any = None, *, producer: Producer) -> None:
        super().__init__(data, initial=payee_of(producer))
        self.producer = producer
        self.offer_banks(producer.bank_name)
        self.say_what_the_kind_asks(producer.kind)

    def clean(self) -> dict[str, Any]:
        """Compare the holder with the names that are known, and ask again who it is when the account is another."""
        known = super().clean() or {}
        known["kind"] = self.producer.kind
        self.check_tax_code_of(known)
        self.check_account(known)
        self._keep_what_the_kind_shows(known)
        told, old = known.get("bank_reason"), self.producer
        is_other = [known.get(name) for name in ("bank_account", "bank_holder")] != [old.bank_account, old.bank_holder]
        if told and is_other and told == old.bank_reason:
            self.add_error("bank_reason", ASK_AGAIN)
        return known

    def _keep_what_the_kind_shows(self, known: dict[str, Any]) -> None:
        for row in required_of(self.producer.kind, on=timezone.localdate()):
            if row.field in known and getattr(self.producer, row.field) and not known[row.field]:
                self.add_error(row.field, row.sentence)

    def wanted(self) -> dict[str, Any]:
        """What a valid form asks for."""
        return {name: self.cleaned_data[name] for name in PAYEE_FIELDS}


class AnswerForm(forms.Form):
    """The approver's answer; no needs a reason."""

    use_required_attribute = False

    reason = TidyCharField(
        label="Lý do, viết cho cán bộ xã",
        lines=True,
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

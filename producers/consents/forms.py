"""One question for each use, to be answered with yes or no; nothing is chosen beforehand."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone

from common.forms import TidyCharField
from common.policies.queries import versions_to_accept, written
from common.policies.texts import Version
from producers.consents.proofs.forms import ProofForm
from producers.consents.services import (
    ConsentTooLong,
    WitnessMissing,
    WitnessNotFree,
    checked_end,
    checked_witness,
    last_day,
)
from producers.consents.states import ConsentScope
from producers.consents.texts import VERSIONS
from producers.consents.translations.queries import Words
from producers.directory.languages import LANGUAGES
from producers.directory.models import Producer

AFTER_QUESTIONS = ("language_read", "interpreter_name", "witness_name", "recording", "signature", "until_date")
YES_OR_NO = [("yes", "Có"), ("no", "Không")]
EXPLAINED = {
    ConsentScope.GOODS: "Ghi hàng lên chợ, nhận đơn, gửi hàng, giao lại tiền. Không thì chợ không đăng hàng.",
    ConsentScope.NAME_AND_PICTURE: "Người mua thấy tên, bản, ảnh, lời giới thiệu. Không thì chỉ thấy tên xã.",
    ConsentScope.VOICE: "Người mua nghe tiếng bà con kể chuyện món hàng.",
    ConsentScope.MOTIF: "Chợ dùng hoa văn để trang trí, ghi tên nơi làm ra, không ai được đem bán.",
    ConsentScope.ETHNICITY: "Thông tin nhạy cảm. Không cần để bán hàng; không nói “có” thì chợ không ghi.",
}


def question(scope: ConsentScope) -> forms.ChoiceField:
    """One question without an answer."""
    return forms.ChoiceField(
        label=scope.label,
        choices=YES_OR_NO,
        widget=forms.RadioSelect,
        help_text=EXPLAINED[scope],
        error_messages={"required": "Hãy bấm Có hoặc Không."},
    )


class ConsentForm(ProofForm):
    """What the producer answered, to which text, in which language, before whom."""

    language_read = forms.ChoiceField(
        label="Đã đọc bằng tiếng nào?",
        help_text="Tiếng mà bà con vừa nghe, kể cả khi người phiên dịch nói lại.",
        error_messages={"required": "Hãy chọn tiếng đã đọc."},
    )
    interpreter_name = TidyCharField(
        label="Tên người phiên dịch",
        max_length=120,
        required=False,
        help_text="Nếu có người nói lại bằng tiếng của bà con.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    witness_name = TidyCharField(
        label="Tên người làm chứng",
        max_length=120,
        help_text="Người ngồi nghe cùng: người nhà, hàng xóm, trưởng bản. Không phải cán bộ đang ghi.",
        error_messages={"required": "Hãy gõ tên người làm chứng."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    until_date = forms.DateField(
        label="Đồng ý đến hết ngày",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Ngày chưa đúng, ví dụ 30/11/2027."},
    )
    accepts_rules = forms.BooleanField(
        label="Đã nói cho bà con nghe quy chế của chợ và cách chợ giữ dữ liệu; bà con đồng ý",
        required=False,
        help_text="Chỉ đánh dấu khi bà con nói đồng ý. Để trống thì không ghi gì.",
    )
    versions = forms.CharField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *sent: Any, producer: Producer, words: Words, by: User, **options: Any) -> None:
        super().__init__(*sent, **options)
        self.producer, self.words, self.by = producer, words, by
        self.scopes = VERSIONS[words.text.version].scopes
        self.fields |= {scope.value: question(scope) for scope in self.scopes}
        self.fields["until_date"].help_text = f"Để trống: đến {last_day(timezone.now()):%d/%m/%Y}, rồi hỏi lại."
        language: Any = self.fields["language_read"]
        language.choices = _languages_for(producer)
        self.fields["text"].initial = str(words)
        self.order_fields([*(scope.value for scope in self.scopes), *AFTER_QUESTIONS])
        self.rules = versions_to_accept(producer, on=timezone.localdate())
        self.fields["versions"].initial = written(self.rules)
        if not self.rules:
            del self.fields["accepts_rules"]

    def questions(self) -> list[forms.BoundField]:
        """The questions, in the order of the text."""
        return [self[scope.value] for scope in self.scopes]

    def clean_witness_name(self) -> str:
        """Refuse the officer and the producer as witnesses."""
        try:
            return checked_witness(self.cleaned_data["witness_name"], producer=self.producer, by=self.by)
        except (WitnessMissing, WitnessNotFree) as refused:
            raise ValidationError(
                "Người làm chứng phải là người khác, không phải cán bộ ghi hay người bán."
            ) from refused

    def clean_until_date(self) -> date:
        """Refuse a last day that has passed or lies too far away."""
        now = timezone.now()
        try:
            return checked_end(self.cleaned_data["until_date"], given_at=now)
        except ConsentTooLong as refused:
            latest = last_day(now)
            raise ValidationError(f"Ngày phải từ hôm nay đến {latest:%d/%m/%Y}.") from refused

    def clean(self) -> dict[str, Any]:
        """Refuse answers to words that are not the ones read today."""
        known = super().clean() or {}
        if known.get("accepts_rules") and known.get("versions") != written(self.rules):
            self.add_error("accepts_rules", "Quy chế vừa có bản mới. Xin nói lại cho bà con nghe rồi đánh dấu lại.")
        if known.get("text") != str(self.words):
            self.add_error(None, "Bản đồng ý vừa được thay. Xin đọc lại bản mới cho bà con nghe rồi ghi lại.")
        self.let_recording_in()
        return known

    def accepted_rules(self) -> list[Version]:
        """The texts of the market to which she says yes, of a valid form."""
        return self.rules if self.cleaned_data.get("accepts_rules") else []

    def answers(self) -> dict[str, bool]:
        """The answers of a valid form, by scope."""
        return {scope.value: self.cleaned_data[scope.value] == "yes" for scope in self.scopes}


class WithdrawForm(forms.Form):
    """Why a consent is taken back, if the producer says why."""

    reason = TidyCharField(label="Lý do", max_length=300, required=False, help_text="Bà con không phải nói lý do.")


def _languages_for(producer: Producer) -> list[tuple[str, Any]]:
    """Her own languages first, then all others."""
    own = [(tag, LANGUAGES[tag]) for tag in LANGUAGES if tag in producer.languages]
    others = [(tag, name) for tag, name in LANGUAGES.items() if tag not in producer.languages]
    groups: list[tuple[str, Any]] = [("Tiếng bà con nói", own), ("Tiếng khác", others)]
    return [("", "Chọn tiếng đã đọc"), *(group for group in groups if group[1])]

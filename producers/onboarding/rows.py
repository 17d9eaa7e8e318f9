"""How a producer, her consent and what was done for her stand on the officer's pages."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from common.audit.models import AuditEntry
from common.audit.services import name_of
from producers.directory.languages import language_name
from producers.directory.models import Producer
from producers.directory.portraits import shown_picture
from producers.directory.states import PayoutWay
from producers.onboarding.models import Consent
from producers.onboarding.states import ConsentScope

ACTS = {
    "producer.added": "Ghi người bán mới",
    "producer.changed": "Sửa thông tin",
    "consent.recorded": "Ghi sự đồng ý",
    "consent.withdrawn": "Ghi việc rút lại",
}
FACT_NAMES = {
    "name": "tên",
    "kind": "loại hình",
    "commune": "xã",
    "village": "thôn, bản",
    "languages": "tiếng nói",
    "phone": "số điện thoại",
    "payout_way": "cách nhận tiền",
    "bank_name": "ngân hàng",
    "bank_account": "số tài khoản",
    "bank_holder": "tên chủ tài khoản",
    "about": "giới thiệu",
    "picture": "ảnh",
}


@dataclass(frozen=True, slots=True)
class Pill:
    """A state in one look: words, tone and drawing."""

    text: str
    tone: str
    icon: str


@dataclass(frozen=True, slots=True)
class ProducerRow:
    """A producer on the list."""

    producer: Producer
    picture: dict[str, Any] | None
    goods: int
    consent: Pill


@dataclass(frozen=True, slots=True)
class ScopeNow:
    """One use that was asked for, and what the producer says to it today."""

    scope: str
    label: str
    is_given: bool


@dataclass(frozen=True, slots=True)
class ConsentThen:
    """One consent as it was recorded, with what has been withdrawn since."""

    consent: Consent
    language: str
    recorded_by: str
    answers: list[tuple[str, bool, datetime | None]]


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the producer's trail."""

    at: datetime
    what: str
    by: str


def consent_pill(*, was_asked: bool, agrees_to: Collection[str]) -> Pill:
    """Whether her goods may be sold, in one look."""
    if ConsentScope.GOODS in agrees_to:
        return Pill("Đồng ý bán", "xanh", "circle-check")
    if was_asked:
        return Pill("Không đăng hàng", "xam", "ban")
    return Pill("Chưa hỏi đồng ý", "vang", "clock")


def producer_row(producer: Any, agrees_to: Collection[str]) -> ProducerRow:
    """The row of a producer from `producers_to_list`."""
    return ProducerRow(
        producer=producer,
        picture=shown_picture(producer.picture, ""),
        goods=producer.goods,
        consent=consent_pill(was_asked=producer.was_asked, agrees_to=agrees_to),
    )


def facts_for_officers(producer: Producer) -> list[tuple[str, str]]:
    """Everything that is known of the producer, for those who serve her."""
    return [
        ("Loại hình", producer.get_kind_display()),
        ("Ở", ", ".join(part for part in (producer.village, producer.commune.full_name) if part)),
        ("Tiếng nói", ", ".join(language_name(tag) for tag in producer.languages)),
        ("Nhận tiền", producer.get_payout_way_display()),
        ("Tài khoản", account_of(producer)),
        ("Giới thiệu", producer.about),
        ("Điểm hỗ trợ", producer.point.name),
    ]


def account_of(producer: Producer) -> str:
    """The bank account in groups that can be read aloud, or nothing."""
    if producer.payout_way != PayoutWay.BANK:
        return ""
    number = producer.bank_account
    groups = " ".join(number[start : start + 4] for start in range(0, len(number), 4))
    return f"{producer.bank_name}, {groups}, {producer.bank_holder}"


def scopes_now(agrees_to: Collection[str]) -> list[ScopeNow]:
    """The four uses, each with her answer of today."""
    return [ScopeNow(scope.value, str(scope.label), scope in agrees_to) for scope in ConsentScope]


def consent_then(consent: Consent) -> ConsentThen:
    """A consent from `consent_history` as it was recorded."""
    return ConsentThen(
        consent=consent,
        language=language_name(consent.language_read),
        recorded_by=name_of(consent.recorded_by),
        answers=[(one.get_scope_display(), one.is_given, one.withdrawn_at) for one in consent.answers.all()],
    )


def act(entry: AuditEntry) -> Act:
    """A line of the trail in words; of a change, what was changed."""
    what = ACTS.get(entry.action, entry.action)
    if entry.action == "producer.changed":
        what = f"{what}: {', '.join(FACT_NAMES.get(name, name) for name in entry.after)}"
    by = f"{entry.by_name}, {entry.at_point_name}" if entry.at_point_name else entry.by_name
    return Act(entry.at, what, by)

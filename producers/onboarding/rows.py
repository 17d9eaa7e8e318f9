"""How a producer and what was done for her stand on the officer's pages."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from common.audit.models import AuditEntry
from common.audit.services import name_of
from producers.applications.rows import StatePill, paper_facts, state_pill
from producers.consents.rows import Pill, consent_pill
from producers.consents.states import ACTS as CONSENT_ACTS
from producers.directory.languages import language_name
from producers.directory.models import Producer
from producers.directory.portraits import shown_picture
from producers.directory.states import PayoutWay, ProducerAct
from producers.ethnicity.services import ACTS as ETHNICITY_ACTS
from producers.identity.states import ACTS as IDENTITY_ACTS
from producers.logins.states import ACTS as LOGIN_ACTS
from producers.logins.states import FACT_NAMES as LOGIN_FACTS

ACTS = {
    "producer.added": "Ghi người bán mới",
    "producer.changed": "Sửa thông tin",
    "producer.payee_changed": "Đổi thông tin đã duyệt",
    **{act.value: f"{act.label[:1].upper()}{act.label[1:]}" for act in ProducerAct},
    **{act: f"{words[:1].upper()}{words[1:]}" for act, words in IDENTITY_ACTS.items()},
    **ETHNICITY_ACTS,
    **LOGIN_ACTS,
    "producer.told_apart": "Ghi là hai người khác nhau",
    "producer.took_over": "Nhận hàng và giấy của hồ sơ được gộp",
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
    "bank_reason": "vì sao tài khoản tên khác",
    "representative": "người đại diện",
    "tax_code": "mã số thuế",
    "registration_no": "số giấy đăng ký",
    "registration_date": "ngày cấp giấy đăng ký",
    "registration_by": "nơi cấp giấy đăng ký",
    "about": "giới thiệu",
    "picture": "ảnh",
    **LOGIN_FACTS,
}


@dataclass(frozen=True, slots=True)
class ProducerRow:
    """A producer on the list."""

    producer: Producer
    picture: dict[str, Any] | None
    goods: int
    consent: Pill
    state: StatePill
    helper: str


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the producer's trail."""

    at: datetime
    what: str
    by: str


def producer_row(producer: Any, agrees_to: Collection[str]) -> ProducerRow:
    """The row of a producer from `producers_to_list`."""
    return ProducerRow(
        producer=producer,
        picture=shown_picture(producer.picture, ""),
        goods=producer.goods,
        consent=consent_pill(was_asked=producer.was_asked, agrees_to=agrees_to),
        state=state_pill(producer),
        helper=name_of(producer.created_by) if producer.is_from_helper else "",
    )


def facts_for_officers(producer: Producer) -> list[tuple[str, str]]:
    """Everything that is known of the producer, for those who serve her."""
    return [
        ("Loại hình", producer.get_kind_display()),
        ("Ở", ", ".join(part for part in (producer.village, producer.commune.full_name) if part)),
        ("Tiếng nói", ", ".join(language_name(tag) for tag in producer.languages)),
        ("Nhận tiền", producer.get_payout_way_display()),
        ("Tài khoản", account_of(producer)),
        ("Tên tài khoản khác vì", producer.bank_reason),
        *paper_facts(producer),
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


def act(entry: AuditEntry) -> Act:
    """A line of the trail in words; of a change, what was changed."""
    what = {**ACTS, **CONSENT_ACTS}.get(entry.action, entry.action)
    if entry.action in ("producer.changed", "producer.payee_changed"):
        what = f"{what}: {', '.join(FACT_NAMES.get(name, name) for name in entry.after)}"
    by = f"{entry.by_name}, {entry.at_point_name}" if entry.at_point_name else entry.by_name
    return Act(entry.at, what, by)

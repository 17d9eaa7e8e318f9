"""How an application stands on pages: its state in one look, and what is known for those who decide."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from producers.applications.readiness import checklist
from producers.directory.languages import language_name
from producers.directory.models import Producer
from producers.directory.names import is_holder_known
from producers.directory.states import TO_SEND, ProducerState
from producers.identity import gate
from producers.identity.queries import last_check, vouches
from producers.papers.ocop_subjects import SOURCE, may_hold_certificate, why_no_certificate
from producers.papers.tax_codes import masked

LOOKS = {
    ProducerState.DRAFT: ("xam", "pencil"),
    ProducerState.SUBMITTED: ("vang", "clock"),
    ProducerState.CHANGES_REQUESTED: ("do", "undo-2"),
    ProducerState.APPROVED: ("xanh", "circle-check"),
    ProducerState.REJECTED: ("do", "x"),
    ProducerState.SUSPENDED: ("do", "ban"),
    ProducerState.CLOSED: ("xam", "ban"),
}


@dataclass(frozen=True, slots=True)
class StatePill:
    """A state in one look: words, tone and drawing."""

    text: str
    tone: str
    icon: str


def state_pill(producer: Producer) -> StatePill:
    """Where the application stands."""
    state = ProducerState(producer.state)
    text = "Đã gộp" if producer.merged_into_id else str(state.label)
    return StatePill(text, *LOOKS[state])


def application_sheet(producer: Producer, *, on: date) -> dict[str, Any]:
    """Where the application stands and what it shows and lacks, for the pages of officers and approvers."""
    check = last_check(producer)
    is_known = vouches(check, on=on)
    rows = checklist(producer, on=on)
    may_hold = may_hold_certificate(producer.kind, is_registered=bool(producer.registration_no))
    return {
        "state_pill": state_pill(producer),
        "merged": list(producer.merged.order_by("pk")),
        "checklist": rows,
        "is_complete": all(is_shown for _, is_shown in rows),
        "no_certificate": "" if may_hold else why_no_certificate(producer.kind),
        "subject_source": SOURCE,
        "is_to_send": producer.state in TO_SEND,
        "identity": check,
        "is_identity_known": is_known,
        "identity_warning": gate.warning(is_checked=is_known, on=on),
    }


def facts_to_decide(producer: Producer) -> list[tuple[str, str]]:
    """What an approver reads of the producer before deciding; the number of her account is not among it."""
    return [
        ("Loại hình", producer.get_kind_display()),
        ("Ở", ", ".join(part for part in (producer.village, producer.commune.full_name) if part)),
        ("Tiếng nói", ", ".join(language_name(tag) for tag in producer.languages)),
        ("Nhận tiền", producer.get_payout_way_display()),
        ("Giới thiệu", producer.about),
        ("Điểm hỗ trợ", producer.point.name),
        ("Ghi ngày", f"{timezone.localdate(producer.created_at):%d/%m/%Y}"),
    ]


def paper_facts(producer: Producer) -> list[tuple[str, str]]:
    """Her papers; of a personal number, which a tax code of 12 digits is, only the end."""
    code = producer.tax_code
    day = f"{producer.registration_date:%d/%m/%Y}" if producer.registration_date else ""
    registration = ", ".join(filter(None, [producer.registration_no, day, producer.registration_by]))
    return [
        ("Người đại diện", producer.representative),
        ("Mã số thuế", masked(code) if len(code) == 12 else code),
        ("Giấy đăng ký", registration),
    ]


def account_note(producer: Producer) -> str:
    """What an approver has to know of an account in another name; nothing where the names agree."""
    holder = producer.bank_holder
    if not holder or is_holder_known(holder, producer.name, producer.representative):
        return ""
    return f"Tài khoản tên {holder}, khác tên người bán. Cán bộ ghi: {producer.bank_reason or 'chưa có lý do'}"

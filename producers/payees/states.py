"""The life of a change of name, account or tax code: an officer proposes it, an approver of the province decides."""

from django.db.models import TextChoices

from common.transitions import Move, Moves
from producers.directory.states import APPROVERS, OWN


class PayeeState(TextChoices):
    """Where a proposed change stands; until it is approved what was approved before stays in force."""

    PROPOSED = "proposed", "Chờ duyệt"
    APPROVED = "approved", "Đã duyệt"
    REFUSED = "refused", "Không duyệt"
    TAKEN_BACK = "taken_back", "Đã rút"


class PayeeAct(TextChoices):
    """What people do to it, as the audit trail names it."""

    PROPOSED = "producer.payee_proposed", "đề nghị đổi thông tin đã duyệt"
    APPROVED = "producer.payee_approved", "đồng ý đổi thông tin đã duyệt"
    REFUSED = "producer.payee_refused", "không đồng ý đổi thông tin đã duyệt"
    TAKEN_BACK = "producer.payee_taken_back", "rút đề nghị đổi thông tin đã duyệt"


_WAITS = frozenset({PayeeState.PROPOSED})

MOVES: Moves = {
    PayeeAct.APPROVED: Move(_WAITS, PayeeState.APPROVED, APPROVERS),
    PayeeAct.REFUSED: Move(_WAITS, PayeeState.REFUSED, APPROVERS),
    PayeeAct.TAKEN_BACK: Move(_WAITS, PayeeState.TAKEN_BACK, OWN),
}
ACTS: dict[str, str] = dict(PayeeAct.choices)

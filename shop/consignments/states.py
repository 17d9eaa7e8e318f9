"""The life of a consignment: one producer's part of an order, sent as one parcel."""

from django.db.models import TextChoices

from common.audit.facts import Facts
from common.transitions import Actor, Move, Moves


class ConsignmentState(TextChoices):
    """Where the parcel stands between the producer's house and the buyer's door."""

    PLACED = "placed", "Đã đặt"
    CONFIRMED = "confirmed", "Bà con chuẩn bị"
    PACKED = "packed", "Đã đóng gói"
    SENT = "sent", "Đang giao"
    DELIVERED = "delivered", "Đã nhận"
    REFUSED = "refused", "Người mua không nhận"
    RETURNED = "returned", "Hàng đã về"
    UNFILLED = "unfilled", "Hết hàng"
    CANCELLED = "cancelled", "Người mua đã huỷ"


class ConsignmentAct(TextChoices):
    """What is done to a consignment, as the audit trail names it and as its history is read."""

    ANSWERED = "consignment.answered", "ghi câu trả lời của bà con"
    UNFILLED = "consignment.unfilled", "ghi bà con đã hết hàng"
    CANCELLED = "consignment.cancelled", "huỷ đơn theo lời người mua"
    PACKED = "consignment.packed", "ghi đã đóng gói"
    UNPACKED = "consignment.unpacked", "mở gói ra làm lại"
    SENT = "consignment.sent", "giao cho bên vận chuyển"
    DELIVERED = "consignment.delivered", "ghi người mua đã nhận và trả tiền"
    AGE_CHECKED = "consignment.age_checked", "ghi người giao đã kiểm tra tuổi người nhận"
    REFUSED = "consignment.refused", "ghi người mua không nhận"
    REOPENED = "consignment.reopened", "ghi lại là đang giao"
    RETURNED = "consignment.returned", "ghi hàng đã về"


OWN = frozenset({Actor.OFFICER, Actor.PRODUCER})
BUYERS = frozenset({Actor.BUYER, Actor.OFFICER})
"""The officer cancels for a buyer who rings up."""

MOVES: Moves = {
    ConsignmentAct.ANSWERED: Move(frozenset({ConsignmentState.PLACED}), ConsignmentState.CONFIRMED, OWN),
    ConsignmentAct.UNFILLED: Move(frozenset({ConsignmentState.PLACED}), ConsignmentState.UNFILLED, OWN),
    ConsignmentAct.CANCELLED: Move(frozenset({ConsignmentState.PLACED}), ConsignmentState.CANCELLED, BUYERS),
    ConsignmentAct.PACKED: Move(frozenset({ConsignmentState.CONFIRMED}), ConsignmentState.PACKED, OWN),
    ConsignmentAct.UNPACKED: Move(frozenset({ConsignmentState.PACKED}), ConsignmentState.CONFIRMED, OWN),
    ConsignmentAct.SENT: Move(frozenset({ConsignmentState.PACKED}), ConsignmentState.SENT, OWN),
    ConsignmentAct.DELIVERED: Move(frozenset({ConsignmentState.SENT}), ConsignmentState.DELIVERED, OWN),
    ConsignmentAct.REFUSED: Move(frozenset({ConsignmentState.SENT}), ConsignmentState.REFUSED, OWN),
    ConsignmentAct.REOPENED: Move(
        frozenset({ConsignmentState.DELIVERED, ConsignmentState.REFUSED}), ConsignmentState.SENT, OWN
    ),
    ConsignmentAct.RETURNED: Move(frozenset({ConsignmentState.REFUSED}), ConsignmentState.RETURNED, OWN),
}
"""The backward moves (unpacked, reopened) take a slip of the finger back."""

HOLDS_STOCK = frozenset({ConsignmentState.PLACED, ConsignmentState.CONFIRMED, ConsignmentState.PACKED})
NOTHING_DUE = frozenset(
    {
        ConsignmentState.UNFILLED,
        ConsignmentState.CANCELLED,
        ConsignmentState.REFUSED,
        ConsignmentState.RETURNED,
    }
)
"""States in which the buyer owes nothing for the parcel."""

SENTENCES: dict[str, str] = dict(ConsignmentAct.choices)
"""What the acts on a consignment are called in the audit trail."""

FACTS = Facts(("consignment",), {"age_checked_by": "người kiểm tra tuổi", "least_age": "người nhận đủ tuổi"})
"""What the facts are called that are written down with them."""

"""The life of a consignment: one producer's part of an order, sent as one parcel."""

from django.db.models import TextChoices

from common.transitions import Moves


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


MOVES: Moves = {
    ConsignmentState.CONFIRMED: frozenset({ConsignmentState.PLACED, ConsignmentState.PACKED}),
    ConsignmentState.UNFILLED: frozenset({ConsignmentState.PLACED}),
    ConsignmentState.CANCELLED: frozenset({ConsignmentState.PLACED}),
    ConsignmentState.PACKED: frozenset({ConsignmentState.CONFIRMED}),
    ConsignmentState.SENT: frozenset({ConsignmentState.PACKED, ConsignmentState.DELIVERED, ConsignmentState.REFUSED}),
    ConsignmentState.DELIVERED: frozenset({ConsignmentState.SENT}),
    ConsignmentState.REFUSED: frozenset({ConsignmentState.SENT}),
    ConsignmentState.RETURNED: frozenset({ConsignmentState.REFUSED}),
}
"""The backward moves (packed to confirmed, delivered or refused to sent) take a slip of the finger back."""

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

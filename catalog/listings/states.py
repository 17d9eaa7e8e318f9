"""The life of a listing, and how a thing can be bought."""

from django.db.models import TextChoices

from common.transitions import Moves


class ListingState(TextChoices):
    """Where a listing stands between its producer, the approver and the buyer."""

    DRAFT = "draft", "Bản nháp"
    SUBMITTED = "submitted", "Chờ duyệt"
    RETURNED = "returned", "Yêu cầu bổ sung"
    APPROVED = "approved", "Đang bán"
    RETIRED = "retired", "Ngừng bán"


MOVES: Moves = {
    ListingState.SUBMITTED: frozenset({ListingState.DRAFT, ListingState.RETURNED}),
    ListingState.APPROVED: frozenset({ListingState.SUBMITTED}),
    ListingState.RETURNED: frozenset({ListingState.SUBMITTED}),
    ListingState.DRAFT: frozenset({ListingState.SUBMITTED, ListingState.APPROVED, ListingState.RETIRED}),
    ListingState.RETIRED: frozenset({ListingState.APPROVED, ListingState.DRAFT, ListingState.RETURNED}),
}

EDITABLE = frozenset({ListingState.DRAFT, ListingState.RETURNED})


class HowSold(TextChoices):
    """How a thing can be bought."""

    STOCK = "stock", "Có sẵn"
    TO_ORDER = "to_order", "Làm theo đơn"
    ON_REQUEST = "on_request", "Hỏi giá"
    SHOWCASE = "showcase", "Chỉ giới thiệu"


IN_BASKET = frozenset({HowSold.STOCK, HowSold.TO_ORDER})


class Reach(TextChoices):
    """How far a thing may travel."""

    EVERYWHERE = "everywhere", "Giao toàn quốc"
    OWN_PROVINCE = "own_province", "Chỉ giao trong tỉnh"

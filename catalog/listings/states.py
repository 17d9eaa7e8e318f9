"""The life of a listing, and how a thing can be bought."""

from django.db.models import TextChoices

from common.transitions import Actor, Move, Moves


class ListingState(TextChoices):
    """Where a listing stands between its producer, the approver and the buyer."""

    DRAFT = "draft", "Bản nháp"
    SUBMITTED = "submitted", "Chờ duyệt"
    RETURNED = "returned", "Yêu cầu bổ sung"
    APPROVED = "approved", "Đang bán"
    RETIRED = "retired", "Ngừng bán"


EDITABLE = frozenset({ListingState.DRAFT, ListingState.RETURNED})


class ListingAct(TextChoices):
    """What people do to a listing, as the audit trail names it and as its history is read."""

    STARTED = "listing.started", "mở hồ sơ hàng"
    SAVED = "listing.saved", "ghi lại hồ sơ hàng"
    PHOTOS_ADDED = "listing.photos_added", "thêm ảnh"
    PHOTO_REMOVED = "listing.photo_removed", "bỏ một ảnh"
    PHOTO_FIRST = "listing.photo_first", "đổi ảnh đầu"
    SUBMITTED = "listing.submitted", "gửi duyệt"
    TAKEN_BACK = "listing.taken_back", "rút hồ sơ về để sửa"
    APPROVED = "listing.approved", "duyệt, cho lên chợ"
    RETURNED = "listing.returned", "yêu cầu bổ sung"
    TAKEN_DOWN = "listing.taken_down", "gỡ khỏi chợ và yêu cầu bổ sung"
    WITHDRAWN = "listing.withdrawn", "đưa xuống để sửa"
    RETIRED = "listing.retired", "ngừng bán"
    REVIVED = "listing.revived", "mở lại hồ sơ đã ngừng"
    STOCK_CHANGED = "listing.stock_changed", "sửa số lượng"
    PRICE_CHANGED = "listing.price_changed", "sửa giá"


OWN = frozenset({Actor.OFFICER, Actor.PRODUCER})
"""Whose hands write a listing: the officer of her point, and the producer with her own login."""
APPROVERS = frozenset({Actor.APPROVER})

MOVES: Moves = {
    ListingAct.SUBMITTED: Move(frozenset({ListingState.DRAFT, ListingState.RETURNED}), ListingState.SUBMITTED, OWN),
    ListingAct.TAKEN_BACK: Move(frozenset({ListingState.SUBMITTED}), ListingState.DRAFT, OWN),
    ListingAct.APPROVED: Move(frozenset({ListingState.SUBMITTED}), ListingState.APPROVED, APPROVERS),
    ListingAct.RETURNED: Move(frozenset({ListingState.SUBMITTED}), ListingState.RETURNED, APPROVERS),
    ListingAct.TAKEN_DOWN: Move(frozenset({ListingState.APPROVED}), ListingState.RETURNED, APPROVERS),
    ListingAct.WITHDRAWN: Move(frozenset({ListingState.APPROVED}), ListingState.DRAFT, OWN),
    ListingAct.RETIRED: Move(
        frozenset({ListingState.APPROVED, ListingState.DRAFT, ListingState.RETURNED}), ListingState.RETIRED, OWN
    ),
    ListingAct.REVIVED: Move(frozenset({ListingState.RETIRED}), ListingState.DRAFT, OWN),
}

ACTS: dict[str, str] = {
    **dict(ListingAct.choices),
    "certificate.claimed": "ghi giấy chứng nhận",
    "certificate.claim_dropped": "bỏ giấy chứng nhận đã ghi",
    "certificate.verified": "đối chiếu giấy chứng nhận với quyết định",
}
FACTS = {
    "title": "Tên hàng",
    "description": "Đó là gì",
    "product_set": "Bộ sản phẩm",
    "how_sold": "Bán thế nào",
    "price": "Giá",
    "unit": "Tính theo",
    "weight": "Cân nặng (g)",
    "stock": "Số lượng",
    "days_to_make": "Số ngày làm",
    "months": "Tháng có hàng",
    "season_note": "Về mùa",
    "reach": "Giao đến",
    "story": "Câu chuyện",
    "teller": "Người kể",
    "origin_group": "Vốn nghề của dân tộc",
    "details": "Thông tin thêm",
    "photos": "Số ảnh",
    "stars": "Số sao",
    "decision_no": "Số quyết định",
    "decision_date": "Ngày quyết định",
    "authority": "Cơ quan công nhận",
    "certificate_no": "Số giấy chứng nhận",
    "issued_date": "Ngày cấp",
}
"""What the facts are called in a listing's history."""

HANDS_ON = frozenset(
    {
        ListingAct.STARTED,
        ListingAct.SAVED,
        ListingAct.PHOTOS_ADDED,
        ListingAct.PHOTO_REMOVED,
        ListingAct.PHOTO_FIRST,
        ListingAct.SUBMITTED,
    }
)
"""Who did any of these to a listing cannot approve it."""


TABS = {
    ListingState.RETURNED: "Cần bổ sung",
    ListingState.DRAFT: "Bản nháp",
    ListingState.SUBMITTED: "Chờ duyệt",
    ListingState.APPROVED: "Đang bán",
    ListingState.RETIRED: "Ngừng bán",
}
"""The states in the order of an officer's work, and what they are called there."""


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

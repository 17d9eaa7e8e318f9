"""The life of a listing, and how a thing can be bought."""

from django.db.models import TextChoices

from catalog.ocop.states import ACTS as CERTIFICATE_ACTS
from common.transitions import Actor, Move, Moves


class ListingState(TextChoices):
    """Where a listing stands between its producer, the approver and the buyer."""

    DRAFT = "draft", "Bản nháp"
    SUBMITTED = "submitted", "Chờ duyệt"
    IN_REVIEW = "in_review", "Đang xem xét"
    CHANGES_REQUESTED = "changes_requested", "Yêu cầu bổ sung"
    APPROVED = "approved", "Đang bán"
    PAUSED = "paused", "Tạm nghỉ"
    REJECTED = "rejected", "Không duyệt"
    SUSPENDED = "suspended", "Bị đình chỉ"
    RETIRED = "retired", "Ngừng bán"


EDITABLE = frozenset({ListingState.DRAFT, ListingState.CHANGES_REQUESTED})


class ListingAct(TextChoices):
    """What people do to a listing, as the audit trail names it and as its history is read."""

    STARTED = "listing.started", "mở hồ sơ hàng"
    COPIED = "listing.copied", "mở hồ sơ mới chép từ hàng không được duyệt"
    SAVED = "listing.saved", "ghi lại hồ sơ hàng"
    PHOTOS_ADDED = "listing.photos_added", "thêm ảnh"
    PHOTO_REMOVED = "listing.photo_removed", "bỏ một ảnh"
    PHOTO_FIRST = "listing.photo_first", "đổi ảnh đầu"
    SUBMITTED = "listing.submitted", "gửi duyệt"
    TAKEN_BACK = "listing.taken_back", "rút hồ sơ về để sửa"
    TAKEN_UP = "listing.taken_up", "nhận xem xét"
    TAKEN_OVER = "listing.taken_over", "nhận xem xét thay"
    PUT_BACK = "listing.put_back", "trả lại hàng chờ duyệt"
    APPROVED = "listing.approved", "duyệt, cho lên chợ"
    REJECTED = "listing.rejected", "không duyệt"
    RETURNED = "listing.returned", "yêu cầu bổ sung"
    TAKEN_DOWN = "listing.taken_down", "gỡ khỏi chợ và yêu cầu bổ sung"
    PAUSED = "listing.paused", "tạm nghỉ bán"
    RESUMED = "listing.resumed", "bán tiếp"
    SUSPENDED = "listing.suspended", "đình chỉ"
    LIFTED = "listing.lifted", "thôi đình chỉ"
    LIFTED_TO_REST = "listing.lifted_to_rest", "thôi đình chỉ, lại tạm nghỉ như trước"
    RETIRED = "listing.retired", "ngừng bán"
    REVIVED = "listing.revived", "mở lại hồ sơ đã ngừng"
    STOCK_CHANGED = "listing.stock_changed", "sửa số lượng"
    PRICE_CHANGED = "listing.price_changed", "sửa giá"
    CONFIRMED = "listing.confirmed", "hỏi lại giá và số lượng"
    PAUSE_KEPT = "listing.pause_kept", "cho nghỉ bán tiếp"


OWN = frozenset({Actor.OFFICER, Actor.PRODUCER})
"""Whose hands write a listing: the officer of her point, and the producer with her own login."""
APPROVERS = frozenset({Actor.APPROVER})
GUARDIANS = frozenset({Actor.APPROVER, Actor.ADMINISTRATOR})
WAITING = frozenset({ListingState.SUBMITTED, ListingState.IN_REVIEW})
"""It waits for the approver; nobody else changes it."""
LIVE = frozenset({ListingState.APPROVED, ListingState.PAUSED})
"""It was approved: what it says is changed by a change request alone, stock and small steps of the price at once."""
GONE = frozenset({ListingState.REJECTED, ListingState.RETIRED})
"""It is sold no more and never will be as it is."""
_S = ListingState

MOVES: Moves = {
    ListingAct.SUBMITTED: Move(EDITABLE, _S.SUBMITTED, OWN),
    ListingAct.TAKEN_BACK: Move(frozenset({_S.SUBMITTED}), _S.DRAFT, OWN),
    ListingAct.TAKEN_UP: Move(frozenset({_S.SUBMITTED}), _S.IN_REVIEW, APPROVERS),
    ListingAct.PUT_BACK: Move(frozenset({_S.IN_REVIEW}), _S.SUBMITTED, APPROVERS),
    ListingAct.APPROVED: Move(WAITING, _S.APPROVED, APPROVERS),
    ListingAct.RETURNED: Move(WAITING, _S.CHANGES_REQUESTED, APPROVERS),
    ListingAct.REJECTED: Move(WAITING, _S.REJECTED, APPROVERS),
    ListingAct.TAKEN_DOWN: Move(frozenset({_S.APPROVED}), _S.CHANGES_REQUESTED, GUARDIANS),
    ListingAct.PAUSED: Move(frozenset({_S.APPROVED}), _S.PAUSED, OWN | {Actor.SYSTEM}),
    ListingAct.RESUMED: Move(frozenset({_S.PAUSED}), _S.APPROVED, OWN),
    ListingAct.SUSPENDED: Move(frozenset({_S.APPROVED, _S.PAUSED}), _S.SUSPENDED, GUARDIANS | {Actor.SYSTEM}),
    ListingAct.LIFTED: Move(frozenset({_S.SUSPENDED}), _S.APPROVED, GUARDIANS),
    ListingAct.LIFTED_TO_REST: Move(frozenset({_S.SUSPENDED}), _S.PAUSED, GUARDIANS),
    ListingAct.RETIRED: Move(EDITABLE | {_S.APPROVED, _S.PAUSED, _S.REJECTED, _S.SUSPENDED}, _S.RETIRED, OWN),
    ListingAct.REVIVED: Move(frozenset({_S.RETIRED}), _S.DRAFT, OWN),
}
CONFIRMING = frozenset({ListingAct.APPROVED, ListingAct.RESUMED})
"""Moves with which price and stock are as true as on that day; what a hold lets go was not asked about."""

ACTS: dict[str, str] = {
    **dict(ListingAct.choices),
    "listing.withdrawn": "đưa xuống để sửa",
    **CERTIFICATE_ACTS,
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
    "subject_name": "Chủ thể trên giấy",
    "subject_kind": "Loại hình chủ thể",
    "asked_by": "Hỏi bằng cách",
    "back_date": "Trở lại ngày",
    "extended_until": "Kéo dài đến",
    "extension_document_no": "Số văn bản kéo dài",
    "revoked_date": "Ngày thu hồi",
    "revoked_document_no": "Số quyết định thu hồi",
    "revoked_ground": "Căn cứ thu hồi, Điều 8.1",
    "replaced_by": "Giấy thay",
    "is_scan_public": "Ai cũng xem được bản chụp",
    "replaced_date": "Ngày được thay",
    "applied_date": "Ngày nộp hồ sơ",
    "file_no": "Số hồ sơ",
    "result_date": "Ngày có kết quả",
    "findings": "Máy thấy khi quyết định",
}
"""What the facts are called in a listing's history."""

HANDS_ON = frozenset(
    {
        ListingAct.STARTED,
        ListingAct.COPIED,
        ListingAct.SAVED,
        ListingAct.PHOTOS_ADDED,
        ListingAct.PHOTO_REMOVED,
        ListingAct.PHOTO_FIRST,
        ListingAct.SUBMITTED,
    }
)
"""Who did any of these to a listing cannot approve it."""


TABS = {
    ListingState.CHANGES_REQUESTED: "Cần bổ sung",
    ListingState.DRAFT: "Bản nháp",
    ListingState.SUBMITTED: "Chờ duyệt",
    ListingState.IN_REVIEW: "Đang xem xét",
    ListingState.APPROVED: "Đang bán",
    ListingState.PAUSED: "Tạm nghỉ",
    ListingState.SUSPENDED: "Bị đình chỉ",
    ListingState.REJECTED: "Không duyệt",
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


class PauseReason(TextChoices):
    """Why a listing rests. Illness is no answer of its own: health is sensitive data (Law 91/2025/QH15)."""

    NOT_CONFIRMED = "not_confirmed", "Lâu chưa hỏi lại giá và số lượng"
    SEASON = "season", "Hết mùa, chưa tới mùa"
    AT_HOME = "at_home", "Nhà có việc, chưa làm được"
    MATERIAL = "material", "Thiếu nguyên liệu"
    OTHER = "other", "Lý do khác"


class Reach(TextChoices):
    """How far a thing may travel."""

    EVERYWHERE = "everywhere", "Giao toàn quốc"
    OWN_PROVINCE = "own_province", "Chỉ giao trong tỉnh"

"""The kinds of people, of producers and of ways to hand her money; the life of a producer's application."""

from django.db.models import TextChoices

from common.transitions import Actor, Move, Moves


class Role(TextChoices):
    """What a member of staff may do. Buyers and producers need no role."""

    OFFICER = "officer", "Cán bộ điểm hỗ trợ"
    APPROVER = "approver", "Cán bộ duyệt"
    AUDITOR = "auditor", "Giám sát"
    HELPER = "helper", "Thành viên tổ công nghệ số"


class HostPlace(TextChoices):
    """The house in which a support point sits."""

    COMMUNE_HOUSE = "commune_house", "Trụ sở xã"
    POST_OFFICE = "post_office", "Bưu điện – văn hoá xã"
    CULTURE_HOUSE = "culture_house", "Nhà văn hoá"
    SCHOOL = "school", "Trường học"
    OTHER = "other", "Nơi khác"


class ProducerKind(TextChoices):
    """Legal kinds of producers (Decision 26/2026/QĐ-TTg, Art. 2, and sellers outside OCOP)."""

    PRODUCTION_HOUSEHOLD = "production_household", "Hộ sản xuất"
    HOUSEHOLD_BUSINESS = "household_business", "Hộ kinh doanh"
    COOPERATIVE_GROUP = "cooperative_group", "Tổ hợp tác"
    COOPERATIVE = "cooperative", "Hợp tác xã"
    ENTERPRISE = "enterprise", "Doanh nghiệp"
    FARM = "farm", "Trang trại"
    ASSOCIATION = "association", "Hội, hiệp hội"


ORGANISATIONS = frozenset(
    {
        ProducerKind.COOPERATIVE_GROUP,
        ProducerKind.COOPERATIVE,
        ProducerKind.ENTERPRISE,
        ProducerKind.ASSOCIATION,
    }
)
"""Kinds whose names are no person's: what the state decides of them is public with their names."""


class PayoutWay(TextChoices):
    """How the producer gets her money."""

    CASH_AT_POINT = "cash_at_point", "Tiền mặt tại điểm hỗ trợ"
    BANK = "bank", "Chuyển khoản ngân hàng"
    POST_OFFICE = "post_office", "Nhận tại bưu điện – văn hoá xã"


class ProducerState(TextChoices):
    """Where a producer's application stands. Only an approved producer's goods are on sale."""

    DRAFT = "draft", "Đang ghi"
    SUBMITTED = "submitted", "Chờ duyệt"
    CHANGES_REQUESTED = "changes_requested", "Cần bổ sung"
    APPROVED = "approved", "Đã duyệt"
    REJECTED = "rejected", "Không duyệt"
    SUSPENDED = "suspended", "Bị đình chỉ"
    CLOSED = "closed", "Thôi bán"


class ProducerAct(TextChoices):
    """What people do to an application, as the audit trail names it and as its history is read."""

    SUBMITTED = "producer.submitted", "gửi duyệt hồ sơ người bán"
    TAKEN_BACK = "producer.taken_back", "rút hồ sơ người bán về"
    APPROVED = "producer.approved", "duyệt hồ sơ người bán"
    RETURNED = "producer.returned", "yêu cầu bổ sung hồ sơ người bán"
    REJECTED = "producer.rejected", "không duyệt hồ sơ người bán"
    SUSPENDED = "producer.suspended", "đình chỉ người bán"
    LIFTED = "producer.lifted", "thôi đình chỉ người bán"
    CLOSED = "producer.closed", "ghi việc thôi bán"
    MERGED = "producer.merged", "gộp vào hồ sơ khác"
    REOPENED = "producer.reopened", "mở lại hồ sơ người bán"


OWN = frozenset({Actor.OFFICER, Actor.PRODUCER})
APPROVERS = frozenset({Actor.APPROVER})
GUARDIANS = frozenset({Actor.APPROVER, Actor.ADMINISTRATOR})
TO_SEND = frozenset({ProducerState.DRAFT, ProducerState.CHANGES_REQUESTED})
"""From here an application is sent."""
MAY_LIST = frozenset({ProducerState.SUBMITTED, ProducerState.APPROVED})
"""Listings of such a producer may be sent to the approver."""
ENDED = frozenset({ProducerState.CLOSED, ProducerState.REJECTED})
"""Nobody writes goods down for such a producer; a merged record is closed."""
PAYEE_FIELDS = (
    "name",
    "representative",
    "payout_way",
    "bank_name",
    "bank_account",
    "bank_holder",
    "bank_reason",
    "tax_code",
)
"""Who is paid, where her money goes, and under which tax code."""
PAYEE_GUARDED = frozenset({ProducerState.APPROVED, ProducerState.SUSPENDED, ProducerState.CLOSED})
"""Orders may be open: of such a producer these fields change by an approver's decision alone.

Once approved she stays guarded in every state that follows: `producers.directory.queries.is_payee_guarded`.
"""
MERGEABLE = TO_SEND | {ProducerState.SUBMITTED, ProducerState.APPROVED}
_S = ProducerState

MOVES: Moves = {
    ProducerAct.SUBMITTED: Move(TO_SEND, _S.SUBMITTED, OWN),
    ProducerAct.TAKEN_BACK: Move(frozenset({_S.SUBMITTED}), _S.DRAFT, OWN),
    ProducerAct.APPROVED: Move(frozenset({_S.SUBMITTED}), _S.APPROVED, APPROVERS),
    ProducerAct.RETURNED: Move(frozenset({_S.SUBMITTED}), _S.CHANGES_REQUESTED, APPROVERS),
    ProducerAct.REJECTED: Move(frozenset({_S.SUBMITTED}), _S.REJECTED, APPROVERS),
    ProducerAct.SUSPENDED: Move(frozenset({_S.APPROVED}), _S.SUSPENDED, GUARDIANS | {Actor.SYSTEM}),
    ProducerAct.LIFTED: Move(frozenset({_S.SUSPENDED}), _S.APPROVED, GUARDIANS),
    ProducerAct.CLOSED: Move(frozenset(_S) - {_S.CLOSED, _S.SUSPENDED}, _S.CLOSED, OWN),
    ProducerAct.MERGED: Move(MERGEABLE, _S.CLOSED, GUARDIANS),
    ProducerAct.REOPENED: Move(frozenset({_S.CLOSED, _S.REJECTED}), _S.DRAFT, GUARDIANS),
}

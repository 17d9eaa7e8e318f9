"""The life of a change to a listing on sale: proposed, looked at, and put in place or not."""

from django.db.models import TextChoices

from catalog.listings.states import APPROVERS, GUARDIANS, OWN
from common.transitions import Actor, Move, Moves


class ChangeState(TextChoices):
    """Where a change stands between the officer and the approver."""

    DRAFT = "draft", "Đang sửa"
    SUBMITTED = "submitted", "Chờ duyệt"
    CHANGES_REQUESTED = "changes_requested", "Cần bổ sung"
    OUTDATED = "outdated", "Cần xem lại"
    APPROVED = "approved", "Đã duyệt"
    REJECTED = "rejected", "Không duyệt"
    WITHDRAWN = "withdrawn", "Đã bỏ"


class ChangeAct(TextChoices):
    """What people do to a change, as the audit trail names it and as the listing's history is read."""

    STARTED = "change.started", "bắt đầu sửa hàng đang bán"
    SAVED = "change.saved", "ghi lại bản sửa"
    PHOTOS_ADDED = "change.photos_added", "thêm ảnh vào bản sửa"
    PHOTO_REMOVED = "change.photo_removed", "bỏ một ảnh trong bản sửa"
    PHOTO_FIRST = "change.photo_first", "đổi ảnh đầu trong bản sửa"
    SUBMITTED = "change.submitted", "gửi duyệt bản sửa"
    TAKEN_BACK = "change.taken_back", "rút bản sửa về"
    APPROVED = "change.approved", "duyệt bản sửa"
    RETURNED = "change.returned", "yêu cầu bổ sung bản sửa"
    REJECTED = "change.rejected", "không duyệt bản sửa"
    OUTDATED = "change.outdated", "báo bản đang bán đã khác, cần xem lại bản sửa"
    WITHDRAWN = "change.withdrawn", "bỏ bản sửa"
    CLOSED = "change.closed", "khép bản sửa cùng với hàng"


_S = ChangeState
EDITABLE = frozenset({_S.DRAFT, _S.CHANGES_REQUESTED, _S.OUTDATED})
OPEN = EDITABLE | {_S.SUBMITTED}
"""Not decided yet; a listing has at most one such change."""

CAME_BACK = frozenset({_S.CHANGES_REQUESTED, _S.OUTDATED})
"""Its officer has to work on it again."""

MOVES: Moves = {
    ChangeAct.SUBMITTED: Move(EDITABLE, _S.SUBMITTED, OWN),
    ChangeAct.TAKEN_BACK: Move(frozenset({_S.SUBMITTED}), _S.DRAFT, OWN),
    ChangeAct.WITHDRAWN: Move(OPEN, _S.WITHDRAWN, OWN),
    ChangeAct.CLOSED: Move(OPEN, _S.WITHDRAWN, OWN | GUARDIANS),
    ChangeAct.APPROVED: Move(frozenset({_S.SUBMITTED}), _S.APPROVED, APPROVERS),
    ChangeAct.RETURNED: Move(frozenset({_S.SUBMITTED}), _S.CHANGES_REQUESTED, APPROVERS),
    ChangeAct.REJECTED: Move(frozenset({_S.SUBMITTED}), _S.REJECTED, APPROVERS),
    ChangeAct.OUTDATED: Move(frozenset({_S.SUBMITTED}), _S.OUTDATED, frozenset({Actor.SYSTEM})),
}

ACTS: dict[str, str] = dict(ChangeAct.choices)
HANDS_ON = frozenset(
    {
        ChangeAct.STARTED,
        ChangeAct.SAVED,
        ChangeAct.PHOTOS_ADDED,
        ChangeAct.PHOTO_REMOVED,
        ChangeAct.PHOTO_FIRST,
        ChangeAct.SUBMITTED,
    }
)
"""Who did any of these to a change cannot approve it."""

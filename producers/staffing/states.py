"""Where an invitation stands; it follows from its dates and is never stored."""

from django.db.models import TextChoices

from common.audit.facts import Facts


class InvitationState(TextChoices):
    """What became of an invitation."""

    WAITING = "waiting", "Đang chờ"
    ACCEPTED = "accepted", "Đã nhận"
    WITHDRAWN = "withdrawn", "Đã rút"
    ENDED = "ended", "Hết hạn"


ACTS = {
    "staff.invited": "mời vào làm",
    "staff.invitation_withdrawn": "rút lời mời",
    "staff.invitation_accepted": "nhận lời mời",
    "staff.membership_ended": "cho thôi vai trò",
    "staff.membership_moved": "chuyển sang điểm khác",
}
FACTS = Facts(("staff",), {"role": "vai trò", "place": "nơi", "ended_at": "thôi từ", "user": "tài khoản"})
"""What the facts are called in the audit trail."""

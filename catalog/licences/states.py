"""The life of a producer's licence; whether it has ended is reckoned from its dates."""

from django.db.models import TextChoices

from common.transitions import Actor, Move, Moves


class LicenceState(TextChoices):
    """What an approver says of the paper."""

    WAITING = "waiting", "Chờ đối chiếu"
    VERIFIED = "verified", "Đã đối chiếu"
    REFUSED = "refused", "Không dùng được"
    REVOKED = "revoked", "Bị thu hồi"


class LicenceAct(TextChoices):
    """What is done to a licence, as the audit trail names it and as it is read there."""

    RECORDED = "licence.recorded", "ghi giấy phép của người bán"
    VERIFIED = "licence.verified", "đối chiếu giấy phép"
    REFUSED = "licence.refused", "không nhận giấy phép"
    REVOKED = "licence.revoked", "ghi giấy phép bị thu hồi"


_S = LicenceState
APPROVERS = frozenset({Actor.APPROVER})

MOVES: Moves = {
    LicenceAct.VERIFIED: Move(frozenset({_S.WAITING}), _S.VERIFIED, APPROVERS),
    LicenceAct.REFUSED: Move(frozenset({_S.WAITING}), _S.REFUSED, APPROVERS),
    LicenceAct.REVOKED: Move(frozenset({_S.VERIFIED}), _S.REVOKED, APPROVERS),
}
ACTS: dict[str, str] = dict(LicenceAct.choices)
"""What these acts are called in the audit trail."""

"""The life of an authority's request and of a notice that somebody's selling will be restricted."""

from django.db.models import TextChoices

from catalog.listings.states import GUARDIANS, OWN
from common.transitions import Move, Moves


class RequestKind(TextChoices):
    """What an authority asks for."""

    TAKEDOWN = "takedown", "Gỡ hàng khỏi chợ"
    INFORMATION = "information", "Cung cấp thông tin"


class RequestState(TextChoices):
    """Where a request stands."""

    OPEN = "open", "Đang chờ làm"
    DONE = "done", "Đã làm"
    LIFTED = "lifted", "Đã cho bán lại"
    WITHDRAWN = "withdrawn", "Cơ quan đã rút"


class RequestAct(TextChoices):
    """What is done about a request, as the audit trail names it and as it is read there."""

    RECORDED = "request.recorded", "ghi yêu cầu của cơ quan nhà nước"
    CARRIED_OUT = "request.carried_out", "gỡ hàng theo yêu cầu của cơ quan nhà nước"
    ANSWERED = "request.answered", "trả lời cơ quan nhà nước"
    LIFTED = "request.lifted", "cho bán lại sau yêu cầu của cơ quan nhà nước"
    WITHDRAWN = "request.withdrawn", "ghi cơ quan nhà nước đã rút yêu cầu"


class RestrictionState(TextChoices):
    """Where a restriction stands between its notice and its end."""

    SENT = "sent", "Đã báo trước"
    ANSWERED = "answered", "Người bán đã đáp"
    CARRIED_OUT = "carried_out", "Đang hạn chế"
    WITHDRAWN = "withdrawn", "Đã rút"
    LIFTED = "lifted", "Đã thôi hạn chế"


class RestrictionAct(TextChoices):
    """What is done about a restriction, as the audit trail names it and as it is read there."""

    SENT = "restriction.sent", "báo trước sẽ hạn chế bán"
    ANSWERED = "restriction.answered", "ghi lời đáp của người bán"
    CARRIED_OUT = "restriction.carried_out", "hạn chế bán"
    WITHDRAWN = "restriction.withdrawn", "rút thông báo hạn chế bán"
    LIFTED = "restriction.lifted", "thôi hạn chế bán"


_Q, _R = RequestState, RestrictionState
PENDING = frozenset({_R.SENT, _R.ANSWERED})
"""The producer has been told, and nothing is restricted yet."""

REQUEST_MOVES: Moves = {
    RequestAct.CARRIED_OUT: Move(frozenset({_Q.OPEN}), _Q.DONE, GUARDIANS),
    RequestAct.ANSWERED: Move(frozenset({_Q.OPEN}), _Q.DONE, GUARDIANS),
    RequestAct.LIFTED: Move(frozenset({_Q.DONE}), _Q.LIFTED, GUARDIANS),
    RequestAct.WITHDRAWN: Move(frozenset({_Q.OPEN}), _Q.WITHDRAWN, GUARDIANS),
}
RESTRICTION_MOVES: Moves = {
    RestrictionAct.ANSWERED: Move(frozenset({_R.SENT}), _R.ANSWERED, OWN),
    RestrictionAct.CARRIED_OUT: Move(PENDING, _R.CARRIED_OUT, GUARDIANS),
    RestrictionAct.WITHDRAWN: Move(PENDING, _R.WITHDRAWN, GUARDIANS),
    RestrictionAct.LIFTED: Move(frozenset({_R.CARRIED_OUT}), _R.LIFTED, GUARDIANS),
}

ACTS: dict[str, str] = {**dict(RequestAct.choices), **dict(RestrictionAct.choices)}
"""What these acts are called in the audit trail."""

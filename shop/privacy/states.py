"""What people may ask about their data, and the life of such a request (Law 91/2025/QH15, Decree 356/2025/NĐ-CP)."""

from django.db.models import TextChoices

from common.transitions import Actor, Move, Moves


class RequestKind(TextChoices):
    """The rights that a person may use."""

    KNOW = "know", "Muốn biết chợ dùng thông tin của tôi vào việc gì"
    ACCESS = "access", "Muốn xem thông tin chợ đang giữ về tôi"
    CORRECT = "correct", "Muốn sửa thông tin ghi sai"
    DELETE = "delete", "Muốn xoá thông tin của tôi"
    RESTRICT = "restrict", "Muốn tạm dừng dùng thông tin của tôi"
    OBJECT = "object", "Phản đối việc dùng thông tin của tôi"
    WITHDRAW = "withdraw", "Rút lại sự đồng ý"


class RequestState(TextChoices):
    """Where a request stands between the person who asks and the market that answers."""

    RECEIVED = "received", "Đã gửi"
    ACKNOWLEDGED = "acknowledged", "Đã nhận, đang làm"
    EXTENDED = "extended", "Đang làm, đã gia hạn"
    DONE = "done", "Đã làm xong"
    REFUSED = "refused", "Không làm được"


class RequestAct(TextChoices):
    """What people do about a request, as the audit trail names it."""

    RECEIVED = "privacy.received", "Nhận yêu cầu về dữ liệu cá nhân"
    ACKNOWLEDGED = "privacy.acknowledged", "Báo đã nhận yêu cầu về dữ liệu"
    EXTENDED = "privacy.extended", "Gia hạn trả lời yêu cầu về dữ liệu"
    DONE = "privacy.done", "Trả lời yêu cầu về dữ liệu"
    REFUSED = "privacy.refused", "Từ chối yêu cầu về dữ liệu"
    ERASED = "privacy.account_erased", "Xoá dữ liệu tài khoản"


ACTS: dict[str, str] = dict(RequestAct.choices)
HANDLERS = frozenset({Actor.OFFICER, Actor.ADMINISTRATOR})
"""Who answers: the officer for a producer of her point, and the administrator."""
_S = RequestState
_IN_HAND = frozenset({_S.ACKNOWLEDGED, _S.EXTENDED})
OPEN = frozenset({_S.RECEIVED, *_IN_HAND})

MOVES: Moves = {
    RequestAct.ACKNOWLEDGED: Move(frozenset({_S.RECEIVED}), _S.ACKNOWLEDGED, HANDLERS),
    RequestAct.EXTENDED: Move(frozenset({_S.ACKNOWLEDGED}), _S.EXTENDED, HANDLERS),
    RequestAct.DONE: Move(_IN_HAND, _S.DONE, HANDLERS),
    RequestAct.REFUSED: Move(_IN_HAND, _S.REFUSED, HANDLERS),
}

"""The life of a complaint: who answers it, and who when it is about those who would."""

from django.db.models import TextChoices

from common.transitions import Actor, Move, Moves


class ComplaintKind(TextChoices):
    """What is wrong, in the words of those who say so."""

    NOT_AS_DESCRIBED = "not_as_described", "Hàng không đúng như giới thiệu"
    NOT_DELIVERED = "not_delivered", "Chưa nhận được hàng"
    WRONG_INFORMATION = "wrong_information", "Thông tin trên trang sai"
    BANNED = "banned", "Hàng cấm, hàng giả"
    RIGHTS = "rights", "Dùng ảnh, giọng kể, hoa văn khi chưa được đồng ý"
    OTHER = "other", "Điều khác"


OF_THE_PROVINCE = frozenset({ComplaintKind.BANNED, ComplaintKind.RIGHTS})
"""What the province answers from the start."""


class ComplaintState(TextChoices):
    """Where a complaint stands between the one who made it and the one who answers."""

    RECEIVED = "received", "Đã nhận"
    LOOKED_INTO = "looked_into", "Đang xem xét"
    REFERRED = "referred", "Tỉnh đang xem xét"
    ANSWERED = "answered", "Đã trả lời"
    CLOSED = "closed", "Đã xong"
    REOPENED = "reopened", "Được hỏi lại, tỉnh đang xem"


class Outcome(TextChoices):
    """What came of it."""

    RIGHT = "right", "Phản ánh đúng, đã xử lý"
    PARTLY = "partly", "Đúng một phần, đã xử lý phần đúng"
    NOT_RIGHT = "not_right", "Đã kiểm tra, chưa thấy sai"


class ComplaintAct(TextChoices):
    """What is done to a complaint, as the audit trail names it."""

    RECEIVED = "complaint.received", "nhận phản ánh"
    TAKEN_UP = "complaint.taken_up", "bắt đầu xem xét phản ánh"
    REFERRED = "complaint.referred", "chuyển phản ánh lên tỉnh"
    ANSWERED = "complaint.answered", "trả lời phản ánh"
    DECIDED = "complaint.decided", "trả lời phản ánh ở cấp tỉnh"
    CLOSED = "complaint.closed", "khép phản ánh"
    REOPENED = "complaint.reopened", "hỏi lại phản ánh đã trả lời"
    CONTACT_REMOVED = "complaint.contact_removed", "xoá thông tin liên hệ của người phản ánh"


AT_POINT = frozenset({ComplaintState.RECEIVED, ComplaintState.LOOKED_INTO})
AT_PROVINCE = frozenset({ComplaintState.REFERRED, ComplaintState.REOPENED})
OPEN = AT_POINT | AT_PROVINCE
DONE = frozenset({ComplaintState.ANSWERED, ComplaintState.CLOSED})
_S = ComplaintState

MOVES: Moves = {
    ComplaintAct.TAKEN_UP: Move(frozenset({_S.RECEIVED}), _S.LOOKED_INTO, frozenset({Actor.OFFICER})),
    ComplaintAct.REFERRED: Move(AT_POINT, _S.REFERRED, frozenset({Actor.OFFICER, Actor.APPROVER, Actor.SYSTEM})),
    ComplaintAct.ANSWERED: Move(AT_POINT, _S.ANSWERED, frozenset({Actor.OFFICER})),
    ComplaintAct.DECIDED: Move(AT_PROVINCE, _S.ANSWERED, frozenset({Actor.APPROVER})),
    ComplaintAct.CLOSED: Move(frozenset({_S.ANSWERED}), _S.CLOSED, frozenset({Actor.BUYER, Actor.SYSTEM})),
    ComplaintAct.REOPENED: Move(DONE, _S.REOPENED, frozenset({Actor.BUYER})),
}
"""The buyer is whoever made the complaint. What is asked again is answered one level higher."""

SENTENCES: dict[str, str] = dict(ComplaintAct.choices)
"""What the acts on a complaint are called in the audit trail."""

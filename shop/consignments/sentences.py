"""What happened to a consignment, in sentences people read."""

from common.audit.models import AuditEntry

SENTENCES = {
    "consignment.answered": "ghi câu trả lời của bà con",
    "consignment.cancelled": "huỷ đơn",
    "consignment.packed": "đã đóng gói",
    "consignment.unpacked": "mở gói ra làm lại",
    "consignment.sent": "giao cho bên vận chuyển",
    "consignment.delivered": "ghi người mua đã nhận và trả tiền",
    "consignment.refused": "ghi người mua không nhận",
    "consignment.reopened": "ghi lại là đang giao",
    "consignment.returned": "ghi hàng đã về",
}


def sentence(entry: AuditEntry) -> str:
    """Who did what, for whom, at which point, and why."""
    done = SENTENCES.get(entry.action, entry.action)
    for_whom = f" thay {entry.on_behalf_of_name}" if entry.on_behalf_of_name else ""
    where = f" tại {entry.at_point_name}" if entry.at_point_name else ""
    why = f": {entry.reason}" if entry.reason else ""
    who = entry.by_name if entry.by_id else "Người mua"
    return f"{who} {done}{for_whom}{where}{why}."

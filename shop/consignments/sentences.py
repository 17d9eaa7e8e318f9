"""What the acts on a consignment are called in the audit trail."""

SENTENCES = {
    "consignment.answered": "ghi câu trả lời của bà con",
    "consignment.cancelled": "huỷ đơn theo lời người mua",
    "consignment.packed": "ghi đã đóng gói",
    "consignment.unpacked": "mở gói ra làm lại",
    "consignment.sent": "giao cho bên vận chuyển",
    "consignment.delivered": "ghi người mua đã nhận và trả tiền",
    "consignment.refused": "ghi người mua không nhận",
    "consignment.reopened": "ghi lại là đang giao",
    "consignment.returned": "ghi hàng đã về",
}

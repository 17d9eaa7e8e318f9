"""What the acts of accounts, orders and of the trail itself are called in the audit trail."""

ACTS = {
    "account.opened": "mở tài khoản",
    "account.password_changed": "đổi mật khẩu",
    "account.renamed": "đổi tên của mình",
    "order.placed": "đặt hàng",
    "policy.accepted": "đồng ý với quy chế",
    "trail.exported": "xuất nhật ký",
    "file.taken": "lấy trọn bộ hồ sơ",
    "file.duty_taken": "xuất hồ sơ pháp lý",
}

AREAS = {
    "producer": "Người bán",
    "consent": "Sự đồng ý",
    "listing": "Hàng hoá",
    "certificate": "Giấy chứng nhận",
    "dossier": "Hồ sơ OCOP",
    "decision": "Quyết định OCOP",
    "consignment": "Kiện hàng",
    "order": "Đơn hàng",
    "policy": "Quy chế",
    "point": "Điểm hỗ trợ",
    "staff": "Người làm việc",
    "second_factor": "Lớp bảo vệ thứ hai",
    "account": "Tài khoản",
    "trail": "Nhật ký",
    "file": "Hồ sơ",
}
"""What the words before the dot of an act mean, to choose by; an area without a name here stands under “Khác”."""

"""What administrators do to accounts, in the words of the audit trail."""

from common.audit.facts import Facts

ACTS = {
    "person.opened": "mở tài khoản",
    "person.changed": "đổi quyền hoặc khoá, mở tài khoản",
    "person.password_set": "đặt mật khẩu cho tài khoản",
}
FACTS = Facts(
    ("person",),
    {
        "username": "tên đăng nhập",
        "is_active": "đang hoạt động",
        "is_staff": "vào được trang quản trị cũ",
        "is_superuser": "quản trị",
        "has_password": "đăng nhập được bằng mật khẩu",
    },
)

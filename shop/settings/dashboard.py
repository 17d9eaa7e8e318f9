"""The menu of Oscar's dashboard: what this market uses of it."""

from typing import Any


def administrators_alone(user: Any, *_address: Any) -> bool:
    """Who sees the entries that lead to our own pages."""
    return bool(user.is_superuser)


OURS = {"access_fn": administrators_alone}
OSCAR_DASHBOARD_NAVIGATION = [
    {"label": "Tổng quan", "icon": "fas fa-list", "url_name": "dashboard:index"},
    {
        "label": "Hàng",
        "icon": "fas fa-sitemap",
        "children": [
            {"label": "Sản phẩm", "url_name": "dashboard:catalogue-product-list"},
            {"label": "Loại sản phẩm", "url_name": "dashboard:catalogue-class-list"},
            {"label": "Sắp hết hàng", "url_name": "dashboard:stock-alert-list"},
        ],
    },
    {
        "label": "Đơn",
        "icon": "fas fa-shopping-cart",
        "children": [
            {"label": "Đơn hàng", "url_name": "dashboard:order-list"},
            {"label": "Thống kê đơn", "url_name": "dashboard:order-stats"},
            {"label": "Người bán", "url_name": "dashboard:partner-list"},
        ],
    },
    {"label": "Tài khoản", "icon": "fas fa-users", "url_name": "dashboard:users-index"},
    {"label": "Điểm hỗ trợ", "icon": "fas fa-map-marker", "url_name": "manage-points", **OURS},
    {"label": "Đăng nhập của người bán", "icon": "fas fa-key", "url_name": "manage-producers", **OURS},
    {"label": "Người làm việc", "icon": "fas fa-id-badge", "url_name": "manage-people", **OURS},
    {"label": "Lời xin phép: bản dịch, bản đọc", "icon": "fas fa-volume-up", "url_name": "manage-readings", **OURS},
    {"label": "Hệ thống", "icon": "fas fa-cog", "url_name": "admin:index"},
]

"""The menu of Oscar's dashboard: what this market uses of it."""

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
    {"label": "Báo cáo", "icon": "fas fa-chart-bar", "url_name": "dashboard:reports-index"},
    {"label": "Điểm hỗ trợ, vai trò", "icon": "fas fa-cog", "url_name": "admin:index"},
]

"""Django's admin for what has no page of its own yet: the accounts of people who sign in."""

from django.contrib.admin import AdminSite
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import UserAdmin


class PersonAdmin(UserAdmin):  # type: ignore[type-arg]
    """People who sign in. Their roles are given and ended on the pages below /quan-tri/nguoi-lam/."""

    list_display = ["username", "last_name", "first_name", "is_active", "is_superuser"]

    def has_delete_permission(self, _request: object, _row: object = None) -> bool:
        """Nobody is deleted: people are locked, and the trail keeps their names (shop/administration/closed.py)."""
        return False


class MarketAdmin(AdminSite):
    """The admin under /quan-tri/he-thong/, for administrators alone."""

    site_header = site_title = "Chợ Phiên – quản trị"
    index_title = "Tài khoản"
    site_url = "/"

    def has_permission(self, request: object) -> bool:
        """Only active administrators."""
        user = getattr(request, "user", None)
        return bool(user and user.is_active and user.is_superuser)


site = MarketAdmin(name="admin")
site.register(get_user_model(), PersonAdmin)

"""Django's admin with what administrators set up here: people, support points, who works where."""

from django.contrib.admin import AdminSite, ModelAdmin, TabularInline
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import UserAdmin

from producers.directory.models import Membership, SupportPoint


class MembershipInline(TabularInline):  # type: ignore[type-arg]
    """The people of a point, or the roles of a person."""

    model = Membership
    fields = ["user", "role", "point", "province", "ended_at"]
    extra = 0


class PersonAdmin(UserAdmin):  # type: ignore[type-arg]
    """People who sign in, with their roles."""

    inlines = [MembershipInline]
    list_display = ["username", "last_name", "first_name", "is_active", "is_superuser"]


class SupportPointAdmin(ModelAdmin):  # type: ignore[type-arg]
    """Support points, with their officers."""

    list_display = ["name", "commune", "phone"]
    search_fields = ["name", "commune__name"]
    raw_id_fields = ["commune"]
    inlines = [MembershipInline]


class MembershipAdmin(ModelAdmin):  # type: ignore[type-arg]
    """Roles: officers of points, approvers of provinces, auditors."""

    list_display = ["user", "role", "point", "province", "ended_at"]
    list_filter = ["role"]


class MarketAdmin(AdminSite):
    """The admin under /quan-tri/he-thong/, for administrators alone."""

    site_header = site_title = "Chợ Phiên – quản trị"
    index_title = "Người dùng, điểm hỗ trợ, vai trò"
    site_url = "/"

    def has_permission(self, request: object) -> bool:
        """Only active administrators."""
        user = getattr(request, "user", None)
        return bool(user and user.is_active and user.is_superuser)


site = MarketAdmin(name="admin")
site.register(get_user_model(), PersonAdmin)
site.register(SupportPoint, SupportPointAdmin)
site.register(Membership, MembershipAdmin)

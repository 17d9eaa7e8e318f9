"""What administrators set up: support points and who works where."""

from django.contrib import admin

from producers.directory.models import Membership, SupportPoint


class MembershipInline(admin.TabularInline):  # type: ignore[type-arg]
    """The people of a point."""

    model = Membership
    fields = ["user", "role", "ended_at"]
    extra = 0


@admin.register(SupportPoint)
class SupportPointAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Support points."""

    list_display = ["name", "commune", "phone"]
    search_fields = ["name", "commune__name"]
    raw_id_fields = ["commune"]
    inlines = [MembershipInline]


@admin.register(Membership)
class MembershipAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Roles: officers of points, approvers of provinces, auditors."""

    list_display = ["user", "role", "point", "province", "ended_at"]
    list_filter = ["role"]

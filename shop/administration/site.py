"""Django's admin for what has no page of its own yet: the accounts of people who sign in."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpResponse

from common.audit.services import record

FLAGS = ("username", "is_active", "is_staff", "is_superuser")
"""What says who may come in and who is an administrator: no change of these goes unwritten."""


class PersonAdmin(UserAdmin):  # type: ignore[type-arg]
    """People who sign in. Their roles are given and ended on the pages below /quan-tri/nguoi-lam/."""

    list_display = ["username", "last_name", "first_name", "is_active", "is_superuser"]

    def has_delete_permission(self, _request: object, _row: object = None) -> bool:
        """Nobody is deleted: people are locked, and the trail keeps their names (shop/administration/closed.py)."""
        return False

    def save_model(self, request: Any, obj: User, form: Any, change: bool) -> None:
        """Save the account, and write down which of its flags are different now."""
        before = User.objects.select_for_update().filter(pk=obj.pk).values(*FLAGS).first() or {}
        super().save_model(request, obj, form, change)
        after = {name: getattr(obj, name) for name in FLAGS if not before or before[name] != getattr(obj, name)}
        if after:
            was = {name: before[name] for name in after if before}
            act = "person.changed" if before else "person.opened"
            record(act, by=request.user, subject=obj, before=was, after=after)

    def user_change_password(self, request: Any, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002
        """Set the password, and write down that it was set, never which."""
        with transaction.atomic():
            before = _account(id)
            answer: HttpResponse = super().user_change_password(request, id, form_url)
            after = _account(id)
            if before and after and before.password != after.password:
                was, now = ({"has_password": each.has_usable_password()} for each in (before, after))
                record("person.password_set", by=request.user, subject=after, before=was, after=now)
        return answer


def _account(key: str) -> User | None:
    """The account of that key as it is in an address, as the database has it now; kept from others meanwhile."""
    plain = unquote(key)
    return User.objects.select_for_update().filter(pk=plain).first() if plain.isdecimal() else None


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
site.register(User, PersonAdmin)

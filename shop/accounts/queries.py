"""What a buyer's account keeps, and where people go after signing in."""

from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlsafe_base64_decode
from oscar.apps.address.models import UserAddress

from common.policies.queries import versions_to_accept
from producers.directory.queries import AnyUser, workplaces_of
from producers.places.models import Province
from shop.checkout.models import Purchase

WORKPLACES = {
    "officer": "work-home",
    "producer": "work-home",
    "helper": "work-listings",
    "approver": "approve-queue",
    "auditor": "oversight",
}


def kept_addresses(user: AnyUser) -> "QuerySet[UserAddress]":
    """The addresses in the user's account, the usual one first."""
    if not user.is_authenticated:
        return UserAddress.objects.none()
    mine = UserAddress.objects.filter(user=user.pk, place__isnull=False)
    return mine.select_related("place__commune__province").order_by("-is_default_for_shipping", "-pk")


def kept_province(user: AnyUser) -> Province | None:
    """The province of the user's usual address."""
    usual = kept_addresses(user).first()
    return usual.place.commune.province if usual else None


def first_page_of(user: User) -> str:
    """Where somebody's work waits: the officer's, the approver's, the administrator's page, or the buyer's account."""
    places = workplaces_of(user)
    name = next((page for place, page in WORKPLACES.items() if place in places), None)
    if name:
        return reverse(name)
    return reverse("dashboard:index" if getattr(user, "is_superuser", False) else "account")


def is_asked_to_accept(user: User) -> bool:
    """Whether the user is at work here and has not said yes to a text in force; buyers are asked when they order."""
    at_work = bool(workplaces_of(user)) or getattr(user, "is_superuser", False)
    return at_work and bool(versions_to_accept(user, on=timezone.localdate()))


def user_of_reset_link(user_code: str, token: str) -> User | None:
    """Whom the link lets set a new password; None if it is spent, too old or made up."""
    try:
        user = User.objects.filter(pk=int(urlsafe_base64_decode(user_code)), is_active=True).first()
    except (ValueError, OverflowError):
        return None
    return user if user and default_token_generator.check_token(user, token) else None


def orders_of(user: User) -> "QuerySet[Purchase]":
    """The orders placed with the account, newest first, each with its parcels."""
    mine = Purchase.objects.filter(order__user=user.pk).select_related("order")
    return mine.prefetch_related("order__consignments__lines").order_by("-order__date_placed", "-pk")

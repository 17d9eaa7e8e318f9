"""What a buyer's account keeps: addresses."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import QuerySet
from oscar.apps.address.models import UserAddress

from producers.places.models import Province

AnyUser = AbstractBaseUser | AnonymousUser


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

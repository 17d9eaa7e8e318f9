"""The producers whom an officer serves, and who may be one of them written down twice."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from common.text import fold
from producers.consents.models import Consent
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, points_of, producers_served_by
from producers.places.models import Commune


def producers_to_list(user: AnyUser, sought: str = "") -> QuerySet[Producer]:
    """The producers the user serves whose name has every word sought, each with `goods` and `was_asked`.

    `goods` counts what stands under her name, on sale or not.
    """
    producers = producers_served_by(user).select_related("commune__province", "picture", "point")
    for word in fold(sought).split():
        producers = producers.filter(name_folded__contains=word)
    return producers.annotate(
        goods=Count("partner__stockrecords", distinct=True),
        was_asked=Exists(Consent.objects.filter(producer=OuterRef("pk"))),
    ).order_by("name_folded", "pk")


def candidates_for(user: AnyUser, commune: Commune, phone: str) -> QuerySet[Producer]:
    """Whoever might be written down twice: all of the commune, and those the user serves with the same phone."""
    same = Q(commune=commune)
    if phone:
        same |= Q(phone=phone, point__in=points_of(user))
    return Producer.objects.filter(same).select_related("commune__province", "point", "picture")

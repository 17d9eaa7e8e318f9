"""The producers whom an officer serves, and who may be one of them written down twice."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from oscar.apps.partner.models import StockRecord

from common.policies.queries import yet_to_accept
from common.text import fold
from producers.consents.models import Consent
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, points_of, producers_served_by
from producers.directory.states import ENDED, TO_SEND
from producers.drafting.queries import is_from_helper
from producers.places.models import Commune


def producers_to_list(
    user: AnyUser, sought: str = "", state: str = "", *, is_to_accept: bool = False
) -> QuerySet[Producer]:
    """The producers the user serves whose name has every word sought, each with `goods` and `was_asked`.

    With `state` only those whose application stands there; with `is_to_accept` those who sell or shall, and have yet
    to say yes to a text in force. `goods` counts what stands under her name, on sale or not.
    """
    producers = producers_served_by(user).select_related("commune__province", "picture", "point", "created_by")
    if state:
        producers = producers.filter(state=state)
    if is_to_accept:
        producers = producers.filter(yet_to_accept(Producer, on=timezone.localdate())).exclude(state__in=ENDED)
    for word in fold(sought).split():
        producers = producers.filter(name_folded__contains=word)
    goods = StockRecord.objects.filter(partner=OuterRef("partner")).order_by().values("partner").annotate(n=Count("pk"))
    return producers.annotate(
        goods=Coalesce(Subquery(goods.values("n")), 0),
        was_asked=Exists(Consent.objects.filter(producer=OuterRef("pk"))),
        is_from_helper=is_from_helper(),
    ).order_by("name_folded", "pk")


def applications_at_work(user: AnyUser) -> dict[str, int]:
    """How many of the user's producers have an application to write on or to mend, by state."""
    hers = producers_served_by(user).filter(state__in=TO_SEND).order_by()
    return dict(hers.values_list("state").annotate(number=Count("pk")))


def candidates_for(user: AnyUser, commune: Commune, phone: str, tax_code: str = "") -> QuerySet[Producer]:
    """Whoever might be written down twice: all of the commune, those the user serves with the same phone, and
    whoever has the same tax code. A record that was merged into another is none."""
    same = Q(commune=commune)
    if phone:
        same |= Q(phone=phone, point__in=points_of(user))
    if tax_code:
        same |= Q(tax_code=tax_code)
    return Producer.objects.filter(same, merged_into__isnull=True).select_related(
        "commune__province", "point", "picture"
    )

"""The producers that a community digital group has typed and no officer has sent on."""

from django.db.models import Exists, OuterRef, QuerySet

from producers.directory.models import Producer, SupportPoint
from producers.directory.names import name_key
from producers.directory.queries import AnyUser, helpers_of, points_helped_by
from producers.directory.states import ProducerState
from producers.places.models import Commune


def is_from_helper() -> Exists:
    """Whether a helper of the producer's point typed her in."""
    return Exists(helpers_of(OuterRef("point")).filter(user=OuterRef("created_by")))


def drafts_of_group(user: AnyUser) -> QuerySet[Producer]:
    """The drafts of the helper's group; one that was ever sent or decided on is never the group's again."""
    untouched = Producer.objects.filter(state=ProducerState.DRAFT, submitted_at__isnull=True, decided_at__isnull=True)
    return (
        untouched.filter(is_from_helper(), point__in=points_helped_by(user))
        .select_related("commune__province", "point", "created_by")
        .order_by("-created_at", "-pk")
    )


def is_known(name: str, commune: Commune, point: SupportPoint, *, but: Producer | None = None) -> bool:
    """Whether the point has another producer of that name in the commune, whatever her title and the order of words."""
    same = Producer.objects.filter(name_key=name_key(name)[:120], commune=commune, point=point)
    return (same.exclude(pk=but.pk) if but else same).exists()

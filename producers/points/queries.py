"""Support points: those everybody may find, those an officer keeps right, and all of them for administrators."""

from dataclasses import dataclass

from django.db.models import Avg, Count, Q, QuerySet
from django.db.models.functions import Coalesce

from common.text import fold, vietnamese_key
from producers.directory.models import SupportPoint
from producers.directory.queries import AnyUser, points_of
from producers.places.models import Commune
from producers.places.queries import find_communes
from producers.points.map import kilometres_between

MOST_COMMUNES = 250
"""As many communes as a search looks into: those of the largest former province."""
NEAREST = 3


@dataclass(frozen=True, slots=True)
class Near:
    """A point near a commune that has none, and how far it is as a bird flies."""

    point: SupportPoint
    kilometres: int


@dataclass(frozen=True, slots=True)
class ProvinceWithPoints:
    """A province with how many points it has, and their middle in degrees."""

    code: str
    name: str
    number: int
    latitude: float
    longitude: float


def _with_places(points: QuerySet[SupportPoint]) -> QuerySet[SupportPoint]:
    return points.select_related("commune__province").order_by("commune__province__folded", "commune__folded", "folded")


def listed_points() -> QuerySet[SupportPoint]:
    """The points that are open for everybody, by province and commune."""
    return _with_places(SupportPoint.objects.filter(is_listed=True))


def points_kept_by(user: AnyUser) -> QuerySet[SupportPoint]:
    """The points whose hours, phone and services the user keeps right: an officer's own."""
    return _with_places(points_of(user))


def all_points(words: str = "") -> QuerySet[SupportPoint]:
    """Every point whose name, villages or commune has all the words, each with how many `officers` it has."""
    points = _with_places(SupportPoint.objects.all())
    for word in fold(words).split():
        points = points.filter(Q(folded__contains=word) | Q(commune__folded__contains=word))
    at_work = Q(memberships__role="officer", memberships__ended_at__isnull=True)
    return points.annotate(officers=Count("memberships", filter=at_work))


def found_points(words: str) -> tuple[QuerySet[SupportPoint], Commune | None]:
    """The listed points that fit a place of today or of before, a village or a name; and the commune meant, if any."""
    communes = [match.commune for match in find_communes(words, limit=MOST_COMMUNES)]
    named = Q(pk__isnull=False)
    for word in fold(words).split():
        named &= Q(folded__contains=word)
    points = listed_points().filter(named | Q(commune__in=communes))
    return points, communes[0] if communes else None


def points_near(commune: Commune) -> list[Near]:
    """The listed points nearest to a commune."""
    here = (commune.latitude, commune.longitude)
    far = sorted((kilometres_between(here, place_of(point)), point.pk, point) for point in listed_points())
    return [Near(point, round(way)) for way, _, point in far[:NEAREST]]


def place_of(point: SupportPoint) -> tuple[float, float]:
    """The point's latitude and longitude; without its own, those of its commune."""
    if point.latitude is None or point.longitude is None:
        return point.commune.latitude, point.commune.longitude
    return point.latitude, point.longitude


def provinces_with_points() -> list[ProvinceWithPoints]:
    """The provinces that have listed points, in the order of the alphabet."""
    own = "commune__province"
    rows = (
        SupportPoint.objects.filter(is_listed=True)
        .order_by()
        .values_list(own, f"{own}__name")
        .annotate(
            number=Count("pk"),
            latitude=Avg(Coalesce("latitude", "commune__latitude")),
            longitude=Avg(Coalesce("longitude", "commune__longitude")),
        )
    )
    return sorted((ProvinceWithPoints(*row) for row in rows), key=lambda row: vietnamese_key(row.name))

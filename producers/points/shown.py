"""A support point as pages show it, and the marks on the map."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone

from common.text import slugify
from producers.directory.models import SupportPoint
from producers.places.models import Province
from producers.points.hours import is_open, open_now, told_week, week_of
from producers.points.map import COUNTRY, WIDTH, Frame, frames
from producers.points.offered import names_of
from producers.points.queries import ProvinceWithPoints, place_of


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """A point with everything in words."""

    point: SupportPoint
    url: str
    where: str
    week: list[tuple[str, str]]
    now: str
    is_open: bool
    services: list[str]
    commune_url: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on a map that leads to a page: units from the left and the top, its name, how wide it is drawn."""

    url: str
    name: str
    x: str
    y: str
    radius: str


@dataclass(frozen=True, slots=True)
class Map:
    """A drawing with marks on it."""

    drawing: str
    width: int
    height: int
    name: str
    marks: list[Mark]


def point_url(point: SupportPoint) -> str:
    """The address of the point's page."""
    return reverse("support-point", args=[point.pk, point.slug])


def shown_point(point: SupportPoint, *, at: datetime) -> ShownPoint:
    """The point as it is at that moment."""
    week = week_of(point.week)
    parts = (point.get_host_place_display(), point.address, point.commune.full_name)
    return ShownPoint(
        point=point,
        url=point_url(point),
        where=", ".join(dict.fromkeys(part for part in parts if part)),
        week=told_week(week),
        now=open_now(week, at),
        is_open=is_open(week, at),
        services=names_of(point.services, on=timezone.localdate(at)),
        commune_url=reverse("commune", args=[point.commune_id, slugify(point.commune.name)]),
    )


def map_of_country(provinces: Iterable[ProvinceWithPoints]) -> Map:
    """The country: one mark for each province that has points, in their middle; it leads to the province's list."""
    frame = frames()[COUNTRY]
    marks = [
        _mark(frame, (each.latitude, each.longitude), f"{each.name}: {each.number} điểm", of_province(each.code), 9)
        for each in provinces
    ]
    return _map(frame, "Việt Nam", marks)


def map_of_province(province: Province, points: Iterable[SupportPoint]) -> Map | None:
    """The province with a mark for each of its points; none for a province that has no drawing."""
    frame = frames().get(province.code)
    if frame is None:
        return None
    marks = [_mark(frame, place_of(point), point.name, point_url(point), 10) for point in points]
    return _map(frame, province.full_name, marks)


def of_province(code: str) -> str:
    """The address of the directory of one province."""
    return f"{reverse('support-points')}?{urlencode({'tinh': code})}"


def _map(frame: Frame, name: str, marks: list[Mark]) -> Map:
    return Map(static(f"img/ban-do/{frame.name}.svg"), WIDTH, frame.height, name, marks)


def _mark(frame: Frame, place: tuple[float, float], name: str, url: str, radius: int) -> Mark:
    x, y = frame.place(*place)
    return Mark(url=url, name=name, x=str(x), y=str(y), radius=str(radius))

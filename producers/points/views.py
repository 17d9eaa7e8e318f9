"""The directory of support points for everybody, with its maps, and the page of one point."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from producers.places.models import Province
from producers.points.queries import found_points, listed_points, points_near, provinces_with_points
from producers.points.shown import map_of_country, map_of_province, of_province, point_url, shown_point

ON_A_PAGE = 20
LONGEST_WORDS = 120


@require_safe
@cache_control(no_cache=True)
def directory(request: HttpRequest) -> HttpResponse:
    """All points by province and commune, those of one province, or those that fit what was typed."""
    words = request.GET.get("q", "").strip()[:LONGEST_WORDS]
    province = _province(request.GET.get("tinh", ""))
    points, commune = found_points(words) if words else (listed_points(), None)
    if province:
        points = points.filter(commune__province=province)
    page = Paginator(points, ON_A_PAGE).get_page(request.GET.get("trang"))
    now = timezone.now()
    provinces = provinces_with_points()
    context: dict[str, Any] = {
        "page": page,
        "shown": [shown_point(point, at=now) for point in page.object_list],
        "words": words,
        "province": province,
        "provinces": [(each, of_province(each.code)) for each in provinces],
        "map": map_of_province(province, points) if province else map_of_country(provinces),
    }
    if words and commune and not context["shown"]:
        context |= {"commune": commune, "near": [(near, point_url(near.point)) for near in points_near(commune)]}
    return render(request, "points/directory.html", context)


@require_safe
@cache_control(no_cache=True)
def point_page(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """One point: where, when, what for, and for which villages."""
    point = get_object_or_404(listed_points(), pk=pk)
    if slug != point.slug:
        return redirect(point_url(point), permanent=True)
    context = {
        "shown": shown_point(point, at=timezone.now()),
        "map": map_of_province(point.commune.province, [point]),
        "province_url": of_province(point.commune.province_id),
    }
    return render(request, "points/point.html", context)


def _province(code: str) -> Province | None:
    return Province.objects.filter(pk=code).first() if code.isascii() and code.isdecimal() else None

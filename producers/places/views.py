"""Suggestions for the place fields while somebody types."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from producers.places.queries import find_communes


@require_safe
@cache_control(public=True, max_age=86400)
def suggest(request: HttpRequest) -> JsonResponse:
    """Answer `?q=` (and the province code `tinh=`) with the ten communes that fit best."""
    province = request.GET.get("tinh", "")
    matches = find_communes(request.GET.get("q", ""), province=province if province.isdecimal() else None)
    return JsonResponse(
        {
            "communes": [
                {
                    "code": match.commune.code,
                    "province": match.commune.province_id,
                    "label": match.label,
                    "note": match.note,
                }
                for match in matches
            ]
        }
    )

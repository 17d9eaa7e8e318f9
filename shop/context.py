"""What every page of the market's own look knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from catalog.ocop.product_sets import product_groups


def market(request: HttpRequest) -> dict[str, Any]:
    """The market's name and contacts, the groups for the menu, and how many things lie in the basket."""
    return {"market": settings.MARKET, "groups": product_groups().values(), "request_path": request.path}

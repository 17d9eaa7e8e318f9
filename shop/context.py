"""What every page of the market's own look knows."""

from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from catalog.ocop.product_sets import product_groups
from shop.basket.cookie import guest_basket_id
from shop.basket.queries import pieces_in_basket
from shop.workplace.queries import name_of_workplace


def market(request: HttpRequest) -> dict[str, Any]:
    """The market's name and contacts, the groups for the menu, how many pieces lie in the basket, and where one works.

    The last two cost queries only once a page shows them; the basket costs nothing for people without a cookie.
    """
    return {
        "market": settings.MARKET,
        "groups": tuple(product_groups().values()),
        "request_path": request.path,
        "basket_count": cache(lambda: _basket_count(request)),
        "workplace": SimpleLazyObject(lambda: name_of_workplace(request.user)),
    }


def _basket_count(request: HttpRequest) -> int:
    if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
        return pieces_in_basket(request.user, None)
    guest = guest_basket_id(request)
    return pieces_in_basket(AnonymousUser(), guest) if guest else 0

"""The basket of somebody without an account: its number, signed, in one cookie."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse

LONGEST = 100
SALT = "gio"


def guest_basket_id(request: HttpRequest) -> int | None:
    """The number in the cookie; None without a cookie or if somebody wrote it by hand."""
    value = request.COOKIES.get(settings.OSCAR_BASKET_COOKIE_OPEN, "")
    if not value or len(value) > LONGEST:
        return None
    try:
        return int(Signer(salt=SALT).unsign(value))
    except (BadSignature, ValueError):
        return None


def keep(response: HttpResponse, basket_id: int) -> None:
    """Let the browser keep the basket for thirty days; only our own pages send it, no script reads it."""
    response.set_cookie(
        settings.OSCAR_BASKET_COOKIE_OPEN,
        Signer(salt=SALT).sign(str(basket_id)),
        max_age=settings.OSCAR_BASKET_COOKIE_LIFETIME,
        secure=settings.OSCAR_BASKET_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    """Take the basket out of the browser."""
    response.delete_cookie(settings.OSCAR_BASKET_COOKIE_OPEN, samesite="Lax")

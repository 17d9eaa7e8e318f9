"""A producer's picture on a page, and how a form holds on to one that was already let in."""

from typing import Any

from django.core import signing

from common.pictures.models import WIDTHS, Picture, file_url

SALT = "producers.picture"


def shown_picture(picture: Picture | None, alt: str) -> dict[str, Any] | None:
    """The picture as the tag `picture` draws it."""
    if picture is None:
        return None
    sources = {f"src{width}": file_url(picture.path(width)) for width in WIDTHS}
    return {**sources, "alt": alt, "colour": picture.colour}


def signed_picture(picture: Picture | None) -> str:
    """The picture's id, signed, so that a form sent again keeps the picture and cannot name another."""
    return signing.dumps(picture.pk, salt=SALT) if picture else ""


def picture_signed(text: str) -> Picture | None:
    """The picture that was signed, or None."""
    try:
        return Picture.objects.filter(pk=signing.loads(text, salt=SALT)).first()
    except signing.BadSignature:
        return None

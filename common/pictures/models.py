"""A picture that was let in: re-encoded, upright, without GPS, in a few fixed sizes; the address of every such file."""

from django.conf import settings
from django.db import models

WIDTHS = (160, 320, 640, 1000)
"""Widths in pixels of the square or free-shaped WebP renditions kept of every picture."""


class Picture(models.Model):
    """The renditions of one picture, named by the digest of its pixels."""

    digest = models.CharField(max_length=64, unique=True)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    colour = models.CharField(max_length=7)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.digest[:12]

    def path(self, width: int) -> str:
        """Where the rendition of that width lies in the media storage."""
        return rendition_path(self.digest, width)


def file_url(path: str) -> str:
    """The address of a public file, in whatever storage it lies: there the market asks first whether it is shown."""
    return f"{settings.MEDIA_URL}{path}"


def rendition_path(digest: str, width: int) -> str:
    """The storage path of one rendition."""
    return f"anh/{digest[:2]}/{digest}-{width}.webp"

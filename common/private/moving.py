"""Bring scans of papers to the private files from where they lay before: among the public ones, in a folder apart."""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from common.private.storage import private_files

FORMERLY = "rieng"


def move_scans() -> int:
    """Move all that lies there, each file under its own name; return how many.

    The old file goes last: a move that was broken off is made again.
    """
    try:
        _, names = default_storage.listdir(FORMERLY)
    except FileNotFoundError:
        return 0
    for name in names:
        _move(f"{FORMERLY}/{name}")
    return len(names)


def _move(place: str) -> None:
    with default_storage.open(place) as file:
        content = file.read()
    private_files().delete(place)
    private_files().save(place, ContentFile(content))
    default_storage.delete(place)

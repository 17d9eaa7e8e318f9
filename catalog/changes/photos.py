"""The photos that a change wants, kept beside those on sale until the change is approved."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from catalog.changes.models import ChangePhoto, ChangeRequest
from catalog.changes.services import editable, record_change
from catalog.changes.states import ChangeAct
from catalog.listings.photos import MOST_PHOTOS, TOO_MANY, Refusal, let_in_photos
from common.pictures.models import Picture


def photos_of_change(change: ChangeRequest) -> list[ChangePhoto]:
    """The photos with their pictures, in the order the buyer shall see them."""
    return list(change.photos.select_related("picture"))


def add_photos(change: ChangeRequest, files: Iterable[Any], *, by: User) -> list[Refusal]:
    """Let the files in and add them to the change; return those that were refused. Raises NotEditable."""
    pictures, refused = let_in_photos(files, room=MOST_PHOTOS - change.photos.count())
    return refused + (_attach(change, pictures, by=by) if pictures else [])


@transaction.atomic
def remove_photo(change: ChangeRequest, key: int, *, by: User) -> None:
    """Take one photo out of the change; the one on sale stays until then. Raises NotEditable."""
    editable(change, by=by)
    if change.photos.filter(pk=key).delete()[0]:
        record_change(ChangeAct.PHOTO_REMOVED, change, by=by)


@transaction.atomic
def make_first(change: ChangeRequest, key: int, *, by: User) -> None:
    """Show this photo before all others. Raises NotEditable."""
    editable(change, by=by)
    photos = list(change.photos.all())
    first = [photo for photo in photos if photo.pk == key]
    if first and first != photos[:1]:
        for place, photo in enumerate([*first, *(each for each in photos if each.pk != key)]):
            photo.place = place
        ChangePhoto.objects.bulk_update(photos, ["place"])
        record_change(ChangeAct.PHOTO_FIRST, change, by=by)


@transaction.atomic
def write_captions(change: ChangeRequest, captions: Mapping[int, str], *, by: User) -> None:
    """Say what is seen on each photo, by its number. Raises NotEditable."""
    editable(change, by=by)
    for key, caption in captions.items():
        change.photos.filter(pk=key).update(caption=caption)


@transaction.atomic
def _attach(change: ChangeRequest, pictures: list[tuple[str, Picture]], *, by: User) -> list[Refusal]:
    """Add the pictures behind the others; one that is there already is passed over."""
    editable(change, by=by)
    there = list(change.photos.all())
    known = {photo.picture_id for photo in there}
    place = max((photo.place for photo in there), default=-1)
    refused: list[Refusal] = []
    for file_name, picture in pictures:
        if picture.pk in known:
            continue
        if len(known) >= MOST_PHOTOS:
            refused.append(Refusal(file_name, TOO_MANY))
            continue
        place += 1
        change.photos.create(picture=picture, place=place)
        known.add(picture.pk)
    if len(known) > len(there):
        record_change(ChangeAct.PHOTOS_ADDED, change, by=by, after={"photos": len(known)})
    return refused

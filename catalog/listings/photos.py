"""The photos of a listing: up to six, each let in by itself, so that a bad file never costs a good one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, Min
from oscar.apps.catalogue.models import ProductImage

from catalog.listings.models import Listing, ListingPhoto
from catalog.listings.services import editable, record_act
from catalog.listings.states import ListingAct
from common.pictures.intake import MAX_BYTES, PictureRefused, let_in
from common.pictures.models import Picture

MOST_PHOTOS = 6
TOO_MANY = f"Đã đủ {MOST_PHOTOS} ảnh; bỏ bớt một ảnh rồi thêm lại."
TOO_HEAVY = f"Ảnh nặng quá {MAX_BYTES // 2**20} MB; xin chọn ảnh nhẹ hơn."


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not taken, and why, for the person who chose it."""

    file_name: str
    reason: str


def photos_of_listing(listing: Listing) -> list[ListingPhoto]:
    """The photos with image and picture, in the order the buyer sees them."""
    photos = ListingPhoto.objects.filter(image__product=listing.product_id).select_related("image", "picture")
    return list(photos.order_by("image__display_order", "image_id"))


def add_photos(listing: Listing, files: Iterable[Any], *, by: User) -> list[Refusal]:
    """Let the files in and add them to the listing; return those that were refused. Raises NotEditable."""
    pictures, refused = let_in_photos(files, room=MOST_PHOTOS - len(photos_of_listing(listing)))
    return refused + (_attach(listing, pictures, by=by) if pictures else [])


def let_in_photos(files: Iterable[Any], *, room: int) -> tuple[list[tuple[str, Picture]], list[Refusal]]:
    """The pictures of the files that are let in, with the files' names, as long as there is room; and the others."""
    pictures: list[tuple[str, Picture]] = []
    refused: list[Refusal] = []
    for file in files:
        if len(pictures) >= room:
            refused.append(Refusal(file.name, TOO_MANY))
            continue
        try:
            pictures.append((file.name, _picture(file)))
        except PictureRefused as why:
            refused.append(Refusal(file.name, str(why)))
    return pictures, refused


@transaction.atomic
def remove_photo(listing: Listing, image_id: int, *, by: User) -> None:
    """Take one photo off the listing. Raises NotEditable."""
    editable(listing)
    for image in ProductImage.objects.filter(product=listing.product_id, pk=image_id):
        image.delete()
        record_act(ListingAct.PHOTO_REMOVED, listing, by=by)


@transaction.atomic
def make_first(listing: Listing, image_id: int, *, by: User) -> None:
    """Show this photo before all others. Raises NotEditable."""
    editable(listing)
    images = ProductImage.objects.filter(product=listing.product_id)
    first = images.aggregate(first=Min("display_order"))["first"]
    if images.filter(pk=image_id, display_order__gt=first or 0).exists():
        images.update(display_order=F("display_order") + 1)
        images.filter(pk=image_id).update(display_order=0)
        record_act(ListingAct.PHOTO_FIRST, listing, by=by)


@transaction.atomic
def write_captions(listing: Listing, captions: Mapping[int, str]) -> None:
    """Say what is seen on each photo, by the image's id. Raises NotEditable."""
    editable(listing)
    for image_id, caption in captions.items():
        ProductImage.objects.filter(product=listing.product_id, pk=image_id).update(caption=caption)


def _picture(file: BinaryIO) -> Picture:
    return let_in(file)


@transaction.atomic
def _attach(listing: Listing, pictures: list[tuple[str, Picture]], *, by: User) -> list[Refusal]:
    """Hang the pictures on the product; one that hangs there already is passed over."""
    editable(listing)
    there = photos_of_listing(listing)
    known = {photo.picture_id for photo in there}
    following = max((photo.image.display_order for photo in there), default=-1) + 1
    refused: list[Refusal] = []
    for file_name, picture in pictures:
        if picture.pk in known:
            continue
        if len(known) >= MOST_PHOTOS:
            refused.append(Refusal(file_name, TOO_MANY))
            continue
        image = ProductImage.objects.create(
            product=listing.product, original=picture.path(1000), display_order=following + len(known)
        )
        ListingPhoto.objects.create(image=image, picture=picture)
        known.add(picture.pk)
    if len(known) > len(there):
        record_act(ListingAct.PHOTOS_ADDED, listing, by=by, after={"photos": len(known)})
    return refused

"""Put an approved change in the place of what is on sale."""

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.utils import timezone
from oscar.apps.catalogue.models import ProductImage

from catalog.changes.facts import certificate_of, touched
from catalog.changes.models import ChangePhoto, ChangeRequest
from catalog.listings.models import Listing, ListingPhoto
from catalog.listings.photos import photos_of_listing
from catalog.listings.services import put_in_place
from catalog.listings.visibility import settle
from catalog.ocop.services import claim_certificate, claimed_certificate, verify_certificate
from catalog.search.outbox import mark_changed


def apply_change(change: ChangeRequest, *, by: User, is_certificate_checked: bool = False) -> None:
    """Write what the change changes to the listing and tell the search, in the transaction that approves it.

    A new price or stock is her word of today: it is asked about again from now on.
    """
    listing, wanted = change.listing, touched(change)
    right = {name: fact for name, fact in wanted.items() if name not in ("photos", "certificate")}
    listing.typed = {}
    if "price" in right:
        listing.approved_price_dong = right["price"]
    listing.approved_title = right.get("title", listing.approved_title)
    if right.keys() & {"price", "stock"}:
        listing.confirmed_at = timezone.now()
    put_in_place(listing, right, is_counted_anew="stock" in right)
    if "photos" in wanted:
        _put_photos_in_place(listing, list(change.photos.select_related("picture")))
    if "certificate" in wanted:
        claimed = certificate_of(wanted["certificate"])
        claim_certificate(listing.product, claimed, holder=listing.producer, by=change.submitted_by or by)
    claim = claimed_certificate(listing.product)
    if claim and is_certificate_checked:
        verify_certificate(claim, by=by)
    settle([listing.product_id])
    mark_changed([listing.product_id])


def _put_photos_in_place(listing: Listing, photos: Sequence[ChangePhoto]) -> None:
    """Keep the images of pictures that stay, drop the others, hang up the new ones; in the order wanted."""
    there = {photo.picture_id: photo for photo in photos_of_listing(listing)}
    wanted = {photo.picture_id for photo in photos}
    for gone in there.keys() - wanted:
        there[gone].image.delete()
    for place, photo in enumerate(photos):
        if photo.picture_id in there:
            kept = ProductImage.objects.filter(pk=there[photo.picture_id].image_id)
            kept.update(caption=photo.caption, display_order=place)
        else:
            image = ProductImage.objects.create(
                product=listing.product,
                original=photo.picture.path(1000),
                caption=photo.caption,
                display_order=place,
            )
            ListingPhoto.objects.create(image=image, picture=photo.picture)

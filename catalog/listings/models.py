"""A listing: our facts about one Oscar product, and where it stands on its way to the buyer."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from oscar.apps.catalogue.models import Product, ProductImage

from catalog.listings.states import MOVES, HowSold, ListingState, PauseReason, Reach
from catalog.ocop.product_sets import ProductSet, product_sets
from common.pictures.models import Picture
from common.text import fold
from common.transitions import Actor, Moves
from producers.directory.models import Producer, SupportPoint
from producers.directory.queries import AnyUser, actors_towards


class Listing(models.Model):
    """What a producer sells, as typed by an officer for her and approved by the province.

    `typed` keeps every field as it was last typed, so that a draft loses nothing, right or wrong; the columns hold
    what was right. Title, price (đồng) and stock live on Oscar's product and stock record; `approved_price_dong` is the
    price that was approved, from which small moves are measured, and `approved_title` the last title that an approver
    let pass: what the public register tells. `confirmed_at` is when the producer last said that
    price and stock are so; `asked_at` is when the market last asked a point to ask her, `asked_point` which one, for a
    point that serves her since was not asked yet. Until `back_date` it rests. `reviewer` is the approver who looks at
    it while it is in review; `copy_of` the listing that was not approved and from which this one was begun.
    """

    moves: ClassVar[Moves] = MOVES

    product = models.OneToOneField(Product, on_delete=models.PROTECT, related_name="listing")
    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="listings")
    state = models.CharField(max_length=20, choices=ListingState, default=ListingState.DRAFT)
    typed = models.JSONField(default=dict)
    title_folded = models.CharField(max_length=255, blank=True, editable=False)
    approved_price_dong = models.PositiveBigIntegerField(null=True)
    approved_title = models.CharField(max_length=255, blank=True, editable=False)
    product_set_no = models.PositiveSmallIntegerField(null=True)
    unit = models.CharField(max_length=40, blank=True)
    weight_grams = models.PositiveIntegerField(null=True)
    how_sold = models.CharField(max_length=12, choices=HowSold, default=HowSold.STOCK)
    reach = models.CharField(max_length=12, choices=Reach, default=Reach.EVERYWHERE)
    days_to_make = models.PositiveSmallIntegerField(null=True)
    months = models.JSONField(default=list)
    season_note = models.CharField(max_length=120, blank=True)
    origin_group = models.CharField(max_length=60, blank=True)
    details = models.JSONField(default=list)
    copy_of = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="copies")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    return_reason = models.TextField(blank=True)
    confirmed_at = models.DateTimeField(default=timezone.now)
    asked_at = models.DateTimeField(null=True)
    asked_point = models.ForeignKey(SupportPoint, null=True, on_delete=models.PROTECT, related_name="+")
    paused_because = models.CharField(max_length=16, blank=True, choices=PauseReason)
    back_date = models.DateField(null=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "submitted_at"], name="listing_queue"),
            models.Index(fields=["producer", "state"], name="listing_of_producer"),
            models.Index(fields=["state", "confirmed_at"], name="listing_confirmed"),
            models.Index(fields=["state", "-changed_at", "-id"], name="listing_changed"),
            models.Index(fields=["title_folded", "product"], name="listing_title"),
        ]

    def __str__(self) -> str:
        return self.product.title or "Hàng chưa đặt tên"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the folded title, by which officers search, true to the title."""
        if kwargs.get("update_fields") is None:
            self.title_folded = fold(self.product.title)[:255]
        super().save(*args, **kwargs)

    def actors(self, by: AnyUser | None) -> frozenset[Actor]:
        """As what `by` acts on this listing."""
        return actors_towards(by, self.producer)

    @property
    def version(self) -> str:
        """What a form was filled from; another version means that somebody saved in between."""
        return self.changed_at.isoformat()

    @property
    def product_set(self) -> ProductSet | None:
        """The OCOP product set, once chosen."""
        return product_sets().get(self.product_set_no) if self.product_set_no else None


class ListingPhoto(models.Model):
    """The picture behind one of the product's images; the image's caption says what is seen."""

    image = models.OneToOneField(ProductImage, on_delete=models.CASCADE, related_name="photo")
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.image)

    @property
    def key(self) -> int:
        """What the form calls it by."""
        return self.image_id

    @property
    def caption(self) -> str:
        """What is seen on it."""
        return str(self.image.caption)

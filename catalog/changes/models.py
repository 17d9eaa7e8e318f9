"""A change to a listing on sale: what is wanted, beside the listing as it was when the change was written."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from catalog.changes.states import MOVES, OPEN, ChangeState
from catalog.listings.models import Listing
from common.pictures.models import Picture
from common.transitions import Actor, Moves
from producers.directory.queries import AnyUser, actors_towards


class ChangeRequest(models.Model):
    """One change of one listing, as its officer typed it; the approved version stays on sale untouched.

    `typed` keeps every box as typed, right or wrong; `wanted` holds by field of the form what was right, `base` what
    the listing said when that was written. What differs between the two is the change.
    """

    moves: ClassVar[Moves] = MOVES

    listing = models.ForeignKey(Listing, on_delete=models.PROTECT, related_name="changes")
    state = models.CharField(max_length=20, choices=ChangeState, default=ChangeState.DRAFT)
    is_open = models.GeneratedField(
        expression=models.ExpressionWrapper(models.Q(state__in=sorted(OPEN)), output_field=models.BooleanField()),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    typed = models.JSONField(default=dict)
    wanted = models.JSONField(default=dict)
    base = models.JSONField(default=dict)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decision_reason = models.TextField(blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["listing"], condition=models.Q(state__in=sorted(OPEN)), name="change_one_open"
            )
        ]
        indexes = [models.Index(fields=["state", "submitted_at"], name="change_queue")]

    def __str__(self) -> str:
        return str(self.listing)

    def actors(self, by: AnyUser | None) -> frozenset[Actor]:
        """As what `by` acts on this change: as on its listing."""
        return actors_towards(by, self.listing.producer)

    @property
    def version(self) -> str:
        """What a form was filled from; another version means that somebody saved in between."""
        return self.changed_at.isoformat()


class ChangePhoto(models.Model):
    """A photo as it shall be; those with the smallest `place` come first."""

    change = models.ForeignKey(ChangeRequest, on_delete=models.CASCADE, related_name="photos")
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(max_length=200, blank=True)
    place = models.SmallIntegerField()

    class Meta:
        ordering = ["place", "pk"]
        constraints = [models.UniqueConstraint(fields=["change", "picture"], name="change_photo_once")]

    def __str__(self) -> str:
        return self.caption or str(self.picture)

    @property
    def key(self) -> int:
        """What the form calls it by."""
        return self.pk

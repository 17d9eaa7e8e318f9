"""What an authority asks of the market, what the market tells a seller beforehand, and what both keep off sale."""

from datetime import date, datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from catalog.listings.models import Listing
from catalog.moderation.states import (
    PENDING,
    REQUEST_MOVES,
    RESTRICTION_MOVES,
    RequestKind,
    RequestState,
    RestrictionState,
)
from common.transitions import Actor, Moves
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, actors_towards


class AuthorityRequest(models.Model):
    """A written request of an authority about one producer: to take goods down, or to answer.

    It names some of her listings, or all that is hers. `due_at` is reckoned when it is recorded, by the rule of the day
    on which it came; `scan` is where a photo of the document lies among the private files.
    """

    moves: ClassVar[Moves] = REQUEST_MOVES

    kind = models.CharField(max_length=12, choices=RequestKind)
    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="authority_requests")
    names_all = models.BooleanField(default=False)
    listings = models.ManyToManyField(Listing, related_name="authority_requests")
    authority = models.CharField(max_length=200)
    document_no = models.CharField(max_length=80)
    reason = models.TextField()
    scan = models.CharField(max_length=120, blank=True)
    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=RequestState, default=RequestState.OPEN)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "due_at"], name="request_by_due"),
            models.Index(fields=["-received_at"], name="request_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.document_no}, {self.authority}"

    def get_absolute_url(self) -> str:
        """Its page for those who moderate and oversee."""
        return reverse("authority-request", args=[self.pk])

    def actors(self, by: AnyUser | None) -> frozenset[Actor]:
        """As what `by` acts on this request: as on its producer."""
        return actors_towards(by, self.producer)

    @property
    def is_takedown(self) -> bool:
        """Whether goods are to go off sale."""
        return self.kind == RequestKind.TAKEDOWN

    @property
    def was_in_time(self) -> bool:
        """Whether what was asked was done before its hours had run out."""
        return self.done_at is not None and self.done_at <= self.due_at

    def is_overdue(self, *, at: datetime) -> bool:
        """Whether it still waits after its hours have run out."""
        return self.state == RequestState.OPEN and at > self.due_at


class Restriction(models.Model):
    """What a producer is told before her selling is restricted: one listing, or all that is hers if none is named.

    From `earliest_date` on, the first day after the days of notice, it may be carried out.
    """

    moves: ClassVar[Moves] = RESTRICTION_MOVES

    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="restrictions")
    listing = models.ForeignKey(Listing, null=True, on_delete=models.PROTECT, related_name="restrictions")
    reason = models.TextField()
    source = models.CharField(max_length=300)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    earliest_date = models.DateField()
    state = models.CharField(max_length=12, choices=RestrictionState, default=RestrictionState.SENT)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    carried_out_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    carried_out_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "earliest_date"], name="restriction_by_date")]

    def __str__(self) -> str:
        return str(self.listing or self.producer)

    def get_absolute_url(self) -> str:
        """Its page for those who moderate and oversee."""
        return reverse("restriction", args=[self.pk])

    def actors(self, by: AnyUser | None) -> frozenset[Actor]:
        """As what `by` acts on this restriction: as on its producer."""
        return actors_towards(by, self.producer)

    @property
    def is_pending(self) -> bool:
        """Whether the producer has been told and nothing is restricted yet."""
        return self.state in PENDING

    def may_begin(self, *, on: date | None = None) -> bool:
        """Whether the days of notice have passed by that day, today if none is given."""
        return (on or timezone.localdate()) >= self.earliest_date


class Hold(models.Model):
    """A listing that a request or a restriction keeps off sale; it comes back when no hold is left."""

    listing = models.ForeignKey(Listing, on_delete=models.PROTECT, related_name="holds")
    request = models.ForeignKey(AuthorityRequest, null=True, on_delete=models.PROTECT, related_name="holds")
    restriction = models.ForeignKey(Restriction, null=True, on_delete=models.PROTECT, related_name="holds")
    since = models.DateTimeField(auto_now_add=True)
    released_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(request__isnull=True) ^ models.Q(restriction__isnull=True), name="hold_one_cause"
            )
        ]

    def __str__(self) -> str:
        return str(self.listing)

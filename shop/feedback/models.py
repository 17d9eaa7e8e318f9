"""Complaints about a thing, a producer or a parcel, and what was said to them."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from catalog.listings.models import Listing
from common.transitions import Actor, Moves
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, actors_towards
from shop.consignments.models import Consignment
from shop.feedback.states import DONE, MOVES, ComplaintKind, ComplaintState, Outcome


class Complaint(models.Model):
    """What somebody says is wrong. `token` opens its page; phone and e-mail are seen by those who answer alone.

    It is always about a producer's; `listing` or `consignment` says more. `due_date` is the last day for an answer.
    """

    moves: ClassVar[Moves] = MOVES

    token = models.CharField(max_length=43, unique=True)
    number = models.CharField(max_length=12, unique=True)
    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="complaints")
    listing = models.ForeignKey(Listing, null=True, on_delete=models.PROTECT, related_name="complaints")
    consignment = models.ForeignKey(Consignment, null=True, on_delete=models.PROTECT, related_name="complaints")
    kind = models.CharField(max_length=20, choices=ComplaintKind)
    is_about_point = models.BooleanField(default=False)
    words = models.TextField()
    phone = models.CharField(max_length=15, blank=True)
    email = models.EmailField(blank=True)
    state = models.CharField(max_length=12, choices=ComplaintState, default=ComplaintState.RECEIVED)
    received_at = models.DateTimeField(default=timezone.now)
    due_date = models.DateField()
    answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["due_date", "pk"]
        indexes = [
            models.Index(fields=["state", "due_date"], name="complaint_due"),
            models.Index(fields=["producer", "state", "due_date"], name="complaint_of_producer"),
        ]

    def __str__(self) -> str:
        return self.number

    def actors(self, by: AnyUser | None) -> frozenset[Actor]:
        """As what `by` acts on this complaint; None is the market, or whoever holds the link, and so made it.

        Nobody answers what is said of himself: no producer, and in the province's place no officer of the point.
        """
        if by is None:
            return frozenset({Actor.SYSTEM, Actor.BUYER})
        actors = actors_towards(by, self.producer)
        if Actor.PRODUCER in actors:
            actors -= {Actor.OFFICER, Actor.APPROVER}
        if Actor.OFFICER in actors:
            actors -= {Actor.APPROVER}
        is_buyer = self.consignment is not None and self.consignment.order.user_id == by.pk
        return actors | {Actor.BUYER} if is_buyer else actors

    @property
    def about(self) -> str:
        """What it is about, for people at work."""
        if self.consignment:
            return f"Kiện {self.consignment.number}"
        return str(self.listing) if self.listing else str(self.producer)

    def is_overdue(self, on: date) -> bool:
        """Whether it should have been answered before that day."""
        return self.state not in DONE and self.due_date < on


class Reply(models.Model):
    """One thing said to a complaint: an answer with its outcome, or (`by` nobody) its maker asking again."""

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="replies")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, blank=True, choices=Outcome)
    words = models.TextField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.complaint}: {self.words[:40]}"

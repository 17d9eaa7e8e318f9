"""Licences by which producers sell what needs one."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse

from catalog.licences.restricted import kind_name
from catalog.licences.states import MOVES, LicenceState
from common.transitions import Actor, Moves
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, actors_towards


class Licence(models.Model):
    """A licence as an officer copied it and an approver compared it. It is good to the end of `until_date`.

    `scan` is where a photo of it lies among the private files. `followed_at` is when the search was told of its end.
    """

    moves: ClassVar[Moves] = MOVES

    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="licences")
    kind = models.CharField(max_length=40)
    number = models.CharField(max_length=60)
    authority = models.CharField(max_length=120)
    issued_date = models.DateField()
    until_date = models.DateField()
    scan = models.CharField(max_length=120)
    state = models.CharField(max_length=12, choices=LicenceState, default=LicenceState.WAITING)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    verified_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    verified_at = models.DateTimeField(null=True)
    end_reason = models.TextField(blank=True)
    followed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-until_date", "-pk"]
        indexes = [
            models.Index(fields=["state", "until_date"], name="licence_by_end"),
            models.Index(fields=["producer", "state", "-until_date"], name="licence_of_producer"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_date__gte=models.F("issued_date")), name="licence_ends_after_issue"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind_name} số {self.number}"

    def get_absolute_url(self) -> str:
        """Its page for those who compare and oversee."""
        return reverse("licence", args=[self.pk])

    def actors(self, by: AnyUser | None) -> frozenset[Actor]:
        """As what `by` acts on this licence: as on its producer."""
        return actors_towards(by, self.producer)

    @property
    def kind_name(self) -> str:
        """What this kind of licence is called."""
        return kind_name(self.kind)

    def is_in_force(self, *, on: date) -> bool:
        """Whether goods may be sold by it on that day."""
        return self.state == LicenceState.VERIFIED and self.issued_date <= on <= self.until_date

"""A request about somebody's own data."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from common.codes import unguessable_token
from common.transitions import Actor, Moves
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, actors_towards
from shop.privacy.states import MOVES, OPEN, RequestKind, RequestState


class DataRequest(models.Model):
    """What somebody asks about her own data, with or without an account, and what was answered.

    `producer` is set where an officer wrote it down for her, `user` where somebody asked who was signed in. The link
    with `token` shows it to whoever asked. `acknowledge_by` and `answer_by` are the last days by the rules.
    """

    moves: ClassVar[Moves] = MOVES

    kind = models.CharField(max_length=10, choices=RequestKind)
    state = models.CharField(max_length=14, choices=RequestState, default=RequestState.RECEIVED)
    producer = models.ForeignKey(Producer, null=True, on_delete=models.PROTECT, related_name="data_requests")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="data_requests"
    )
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    contact = models.CharField(max_length=120, blank=True)
    words = models.TextField(blank=True)
    token = models.CharField(max_length=32, unique=True, default=unguessable_token)
    with_processor = models.BooleanField(default=False)
    received_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    acknowledge_by = models.DateField()
    answer_by = models.DateField()
    extension_reason = models.TextField(blank=True)
    answer = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "answer_by"], name="data_request_due"),
            models.Index(fields=["closed_at"], name="data_request_closed"),
        ]

    def __str__(self) -> str:
        return f"Yêu cầu số {self.pk} về dữ liệu"

    def actors(self, by: AnyUser | None) -> frozenset[Actor]:
        """As what `by` acts on this request."""
        if by is None:
            return frozenset({Actor.SYSTEM})
        if self.producer is not None:
            return actors_towards(by, self.producer)
        is_administrator = by.is_authenticated and by.is_active and getattr(by, "is_superuser", False)
        return frozenset({Actor.ADMINISTRATOR}) if is_administrator else frozenset()

    @property
    def is_open(self) -> bool:
        """Whether it still waits for something."""
        return self.state in OPEN

    @property
    def due_date(self) -> date:
        """The last day of the step that comes next."""
        return self.acknowledge_by if self.state == RequestState.RECEIVED else self.answer_by

    @property
    def is_late(self) -> bool:
        """Whether that day has passed."""
        return self.is_open and self.due_date < timezone.localdate()

"""A proposed change of who a producer is and where her money goes, beside what was approved."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from common.transitions import Actor, Moves
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, actors_towards
from producers.payees.states import MOVES, PayeeState


class PayeeChange(models.Model):
    """What shall be different, by field of the producer: `base` as it was when proposed, `wanted` as it shall be.

    It is never edited: who typed something wrong takes it back and proposes anew.
    """

    moves: ClassVar[Moves] = MOVES

    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="payee_changes")
    state = models.CharField(max_length=12, choices=PayeeState, default=PayeeState.PROPOSED)
    base = models.JSONField()
    wanted = models.JSONField()
    reason = models.CharField(max_length=300)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decision_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["producer"], condition=models.Q(state=PayeeState.PROPOSED), name="payee_change_one_open"
            )
        ]
        indexes = [models.Index(fields=["state", "submitted_at"], name="payee_change_queue")]

    def __str__(self) -> str:
        return str(self.producer)

    def actors(self, by: AnyUser | None) -> frozenset[Actor]:
        """As what `by` acts on it: as on its producer."""
        return actors_towards(by, self.producer)

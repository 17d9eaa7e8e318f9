"""What the search engine has yet to hear; written in the transaction that changed the goods."""

from django.db import models
from django.utils import timezone


class SearchOutbox(models.Model):
    """One change of one product. A key may stand here several times; each row waits until the engine has confirmed."""

    key = models.BigIntegerField(db_index=True)
    created_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=500, blank=True)
    not_before = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.key} ({self.attempts})"

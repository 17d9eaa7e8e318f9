"""Checks of identity: who looked at what, when, by which method. No photo and no whole number is kept."""

from datetime import date

from django.conf import settings
from django.db import models

from common.audit.services import name_of
from producers.directory.models import Producer, SupportPoint
from producers.identity.states import Method, Paper


class IdentityCheck(models.Model):
    """One check. Of the paper's number only the last four characters are kept, and a keyed digest if all was typed."""

    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="identity_checks")
    method = models.CharField(max_length=12, choices=Method)
    paper = models.CharField(max_length=24, choices=Paper)
    tail = models.CharField(max_length=4, blank=True)
    digest = models.CharField(max_length=64, blank=True, db_index=True)
    is_valid = models.BooleanField()
    valid_until = models.DateField(null=True)
    checked_at = models.DateTimeField()
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at_point = models.ForeignKey(SupportPoint, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-checked_at", "-pk"]
        indexes = [models.Index(fields=["producer", "-checked_at"], name="identity_latest")]

    def __str__(self) -> str:
        return f"{self.get_method_display()}, {self.get_paper_display()} …{self.tail}"

    @property
    def by(self) -> str:
        """The name of the one who checked."""
        return name_of(self.checked_by)

    def holds_on(self, day: date) -> bool:
        """Whether the check vouches for her on that day."""
        return self.is_valid and (self.valid_until is None or day <= self.valid_until)

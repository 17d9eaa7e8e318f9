"""Notices to the officers of a support point: what was decided or falls due, and where to look."""

from django.conf import settings
from django.db import models

from producers.directory.models import Producer, SupportPoint


class Notice(models.Model):
    """One piece of news for a point; the first of its officers who reads it has read it for all of them."""

    point = models.ForeignKey(SupportPoint, on_delete=models.PROTECT, related_name="notices")
    producer = models.ForeignKey(Producer, null=True, on_delete=models.PROTECT, related_name="notices")
    text = models.TextField()
    url = models.CharField(max_length=300)
    at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["point", "-at"], name="notice_of_point"),
            models.Index(fields=["point", "producer"], name="notice_unread", condition=models.Q(read_at=None)),
        ]

    def __str__(self) -> str:
        return self.text

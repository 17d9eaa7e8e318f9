"""Who accepted which version of which policy, and when."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from common.policies.texts import POLICIES


class Acceptance(models.Model):
    """A yes to one version. It is a person's with an account, an order's of a guest, or a producer's.

    `recorded_by` is who pressed the button: the person, the officer who wrote a producer's yes down, nobody for guests.
    """

    policy = models.CharField(max_length=40, choices=[(each.slug, each.title) for each in POLICIES.values()])
    version = models.PositiveSmallIntegerField()
    subject_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    subject_id = models.CharField(max_length=64)
    subject = GenericForeignKey("subject_type", "subject_id")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "policy", "version"], name="accepted_once_per_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_policy_display()}, bản {self.version}"

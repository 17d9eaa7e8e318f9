"""The audit trail: who did what, for whom, at which point. Entries are added, never changed.

This class refuses, and so does the database itself: triggers of migration 0002 let no row be changed or taken away.
"""

from typing import Any, NoReturn

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from common.audit.words import HasWords


class NeverChanged(TypeError):  # noqa: N818
    """An entry of the audit trail is neither changed nor taken away."""


class Entries(models.QuerySet["AuditEntry"]):
    """Entries to read."""

    def update(self, **changes: Any) -> NoReturn:
        """Refuse."""
        raise NeverChanged

    def delete(self) -> NoReturn:
        """Refuse."""
        raise NeverChanged


class AuditEntry(models.Model):
    """One act. Names are kept as they were on that day; `words` are these names folded, for the search."""

    action = models.CharField(max_length=60)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="audit_entries")
    by_name = models.CharField(max_length=200)
    on_behalf_of_id = models.BigIntegerField(null=True)
    on_behalf_of_name = models.CharField(max_length=200, blank=True)
    at_point_id = models.BigIntegerField(null=True)
    at_point_name = models.CharField(max_length=200, blank=True)
    subject_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    subject_id = models.CharField(max_length=64)
    subject = GenericForeignKey("subject_type", "subject_id")
    subject_name = models.CharField(max_length=300)
    words = models.TextField(default="", editable=False)
    reason = models.TextField(blank=True)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    at = models.DateTimeField(auto_now_add=True)

    objects = Entries.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "-at"], name="audit_subject"),
            models.Index(fields=["on_behalf_of_id", "-at"], name="audit_on_behalf_of"),
            models.Index(fields=["-at"], name="audit_at"),
            models.Index(fields=["by", "-at"], name="audit_by"),
            models.Index(fields=["at_point_id", "-at"], name="audit_at_point"),
            models.Index(fields=["action", "-at"], name="audit_action"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%d/%m/%Y %H:%M} {self.action} {self.subject_name} ({self.by_name})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the entry; an entry that exists is never changed."""
        if not self._state.adding:
            raise NeverChanged
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise NeverChanged


AuditEntry._meta.get_field("words").register_lookup(HasWords)

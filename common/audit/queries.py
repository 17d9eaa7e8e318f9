"""Read the audit trail."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet

from common.audit.models import AuditEntry


def history_of(subject: Model) -> QuerySet[AuditEntry]:
    """Every act on one thing, newest first."""
    return AuditEntry.objects.filter(
        subject_type=ContentType.objects.get_for_model(subject), subject_id=str(subject.pk)
    ).order_by("-at", "-pk")


def history_of_all(subjects: QuerySet[Any]) -> QuerySet[AuditEntry]:
    """Every act on any of several things of one kind, newest first."""
    keys = [str(key) for key in subjects.values_list("pk", flat=True)]
    kind = ContentType.objects.get_for_model(subjects.model)
    return AuditEntry.objects.filter(subject_type=kind, subject_id__in=keys).order_by("-at", "-pk")

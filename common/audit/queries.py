"""Read the audit trail."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet

from common.audit.models import AuditEntry


def history_of(subject: Model) -> QuerySet[AuditEntry]:
    """Every act on one thing, newest first."""
    return AuditEntry.objects.filter(
        subject_type=ContentType.objects.get_for_model(subject), subject_id=str(subject.pk)
    ).order_by("-at", "-pk")

"""The models of the floor."""

from common.audit.models import AuditEntry
from common.pictures.models import Picture

__all__ = ["AuditEntry", "Picture"]

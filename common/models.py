"""The models of the floor."""

from common.audit.models import AuditEntry
from common.pictures.models import Picture
from common.policies.models import Acceptance

__all__ = ["Acceptance", "AuditEntry", "Picture"]

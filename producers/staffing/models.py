"""An invitation to work at a point, for a province, or for the whole country."""

from datetime import datetime

from django.conf import settings
from django.db import models

from producers.directory.models import AT_POINT, SupportPoint
from producers.directory.states import Role
from producers.places.models import Province
from producers.staffing.states import InvitationState


class Invitation(models.Model):
    """One role offered to one person; the code that takes it up is known by its hash alone."""

    full_name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    role = models.CharField(max_length=10, choices=Role)
    point = models.ForeignKey(SupportPoint, null=True, on_delete=models.PROTECT, related_name="invitations")
    province = models.ForeignKey(Province, null=True, on_delete=models.PROTECT, related_name="+")
    code_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-invited_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role__in=AT_POINT, point__isnull=False, province__isnull=True)
                | models.Q(role=Role.APPROVER, point__isnull=True, province__isnull=False)
                | models.Q(role=Role.AUDITOR, point__isnull=True),
                name="invitation_role_has_its_place",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at__isnull=True) | models.Q(accepted_at__isnull=True),
                name="invitation_ends_one_way",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.full_name}: {self.get_role_display()}, {self.place_name}"

    @property
    def place_name(self) -> str:
        """Where the role would be held, in words."""
        return str(self.point or self.province or "cả nước")

    def state(self, at: datetime) -> InvitationState:
        """Where the invitation stands at that moment."""
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.withdrawn_at:
            return InvitationState.WITHDRAWN
        return InvitationState.WAITING if at < self.ends_at else InvitationState.ENDED

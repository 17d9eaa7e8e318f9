"""What waits for an administrator; each source asks the database once."""

from datetime import date

from django.db.models import Count, Exists, Min, OuterRef
from django.urls import reverse
from django.utils import timezone

from producers.directory.models import Membership, SupportPoint
from producers.directory.queries import AnyUser
from producers.directory.states import Role
from producers.staffing.queries import waiting_invitations
from shop.workplace.waiting import Waiting


def points(user: AnyUser, on: date) -> list[Waiting]:
    """Points where nobody serves: what waits there is seen by nobody."""
    serves = Membership.objects.filter(
        point=OuterRef("pk"), role=Role.OFFICER, ended_at__isnull=True, user__is_active=True
    )
    count = SupportPoint.objects.filter(~Exists(serves)).count()
    hint = "Việc ở đó không ai thấy"
    return [Waiting("Điểm chưa có cán bộ", hint, reverse("manage-points"), count, "map-pin", "do")]


def invitations(user: AnyUser, on: date) -> list[Waiting]:
    """Invitations that nobody has taken up yet, until when they hold."""
    found = waiting_invitations(timezone.now()).aggregate(count=Count("pk"), first=Min("ends_at"))
    due = timezone.localdate(found["first"]) if found["first"] else None
    hint = "Nhắc người được mời"
    return [Waiting("Lời mời chưa nhận", hint, reverse("manage-people"), found["count"], "users", "cham", due=due)]

"""What waits because people ask about their own data."""

from datetime import date

from django.db.models import Count, Min, Q
from django.urls import reverse

from producers.directory.queries import AnyUser
from shop.privacy.queries import open_requests
from shop.workplace.waiting import Waiting


def data_requests(user: AnyUser, on: date) -> list[Waiting]:
    """Requests about personal data that are not answered."""
    found = (
        open_requests(user)
        .order_by()
        .aggregate(count=Count("pk"), first=Min("due"), late=Count("pk", filter=Q(due__lt=on)))
    )
    where = reverse("work-data-requests")
    hint = "Luật định hạn trả lời"
    return [
        Waiting(
            "Yêu cầu về dữ liệu cá nhân",
            hint,
            where,
            found["count"],
            "shield-check",
            due=found["first"],
            late=found["late"],
        )
    ]

"""What waits for an approver, and what is late before an auditor's eyes; each source asks the database once."""

from datetime import date
from typing import Any

from django.db.models import Count, Min, Q
from django.urls import reverse

from catalog.approvals.changes.queries import changes_awaiting_review
from catalog.approvals.queries import listings_awaiting_review, listings_overseen_by
from catalog.approvals.queue.queries import Kind
from catalog.listings.states import WAITING
from producers.applications.queries import applications_awaiting
from producers.directory.queries import AnyUser
from producers.payees.queries import payee_changes_awaiting
from shop.workplace.waiting import Limit, Waiting


def listings(user: AnyUser, on: date) -> list[Waiting]:
    """Goods that wait for the approver's decision."""
    found = _decisions(listings_awaiting_review(user), on)
    return [Waiting("Duyệt hàng", "Gửi trước xem trước", reverse("approve-queue"), icon="shield-check", **found)]


def changes(user: AnyUser, on: date) -> list[Waiting]:
    """Changes of goods on sale that wait for the approver's decision."""
    found = _decisions(changes_awaiting_review(user), on)
    url = f"{reverse('approve-queue')}?loai={Kind.CHANGE}"
    return [Waiting("Duyệt bản sửa", "Hàng đang bán, so trước và sau", url, icon="pencil", **found)]


def applications(user: AnyUser, on: date) -> list[Waiting]:
    """Producers who wait for the approver's decision; their goods cannot go on sale before it."""
    found = _decisions(applications_awaiting(user), on, "producer.approval_working_days")
    return [
        Waiting("Duyệt người bán", "Duyệt người trước, hàng sau", reverse("approve-producers"), icon="users", **found)
    ]


def payees(user: AnyUser, on: date) -> list[Waiting]:
    """Accounts and tax codes of producers that wait for the approver's decision."""
    found = _decisions(payee_changes_awaiting(user), on, "producer.approval_working_days")
    return [Waiting("Duyệt đổi thông tin", "So trước và sau", reverse("approve-payees"), icon="banknote", **found)]


def late_listings(user: AnyUser, on: date) -> list[Waiting]:
    """Goods in front of an auditor whose decision is late."""
    found = _decisions(listings_overseen_by(user).filter(state__in=WAITING), on)
    late = {**found, "count": found["late"]}
    url = f"{reverse('oversight')}?muc=submitted"
    return [Waiting("Hàng quá hạn duyệt", "Tỉnh chưa trả lời", url, icon="clock", **late)]


def _decisions(waiting: Any, on: date, rule: str = "listing.approval_working_days") -> dict[str, Any]:
    limit = Limit(rule, on)
    found = waiting.order_by().aggregate(
        count=Count("pk"),
        since=Min("submitted_at"),
        late=Count("pk", filter=Q(submitted_at__lt=limit.late_before)),
    )
    return {"count": found["count"], "due": limit.due(found["since"]), "late": found["late"]}

"""Complaints that wait at the point's desk and the province's, and those an auditor sees come late."""

from datetime import date
from typing import Any

from django.db.models import Count, Min, Q
from django.urls import reverse

from producers.directory.queries import AnyUser
from shop.feedback.desks import AUDITORS, POINT, PROVINCE, Desk
from shop.workplace.waiting import Waiting


def at_point(user: AnyUser, on: date) -> list[Waiting]:
    """What the officer answers."""
    return [_to_answer(POINT, user, on)]


def at_province(user: AnyUser, on: date) -> list[Waiting]:
    """What the approver answers."""
    return [_to_answer(PROVINCE, user, on)]


def late(user: AnyUser, on: date) -> list[Waiting]:
    """What should have been answered, before an auditor's eyes."""
    found = _found(AUDITORS, user, on)
    url = f"{reverse('oversight-complaints')}?muc=qua-han"
    return [Waiting("Phản ánh quá hạn", "Chưa ai trả lời", url, icon="clock", **{**found, "count": found["late"]})]


def _to_answer(desk: Desk, user: AnyUser, on: date) -> Waiting:
    url = reverse(f"{desk.name}-complaints")
    return Waiting("Phản ánh cần trả lời", "Người mua, khách báo", url, icon="message-circle", **_found(desk, user, on))


def _found(desk: Desk, user: AnyUser, on: date) -> dict[str, Any]:
    """How many lie in the first tab of the desk, when the first is due, and how many are late."""
    waiting = desk.complaints(user).filter(desk.tabs[0].holds(on)).order_by()
    return waiting.aggregate(count=Count("pk"), due=Min("due_date"), late=Count("pk", filter=Q(due_date__lt=on)))

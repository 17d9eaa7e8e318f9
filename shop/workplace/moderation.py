"""What of moderation waits: authorities' requests, restrictions, licences; each source asks the database once."""

from datetime import date, timedelta

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils import timezone

from catalog.licences.queries import licences_in, licences_overseen_by, licences_served_by
from catalog.moderation.queries import requests_in, requests_seen_by, restrictions_seen_by, restrictions_told_to
from catalog.moderation.states import PENDING, RestrictionState
from producers.directory.queries import AnyUser
from shop.workplace.waiting import Waiting


def requests(user: AnyUser, on: date) -> list[Waiting]:
    """Authorities' requests that wait, by their hours."""
    found = requests_in(requests_seen_by(user), is_open=True)
    counted = found.order_by().aggregate(
        count=Count("pk"), first=Min("due_at"), late=Count("pk", filter=Q(due_at__lt=timezone.now()))
    )
    due = timezone.localdate(counted["first"]) if counted["first"] else None
    what, hint = "Yêu cầu của cơ quan nhà nước", "Gỡ hàng, trả lời trong số giờ luật cho"
    url = reverse("authority-requests")
    return [Waiting(what, hint, url, counted["count"], "triangle-alert", "do", due=due, late=counted["late"])]


def notices_run_out(user: AnyUser, on: date) -> list[Waiting]:
    """Sellers who were told, and whose days of notice have passed: restrict, or take the notice back."""
    ready = restrictions_seen_by(user).filter(state__in=PENDING, earliest_date__lte=on)
    hint = "Ngừng bán, hoặc rút thông báo"
    return [Waiting("Đã hết hạn báo trước", hint, reverse("restrictions"), ready.count(), "ban")]


def licences_to_compare(user: AnyUser, on: date) -> list[Waiting]:
    """Licences that officers wrote down."""
    count = licences_in(licences_overseen_by(user), "cho", on=on).count()
    return [Waiting("Đối chiếu giấy phép", "Cán bộ xã vừa ghi", reverse("licences"), count, "file-check-2")]


def told(user: AnyUser, on: date) -> list[Waiting]:
    """Restrictions to which nobody has answered for the seller; the last day is the one before they may begin."""
    open_ones = restrictions_told_to(user).filter(state=RestrictionState.SENT)
    counted = open_ones.order_by().aggregate(count=Count("pk"), first=Min("earliest_date"))
    due = counted["first"] - timedelta(days=1) if counted["first"] else None
    hint, url = "Hỏi bà con, ghi lời đáp", reverse("work-restrictions")
    return [Waiting("Tỉnh báo hạn chế bán", hint, url, counted["count"], "triangle-alert", "do", due=due)]


def licences_ending(user: AnyUser, on: date) -> list[Waiting]:
    """Licences that end soon."""
    soon = licences_in(licences_served_by(user), "sap-het", on=on).order_by()
    counted = soon.aggregate(count=Count("pk"), first=Min("until_date"), producer=Min("producer"))
    url = reverse("work-licences", args=[counted["producer"] or 0])
    hint = "Xin giấy mới kẻo hàng chỉ còn được giới thiệu"
    return [Waiting("Giấy phép sắp hết hạn", hint, url, counted["count"], "file-check-2", due=counted["first"])]

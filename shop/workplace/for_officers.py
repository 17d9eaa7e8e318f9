"""What waits for an officer, or for a producer with her own login; each source asks the database once."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q
from django.urls import reverse

from catalog.changes.queries import changes_served_by
from catalog.changes.states import CAME_BACK
from catalog.freshness.queries import unasked
from catalog.listings.queries import listings_served_by
from catalog.listings.states import HowSold, ListingState
from catalog.ocop.life import CertificateState, renewal_window
from catalog.ocop.queries import certificates_to_renew, in_state
from producers.consents.queries import consents_to_renew
from producers.directory.queries import AnyUser, producers_served_by
from producers.directory.states import ProducerState
from producers.notices.queries import unread_notices
from producers.onboarding.queries import applications_at_work
from producers.payees.queries import payee_changes_proposed_at
from shop.consignments.models import Consignment, ConsignmentLine
from shop.consignments.states import ConsignmentState
from shop.workplace.waiting import Limit, Waiting

SOON = (CertificateState.RENEWAL_OPEN, CertificateState.RENEWAL_MISSED)
STEPS = (
    (ConsignmentState.PLACED, "answer", "placed_at"),
    (ConsignmentState.CONFIRMED, "pack", "confirmed_at"),
    (ConsignmentState.PACKED, "send", "packed_at"),
)
"""The steps of a parcel that wait for people, the rule of each, and since when it waits."""


def parcels(user: AnyUser, on: date) -> list[Waiting]:
    """Orders to ask about, to pack and to send; what is made to order is packed when it is made."""
    orders = reverse("work-consignments")
    call, pack, send = _parcel_steps(user, on)
    return [
        Waiting(
            "Hỏi bà con về đơn mới", "Ghi có, hết hay còn bao nhiêu", reverse("work-call-sheet"), icon="phone", **call
        ),
        Waiting("Đóng gói", "Bà con đã nhận lời", f"{orders}?buoc=can-goi", icon="package", **pack),
        Waiting("Giao cho bên vận chuyển", "Đã gói xong", f"{orders}?buoc=can-gui", icon="truck", **send),
    ]


def certificates(user: AnyUser, on: date) -> list[Waiting]:
    """OCOP certificates that end soon and whose file was not sent; it is late once the window has closed."""
    window, missed = (in_state(state, on) for state in SOON)
    found = (
        certificates_to_renew(user, on=on)
        .order_by()
        .aggregate(count=Count("pk"), ends=Min("expires_date", filter=window), late=Count("pk", filter=missed))
    )
    ends = found.pop("ends")
    due = renewal_window(ends, on=on).closes if ends else None
    url = f"{reverse('work-certificates')}?muc=can-nop"
    return [Waiting("Nộp lại hồ sơ OCOP", "Giấy chứng nhận sắp hết hạn", url, icon="award", due=due, **found)]


def _parcel_steps(user: AnyUser, on: date) -> list[dict[str, Any]]:
    """Of each step how many wait, the first last day, and how many are late."""
    made = ConsignmentLine.objects.filter(
        consignment=OuterRef("pk"), order_line__product__listing__how_sold=HowSold.TO_ORDER
    )
    wanted: dict[str, Any] = {}
    limits = {}
    for state, rule, since in STEPS:
        here = Q(state=state)
        hurries = here & Q(is_made=False) if state == ConsignmentState.CONFIRMED else here
        limits[rule] = Limit(f"consignment.{rule}_working_days", on)
        late = hurries & Q(**{f"{since}__lt": limits[rule].late_before})
        wanted |= {
            f"{rule}_count": Count("pk", filter=here),
            f"{rule}_since": Min(since, filter=hurries),
            f"{rule}_late": Count("pk", filter=late),
        }
    theirs = Consignment.objects.filter(
        producer__in=producers_served_by(user), state__in=[state for state, _, _ in STEPS]
    )
    found = theirs.annotate(is_made=Exists(made)).order_by().aggregate(**wanted)
    return [
        {
            "count": found[f"{rule}_count"],
            "due": limits[rule].due(found[f"{rule}_since"]),
            "late": found[f"{rule}_late"],
        }
        for _, rule, _ in STEPS
    ]


def changes(user: AnyUser, on: date) -> list[Waiting]:
    """Changes of goods on sale that came back; the approved version is on sale meanwhile."""
    back = changes_served_by(user).filter(state__in=CAME_BACK).order_by()
    found = back.aggregate(count=Count("pk"), first=Min("pk"))
    url = reverse("work-change", args=[found["first"] or 0])
    return [Waiting("Bản sửa cần xem lại", "Người duyệt đã ghi lý do", url, found["count"], "undo-2")]


def payees(user: AnyUser, on: date) -> list[Waiting]:
    """Accounts and tax codes of producers that the province has not decided on yet."""
    count = payee_changes_proposed_at(user).count()
    return [Waiting("Đổi thông tin đang chờ duyệt", "Tỉnh đang xem", reverse("work-payees"), count, "banknote", "cham")]


def still_true(user: AnyUser, on: date) -> list[Waiting]:
    """Goods to ask about again, before they rest by themselves."""
    found = unasked(user, on=on)
    hint = f"{found.resting} món đã tạm nghỉ" if found.resting else "Hỏi lại giá và số lượng"
    return [
        Waiting(
            "Còn đúng không?", hint, reverse("work-still-true"), found.count, "refresh-cw", due=found.first_last_day
        )
    ]


def applications(user: AnyUser, on: date) -> list[Waiting]:
    """Applications of producers to mend, and those that were never sent."""
    counts, producers = applications_at_work(user), reverse("work-producers")
    kinds = (
        ("Hồ sơ người bán cần bổ sung", "Tỉnh đã ghi lý do", ProducerState.CHANGES_REQUESTED, "triangle-alert", "do"),
        ("Người bán chưa gửi hồ sơ", "Gửi riêng, hay cùng món hàng đầu", ProducerState.DRAFT, "users", "xam"),
    )
    return [
        Waiting(what, hint, f"{producers}?muc={state.value}", counts.get(state, 0), icon, tone)
        for what, hint, state, icon, tone in kinds
    ]


def listings(user: AnyUser, on: date) -> list[Waiting]:
    """Goods sent back, begun, and with the province."""
    rows = listings_served_by(user).order_by().values_list("state").annotate(number=Count("pk"))
    counts, goods = dict(rows), reverse("work-listings")
    kinds = (
        ("Hàng cần bổ sung", "Người duyệt đã ghi lý do", ListingState.CHANGES_REQUESTED, "triangle-alert", "do"),
        ("Bản nháp làm dở", "Xong thì gửi duyệt", ListingState.DRAFT, "pencil", "xam"),
        ("Hàng đang chờ duyệt", "Tỉnh đang xem", ListingState.SUBMITTED, "clock", "cham"),
    )
    return [
        Waiting(what, hint, f"{goods}?muc={state.value}", counts.get(state, 0), icon, tone)
        for what, hint, state, icon, tone in kinds
    ]


def consents(user: AnyUser, on: date) -> list[Waiting]:
    """Producers to ask anew whether they agree, before their consent ends."""
    found = consents_to_renew(user).aggregate(
        count=Count("pk"), due=Min("renew_by"), late=Count("pk", filter=Q(renew_by__lt=on))
    )
    return [
        Waiting("Hỏi lại sự đồng ý", "Sắp hết hạn đồng ý", reverse("work-consents-due"), icon="hand-heart", **found)
    ]


def news(user: AnyUser, on: date) -> list[Waiting]:
    """Notices that nobody at the point has read."""
    hint = "Tỉnh trả lời, việc tới hạn"
    return [Waiting("Tin chưa đọc", hint, reverse("work-notices"), unread_notices(user), "info")]

"""What waits for a person at work today."""

from dataclasses import dataclass

from django.urls import reverse

from catalog.approvals.queries import listings_awaiting_review
from catalog.listings.queries import counts_by_state, listings_served_by
from catalog.listings.states import ListingState
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, points_of, provinces_approved_by
from producers.notices.queries import unread_notices
from shop.consignments.queries import counts_by_tab


@dataclass(frozen=True, slots=True)
class Waiting:
    """One kind of thing that waits: what to do, a hint, where, how many, and how it is shown."""

    what: str
    hint: str
    url: str
    count: int
    tone: str
    icon: str


def waiting_for(user: AnyUser) -> list[Waiting]:
    """What waits for an officer, or for a producer with her own login; kinds with nothing are left out."""
    return [kind for kind in (_news(user), *_parcels(user), *_listings(user)) if kind.count]


def _news(user: AnyUser) -> Waiting:
    hint = "Tỉnh trả lời, việc tới hạn"
    return Waiting("Tin chưa đọc", hint, reverse("work-notices"), unread_notices(user), "vang", "info")


def _parcels(user: AnyUser) -> list[Waiting]:
    counts, orders = counts_by_tab(user), reverse("work-consignments")
    asking = "Gọi hoặc tới nhà, ghi có, hết hay còn bao nhiêu"
    return [
        Waiting("Hỏi bà con về đơn mới", asking, reverse("work-call-sheet"), counts["can-hoi"], "vang", "phone"),
        Waiting("Đóng gói", "Bà con đã nhận lời", f"{orders}?buoc=can-goi", counts["can-goi"], "vang", "package"),
        Waiting("Giao cho bên vận chuyển", "Đã gói xong", f"{orders}?buoc=can-gui", counts["can-gui"], "vang", "truck"),
    ]


def _listings(user: AnyUser) -> list[Waiting]:
    counts, goods = counts_by_state(listings_served_by(user)), reverse("work-listings")
    kinds = (
        ("Hàng cần bổ sung", "Người duyệt đã ghi lý do", ListingState.CHANGES_REQUESTED, "do", "triangle-alert"),
        ("Bản nháp làm dở", "Xong thì gửi duyệt", ListingState.DRAFT, "xam", "pencil"),
        ("Hàng đang chờ duyệt", "Tỉnh đang xem", ListingState.SUBMITTED, "cham", "clock"),
    )
    return [
        Waiting(what, hint, f"{goods}?muc={state.value}", counts.get(state, 0), tone, icon)
        for what, hint, state, tone, icon in kinds
    ]


def awaiting_approval(user: AnyUser) -> int:
    """How many listings wait for the approver's decision."""
    return listings_awaiting_review(user).count()


def name_of_workplace(user: AnyUser) -> str:
    """Where the person works: the points, or the provinces approved for, or her own stall; "" for a buyer."""
    names = list(points_of(user).values_list("name", flat=True)[:3])
    names = names or [f"Duyệt hàng {name}" for name in provinces_approved_by(user).values_list("name", flat=True)[:3]]
    names = names or list(Producer.objects.filter(partner__users=user.pk).values_list("name", flat=True)[:1])
    return ", ".join(names)

"""What waits for a person at work today."""

from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse

from catalog.listings.models import Listing
from catalog.listings.states import ListingState
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, points_of, producers_served_by, provinces_approved_by
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
    parcels = counts_by_tab(user)
    rows = Listing.objects.filter(producer__in=producers_served_by(user)).values("state")
    listings = {row["state"]: row["number"] for row in rows.annotate(number=Count("pk")).order_by()}
    orders, goods = reverse("work-consignments"), reverse("work-listings")
    kinds = [
        Waiting(
            "Hỏi bà con về đơn mới",
            "Gọi hoặc tới nhà, ghi có, hết hay còn bao nhiêu",
            reverse("work-call-sheet"),
            parcels["can-hoi"],
            "vang",
            "phone",
        ),
        Waiting("Đóng gói", "Bà con đã nhận lời", f"{orders}?buoc=can-goi", parcels["can-goi"], "vang", "package"),
        Waiting(
            "Giao cho bên vận chuyển", "Đã gói xong", f"{orders}?buoc=can-gui", parcels["can-gui"], "vang", "truck"
        ),
        Waiting(
            "Hàng cần bổ sung",
            "Người duyệt đã ghi lý do",
            f"{goods}?muc={ListingState.RETURNED}",
            listings.get(ListingState.RETURNED, 0),
            "do",
            "triangle-alert",
        ),
        Waiting(
            "Bản nháp làm dở",
            "Xong thì gửi duyệt",
            f"{goods}?muc={ListingState.DRAFT}",
            listings.get(ListingState.DRAFT, 0),
            "xam",
            "pencil",
        ),
        Waiting(
            "Hàng đang chờ duyệt",
            "Tỉnh đang xem",
            f"{goods}?muc={ListingState.SUBMITTED}",
            listings.get(ListingState.SUBMITTED, 0),
            "cham",
            "clock",
        ),
    ]
    return [kind for kind in kinds if kind.count]


def awaiting_approval(user: AnyUser) -> int:
    """How many listings wait for the approver's decision."""
    return Listing.objects.filter(
        state=ListingState.SUBMITTED, producer__commune__province__in=provinces_approved_by(user)
    ).count()


def name_of_workplace(user: AnyUser) -> str:
    """Where the person works: the points, or the provinces approved for, or her own stall; "" for a buyer."""
    names = list(points_of(user).values_list("name", flat=True)[:3])
    names = names or [f"Duyệt hàng {name}" for name in provinces_approved_by(user).values_list("name", flat=True)[:3]]
    names = names or list(Producer.objects.filter(partner__users=user.pk).values_list("name", flat=True)[:1])
    return ", ".join(names)

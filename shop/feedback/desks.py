"""The three desks at which complaints are read: the point's, the province's and the auditor's."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from common.transitions import Actor
from producers.directory.queries import AnyUser
from shop.feedback.models import Complaint
from shop.feedback.queries import (
    complaints_at_points_of,
    complaints_of_provinces_of,
    complaints_overseen_by,
    for_the_province,
)
from shop.feedback.states import AT_POINT, AT_PROVINCE, DONE, OPEN


@dataclass(frozen=True, slots=True)
class Tab:
    """A part of a desk's list; what is there on a day."""

    slug: str
    name: str
    holds: Callable[[date], Q]


@dataclass(frozen=True, slots=True)
class Desk:
    """Who sits there, what she may read, as what she acts; `name` begins the names of the desk's addresses."""

    name: str
    role: str
    actor: Actor | None
    complaints: Callable[[AnyUser], QuerySet[Complaint]]
    tabs: tuple[Tab, ...]

    def tab(self, slug: str) -> Tab:
        """The tab of that slug, the first one for any other."""
        return next((tab for tab in self.tabs if tab.slug == slug), self.tabs[0])


ANSWERED = Tab("xong", "Đã trả lời", lambda _: Q(state__in=DONE))
POINT = Desk(
    "work",
    "officer",
    Actor.OFFICER,
    complaints_at_points_of,
    (
        Tab("can-tra-loi", "Cần trả lời", lambda _: Q(state__in=AT_POINT)),
        Tab("o-tinh", "Tỉnh đang xem", lambda _: Q(state__in=AT_PROVINCE)),
        ANSWERED,
    ),
)
PROVINCE = Desk(
    "approve",
    "approver",
    Actor.APPROVER,
    complaints_of_provinces_of,
    (
        Tab("can-tra-loi", "Cần trả lời", for_the_province),
        Tab("o-diem", "Điểm đang xem", lambda on: Q(state__in=AT_POINT, due_date__gte=on)),
        ANSWERED,
    ),
)
AUDITORS = Desk(
    "oversight",
    "auditor",
    None,
    complaints_overseen_by,
    (
        Tab("dang-cho", "Đang chờ trả lời", lambda _: Q(state__in=OPEN)),
        Tab("qua-han", "Quá hạn", lambda on: Q(state__in=OPEN, due_date__lt=on)),
        ANSWERED,
    ),
)

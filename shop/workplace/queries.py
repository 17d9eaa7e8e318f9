"""What waits for a person at work today, from one table: whoever adds an area adds its line."""

from collections.abc import Callable, Collection
from datetime import date

from producers.directory.models import Producer
from producers.directory.queries import AnyUser, points_helped_by, points_of, provinces_approved_by
from shop.workplace import complaints, for_administrators, for_approvers, for_officers, for_privacy, moderation
from shop.workplace.waiting import Waiting, in_order

Source = Callable[[AnyUser, date], list[Waiting]]

SERVING: tuple[Source, ...] = (
    for_officers.parcels,
    for_officers.applications,
    for_officers.listings,
    for_officers.changes,
    for_officers.payees,
    for_officers.still_true,
    for_officers.certificates,
    for_privacy.data_requests,
    moderation.told,
    moderation.licences_ending,
    for_officers.news,
)
SOURCES: dict[str, tuple[Source, ...]] = {
    "officer": (*SERVING, for_officers.consents, complaints.at_point),
    "producer": SERVING,
    "approver": (
        moderation.requests,
        for_approvers.applications,
        for_approvers.payees,
        for_approvers.listings,
        for_approvers.changes,
        complaints.at_province,
        moderation.notices_run_out,
        moderation.licences_to_compare,
    ),
    "auditor": (for_approvers.late_listings, complaints.late),
    "administrator": (for_privacy.data_requests, for_administrators.points, for_administrators.invitations),
}
"""Where the work of each role comes from; things that are due on no day stay in this order."""


def waiting_for(user: AnyUser, roles: Collection[str], *, on: date) -> list[Waiting]:
    """Everything that waits for somebody of these roles, what is late and what is due first at the top."""
    wanted = dict.fromkeys(source for role, sources in SOURCES.items() if role in roles for source in sources)
    return in_order(kind for source in wanted for kind in source(user, on))


def name_of_workplace(user: AnyUser) -> str:
    """Where the person works: the points, or the provinces approved for, or her own stall; "" for a buyer."""
    names = list((points_of(user) | points_helped_by(user)).values_list("name", flat=True)[:3])
    names = names or [f"Duyệt hàng {name}" for name in provinces_approved_by(user).values_list("name", flat=True)[:3]]
    names = names or list(Producer.objects.filter(partner__users=user.pk).values_list("name", flat=True)[:1])
    return ", ".join(names)

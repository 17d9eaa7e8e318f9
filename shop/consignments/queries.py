"""Which consignments a person may work on, and the lists made of them. Every read starts from the user."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from common.text import fold
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, producers_served_by
from shop.consignments.models import Consignment
from shop.consignments.states import ConsignmentState


@dataclass(frozen=True, slots=True)
class Tab:
    """One step of the work: its slug, its name, and the states that wait for it."""

    slug: str
    name: str
    states: tuple[ConsignmentState, ...]


TABS = (
    Tab("can-hoi", "Cần hỏi", (ConsignmentState.PLACED,)),
    Tab("can-goi", "Cần gói", (ConsignmentState.CONFIRMED,)),
    Tab("can-gui", "Cần gửi", (ConsignmentState.PACKED,)),
    Tab("dang-giao", "Đang giao", (ConsignmentState.SENT, ConsignmentState.REFUSED)),
    Tab(
        "xong",
        "Đã xong",
        (
            ConsignmentState.DELIVERED,
            ConsignmentState.RETURNED,
            ConsignmentState.UNFILLED,
            ConsignmentState.CANCELLED,
        ),
    ),
)


def tab_by_slug(slug: str) -> Tab:
    """The tab of that slug, the first one for any other."""
    return next((tab for tab in TABS if tab.slug == slug), TABS[0])


def consignments_of(user: AnyUser) -> QuerySet[Consignment]:
    """The consignments of the producers whom the user serves, with all that a list shows."""
    return (
        Consignment.objects.filter(producer__in=producers_served_by(user))
        .select_related("producer__commune", "point", "order__purchase__commune__province")
        .prefetch_related("lines")
    )


def consignments_in(user: AnyUser, tab: Tab, text: str = "") -> QuerySet[Consignment]:
    """One tab's consignments, oldest first (the ended ones newest first), narrowed by number or producer."""
    found = consignments_of(user).filter(state__in=tab.states)
    if text:
        found = found.filter(Q(number__icontains=text.strip()) | Q(producer__name_folded__contains=fold(text)))
    return found.order_by("-placed_at" if tab is TABS[-1] else "placed_at", "pk")


def counts_by_tab(user: AnyUser) -> dict[str, int]:
    """How many consignments wait in each tab, by its slug."""
    rows = Consignment.objects.filter(producer__in=producers_served_by(user)).values("state")
    counts = {row["state"]: row["number"] for row in rows.annotate(number=Count("pk")).order_by()}
    return {tab.slug: sum(counts.get(state, 0) for state in tab.states) for tab in TABS}


@dataclass(frozen=True, slots=True)
class Call:
    """One producer to ask, with the consignments to ask about."""

    producer: Producer
    consignments: list[Consignment]


def calls_to_make(user: AnyUser) -> list[Call]:
    """The call sheet: producers with unanswered consignments, those without a phone first."""
    waiting = consignments_of(user).filter(state=ConsignmentState.PLACED).order_by("placed_at", "pk")
    calls = [Call(producer, list(theirs)) for producer, theirs in _by_producer(waiting)]
    return sorted(calls, key=lambda call: (bool(call.producer.phone), call.consignments[0].placed_at))


def _by_producer(consignments: Iterable[Consignment]) -> list[tuple[Producer, list[Consignment]]]:
    grouped: dict[int, tuple[Producer, list[Consignment]]] = {}
    for consignment in consignments:
        grouped.setdefault(consignment.producer_id, (consignment.producer, []))[1].append(consignment)
    return list(grouped.values())

"""Whose price and stock to ask about again; every read starts from the user or from listings that somebody may see."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import BigIntegerField, Case, CharField, Count, F, Min, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce

from catalog.freshness.clock import Kind, clocks, said_before
from catalog.listings.models import Listing
from catalog.listings.queries import listings_served_by
from catalog.listings.states import IN_BASKET, HowSold, ListingState, PauseReason
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, producers_served_by

EVERY_MONTH = list(range(1, 13))
IN_STOCK = Q(how_sold=HowSold.STOCK, free__gt=0)
HAS_SEASON = ~Q(months=[]) & ~Q(months=EVERY_MONTH)
KINDS = {
    Kind.SOLD_OUT: Q(how_sold__in=IN_BASKET, free__lte=0),
    Kind.SEASONAL: IN_STOCK & HAS_SEASON,
    Kind.STOCK: IN_STOCK & ~HAS_SEASON,
    Kind.TO_ORDER: Q(how_sold=HowSold.TO_ORDER, free__gt=0),
    Kind.ON_REQUEST: Q(how_sold=HowSold.ON_REQUEST),
}
"""What makes a thing one of a kind; no thing is of two."""

ASKED = Q(asked_at__gte=F("confirmed_at"), asked_point=F("producer__point"))
"""The point that serves her now was asked to ask since her last word; a point that was before her is none of its."""
ON_SALE = Q(state=ListingState.APPROVED)
RESTS_UNASKED = Q(state=ListingState.PAUSED, paused_because=PauseReason.NOT_CONFIRMED)


def with_kind(listings: QuerySet[Listing]) -> QuerySet[Listing, Any]:
    """Each with its `price` in đồng, how many pieces are `free`, and its `kind`: none for what is never asked about."""
    stock = "product__stockrecords"
    free = Coalesce(F(f"{stock}__num_in_stock"), 0) - Coalesce(F(f"{stock}__num_allocated"), 0)
    kind = Case(
        *(When(is_such, then=Value(kind.value)) for kind, is_such in KINDS.items()),
        default=Value(""),
        output_field=CharField(),
    )
    return listings.annotate(free=free, price=Cast(f"{stock}__price", BigIntegerField())).annotate(kind=kind)


def to_ask(listings: QuerySet[Listing], *, on: date) -> QuerySet[Listing, Any]:
    """Those on sale of which nobody has said for so many days that price and stock are so."""
    return with_kind(listings.filter(ON_SALE, confirmed_at__lt=_soonest(on))).filter(_due(on))


def to_pause(listings: QuerySet[Listing], *, on: date) -> QuerySet[Listing, Any]:
    """Those on sale whose point was asked to ask, had all of its days, and brought no word."""
    over = reduce(
        or_,
        (
            said(kind, each.ask + each.more + 1, on=on) & Q(asked_at__lt=said_before(each.more + 1, on=on))
            for kind, each in clocks(on=on).items()
        ),
    )
    return with_kind(listings.filter(ON_SALE, ASKED, confirmed_at__lt=_soonest(on))).filter(over)


def _due(on: date) -> Q:
    return reduce(or_, (said(kind, each.ask, on=on) for kind, each in clocks(on=on).items()))


def _soonest(on: date) -> datetime:
    """Nothing said after this moment is due, whatever it is; the index answers that alone."""
    return said_before(min(each.ask for each in clocks(on=on).values()), on=on)


def said(kind: Kind, days: int, *, on: date) -> Q:
    """Things of that kind whose last word is at least that many days old."""
    return KINDS[kind] & Q(confirmed_at__lt=said_before(days, on=on))


def waiting_for_a_word(user: AnyUser, *, on: date) -> QuerySet[Listing, Any]:
    """What the person's list shows: to ask, resting because nobody asked, and resting until a day that has come.

    The three are one CASE, into which no index reaches: SQLite would look through all that is on sale anywhere
    before it looked whose it is.
    """
    served = with_kind(Listing.objects.filter(producer__in=producers_served_by(user)))
    is_such = ON_SALE & _due(on) | RESTS_UNASKED | Q(state=ListingState.PAUSED, back_date__lte=on)
    return served.annotate(waits=Case(When(is_such, then=True), default=False)).filter(waits=True)


def producers_to_ask(user: AnyUser, *, on: date) -> QuerySet[Producer, Any]:
    """The producers of that list, each with how many goods and how many of them rest by themselves already; those
    whose last word is the oldest first."""
    ids = waiting_for_a_word(user, on=on).values("pk")
    return (
        Producer.objects.filter(listings__in=ids)
        .select_related("commune", "point")
        .annotate(
            goods=Count("listings"),
            resting=Count("listings", filter=Q(listings__paused_because=PauseReason.NOT_CONFIRMED)),
            oldest=Min("listings__confirmed_at"),
        )
        .order_by("oldest", "pk")
    )


def goods_to_ask_about(producer: Producer, user: AnyUser, *, on: date) -> list[Any]:
    """All goods that one call settles: what waits for a word first (`is_waiting`), then whatever else she sells."""
    hers = with_kind(listings_served_by(user).filter(producer=producer))
    rows: list[Any] = list(
        hers.filter(ON_SALE & ~Q(kind="") | Q(state=ListingState.PAUSED)).order_by("confirmed_at", "pk")
    )
    known = clocks(on=on)
    for row in rows:
        row.is_paused = row.state == ListingState.PAUSED
        clock = known[Kind(row.kind)] if row.kind else None
        asked_at = row.asked_at if row.asked_point_id == producer.point_id else None
        row.last_day = None if row.is_paused or clock is None else clock.last_day(row.confirmed_at, asked_at, on=on)
        row.is_waiting = (
            (row.paused_because == PauseReason.NOT_CONFIRMED or (row.back_date is not None and row.back_date <= on))
            if row.is_paused
            else clock is not None and clock.asked_from(row.confirmed_at) <= on
        )
    return sorted(rows, key=lambda row: not row.is_waiting)


@dataclass(frozen=True, slots=True)
class Call:
    """One producer to ask, with the goods that wait for a word."""

    producer: Producer
    goods: list[Any]


def sheet_of_calls(user: AnyUser, *, on: date, most: int) -> list[Call]:
    """The first so many producers of the list with their goods, those without a telephone first."""
    producers = list(producers_to_ask(user, on=on)[:most])
    by_producer: dict[int, list[Any]] = {}
    goods = waiting_for_a_word(user, on=on).filter(producer__in=producers).select_related("product")
    for row in goods.order_by("confirmed_at", "pk"):
        by_producer.setdefault(row.producer_id, []).append(row)
    calls = [Call(producer, by_producer.get(producer.pk, [])) for producer in producers]
    return sorted(calls, key=lambda call: bool(call.producer.phone))


@dataclass(frozen=True, slots=True)
class Unasked:
    """How many goods wait for a word, the first last day among those still on sale, and how many rest already."""

    count: int
    first_last_day: date | None
    resting: int


def unasked(user: AnyUser, *, on: date) -> Unasked:
    """The person's list in numbers, in one query."""
    waiting: Any = waiting_for_a_word(user, on=on)
    rows = list(
        waiting.order_by()
        .values("state", "kind")
        .annotate(number=Count("pk"), oldest=Min("confirmed_at"), asked=Min("asked_at", filter=ASKED))
    )
    known = clocks(on=on)
    days = [
        known[Kind(row["kind"])].last_day(row["oldest"], row["asked"], on=on)
        for row in rows
        if row["state"] == ListingState.APPROVED
    ]
    resting = sum(row["number"] for row in rows if row["state"] == ListingState.PAUSED)
    return Unasked(sum(row["number"] for row in rows), min(days, default=None), resting)

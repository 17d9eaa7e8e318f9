"""Listings as the people at work may see them; every read starts from the user."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, QuerySet

from catalog.listings.models import Listing
from catalog.listings.states import FACTS, TABS, HowSold, ListingAct, ListingState, Reach
from catalog.ocop.product_sets import product_sets
from common.audit.facts import Facts
from common.audit.models import AuditEntry
from common.audit.queries import history_of, history_of_all
from common.audit.sentences import Told, told
from common.money import dong
from common.text import fold
from producers.directory.queries import AnyUser, helpers_of, points_helped_by, producers_served_by
from producers.directory.states import ProducerKind

ON_A_PAGE = 20
COLUMNS = {
    "product_set": "product_set_no",
    "unit": "unit",
    "weight": "weight_grams",
    "how_sold": "how_sold",
    "reach": "reach",
    "days_to_make": "days_to_make",
    "months": "months",
    "season_note": "season_note",
    "origin_group": "origin_group",
    "details": "details",
}
"""Which column of the listing holds a field of the form."""


def listings_served_by(user: AnyUser) -> QuerySet[Listing]:
    """The listings of the producers whom the user may act for."""
    return Listing.objects.filter(producer__in=producers_served_by(user)).select_related("product", "producer__point")


def listings_drafted_by(user: AnyUser) -> QuerySet[Listing]:
    """The listings that the user may write on: those she serves, and, for a helper, the drafts of her group.

    A draft is the group's when one of the point's helpers started it; an officer's own drafts are left alone.
    """
    helped = list(points_helped_by(user).values_list("pk", flat=True))
    if not helped:
        return listings_served_by(user)
    drafts = Listing.objects.filter(is_from_helper(), state=ListingState.DRAFT, producer__point__in=helped)
    mine = Q(pk__in=listings_served_by(user).values("pk")) | Q(pk__in=drafts.values("pk"))
    return Listing.objects.filter(mine).select_related("product", "producer__point")


def is_from_helper() -> Exists:
    """Whether a helper of the producer's point started the listing."""
    return Exists(helpers_of(OuterRef("producer__point")).filter(user=OuterRef("created_by")))


def listings_in_list(
    listings: QuerySet[Listing], *, state: str, counts: Mapping[str, int], words: str = ""
) -> Paginator:  # type: ignore[type-arg]  # the stub is generic, the class is not
    """Pages of those in that state whose name has all the words, the last changed first, with price and stock.

    `counts` is what `counts_by_state` told of them: only with words do they need to be counted again.
    """
    found = listings.filter(state=state)
    for word in fold(words).split():
        found = found.filter(Q(title_folded__contains=word) | Q(producer__name_folded__contains=word))
    shown = (
        found.annotate(price=F("product__stockrecords__price"), in_stock=F("product__stockrecords__num_in_stock"))
        .annotate(allocated=F("product__stockrecords__num_allocated"), is_from_helper=is_from_helper())
        .annotate(open_change=FilteredRelation("changes", condition=Q(changes__is_open=True)))
        .annotate(change_state=F("open_change__state"))
        .select_related("created_by", "product", "producer__point")
        .order_by("-changed_at", "-pk")
    )
    pages = Paginator(shown, ON_A_PAGE)
    pages.count = found.count() if words else counts[state]
    return pages


def counts_by_state(listings: QuerySet[Listing]) -> dict[str, int]:
    """How many of the listings stand in each state."""
    rows = listings.order_by().values_list("state").annotate(number=Count("pk"))
    return {str(state): 0 for state in ListingState} | dict(rows)


def facts_of(listing: Listing) -> dict[str, Any]:
    """What the listing says, by field of the form. Price in đồng, weight in grams, stock free to sell."""
    product, stock, story = listing.product, listing.product.stockrecords.get(), listing.product.story
    return {
        "title": product.title,
        "description": product.description,
        "price": None if stock.price is None else int(stock.price),
        "stock": None if stock.num_in_stock is None else stock.net_stock_level,
        "story": story.text,
        "teller": story.teller,
        **{field: getattr(listing, column) for field, column in COLUMNS.items()},
    }


def tabs_of(counts: Mapping[str, int], state: str) -> list[tuple[ListingState, str, int]]:
    """The states to choose from: those where something stands, and the one that is shown."""
    return [(tab, name, counts[tab]) for tab, name in TABS.items() if counts[tab] or tab == state]


def history_of_listing(listing: Listing) -> QuerySet[AuditEntry]:
    """Every act on the listing, on its product's certificates and on its changes, newest first."""
    acts = history_of(listing) | history_of(listing.product) | history_of_all(listing.changes.all())
    return acts.order_by("-at", "-pk")


def last_saved_by(listing: Listing) -> str:
    """The name of the one who saved the listing last."""
    entry = history_of(listing).filter(action=ListingAct.SAVED).first()
    return entry.by_name if entry else ""


def told_history(listing: Listing) -> list[Told]:
    """The listing's history in sentences."""
    return [told(entry, labels=FACTS, write=written_fact) for entry in history_of_listing(listing)]


def written_fact(name: str, value: Any) -> str:
    """A fact as people read it in the history."""
    if value in (None, "", []):
        return "trống"
    if name == "findings":
        return "; ".join(value)
    if name == "price":
        return dong(int(value))
    if name == "product_set" and value in product_sets():
        return product_sets()[value].name
    if name == "subject_kind":
        return str(ProducerKind(value).label)
    if name in ("how_sold", "reach"):
        labels: dict[str, str] = dict((*HowSold.choices, *Reach.choices))
        return labels.get(str(value), str(value))
    if name.endswith(("_date", "_until")):
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    if isinstance(value, list):
        return ", ".join(": ".join(each) if isinstance(each, list) else str(each) for each in value)
    return str(value)


TOLD = Facts(
    ("listing", "change", "certificate", "dossier"),
    FACTS,
    lambda name, value: written_fact(name, value) if name in FACTS else None,
)

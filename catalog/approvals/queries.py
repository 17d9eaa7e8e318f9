"""What approvers and auditors may see; every read starts from the user."""

from collections.abc import Iterable
from statistics import median
from typing import Any

from django.core.cache import cache
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from oscar.apps.partner.models import StockRecord

from catalog.approvals.risk import Facts, Finding, findings
from catalog.listings.models import Listing
from catalog.listings.promises import texts_of
from catalog.listings.states import HANDS_ON, WAITING, ListingState
from catalog.moderation.queries import held_among
from catalog.ocop.models import Certificate
from common.audit.queries import history_of
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, oversees_everything, producers_overseen_by, provinces_approved_by
from producers.identity.queries import known_among

DECIDED = frozenset(ListingState) - {ListingState.DRAFT}
MEDIANS = "approvals-medians"
AN_HOUR = 3600
FEWEST_PRICES = 5


def listings_awaiting_review(user: AnyUser) -> QuerySet[Listing]:
    """The listings that wait for the user's decision, the longest waiting first."""
    return (
        listings_under(user)
        .filter(state__in=WAITING)
        .select_related("product__story", "producer__commune", "producer__point", "reviewer")
        .annotate(price=F("product__stockrecords__price"))
        .order_by("submitted_at", "pk")
    )


def listings_under(user: AnyUser) -> QuerySet[Listing]:
    """The listings of the provinces that the user approves for, once they have been sent."""
    return Listing.objects.filter(
        producer__commune__province__in=provinces_approved_by(user), submitted_at__isnull=False, state__in=DECIDED
    ).select_related("product", "producer__commune__province", "producer__point")


def listings_overseen_by(user: AnyUser) -> QuerySet[Listing]:
    """The listings that the user may read and not touch."""
    everything = Listing.objects.select_related("product", "producer__commune__province", "producer__point")
    # Asking of each listing whether its producer is one of all costs more than the list itself.
    return everything if oversees_everything(user) else everything.filter(producer__in=producers_overseen_by(user))


def risk_facts(listings: Iterable[Listing]) -> dict[int, Facts]:
    """What the rules judge of each listing, in five queries however many there are; each row knows its `price`."""
    rows: list[Any] = list(listings)
    claimed = set(
        Certificate.objects.filter(product__in=[row.product_id for row in rows], verified_at__isnull=True).values_list(
            "product", flat=True
        )
    )
    once_approved = Q(approved_price_dong__isnull=False) | Q(state=ListingState.APPROVED)
    theirs = Listing.objects.filter(once_approved, producer__in={row.producer_id for row in rows})
    known = set(theirs.values_list("producer", flat=True))
    checked = known_among({row.producer_id for row in rows}, on=timezone.localdate())
    held = held_among(rows)
    medians = median_prices()
    return {
        row.pk: _facts(
            row,
            medians,
            claims_certificate=row.product_id in claimed,
            is_first_of_producer=row.producer_id not in known,
            is_identity_checked=row.producer_id in checked,
            is_held=row.pk in held,
        )
        for row in rows
    }


def risk_of(listing: Listing) -> list[Finding]:
    """What the rules find in one listing."""
    with_texts = Listing.objects.select_related("product__story").annotate(price=F("product__stockrecords__price"))
    return findings(risk_facts(with_texts.filter(pk=listing.pk))[listing.pk])


def median_prices() -> dict[int, int]:
    """The middle price in đồng of what is on sale, by product set; reckoned once an hour."""
    return cache.get_or_set(MEDIANS, _median_prices, AN_HOUR) or {}


def has_hand_in(user: Any, listing: Listing) -> bool:
    """Whether the user wrote or sent the listing, or sells it."""
    return (
        user.pk in (listing.created_by_id, listing.submitted_by_id)
        or history_of(listing).filter(by=user, action__in=HANDS_ON).exists()
        or Producer.objects.filter(pk=listing.producer_id, partner__users=user.pk).exists()
    )


def _median_prices() -> dict[int, int]:
    on_sale = StockRecord.objects.filter(product__listing__state=ListingState.APPROVED, price__isnull=False)
    by_set: dict[int, list[int]] = {}
    for number, price in on_sale.values_list("product__listing__product_set_no", "price").iterator():
        by_set.setdefault(number or 0, []).append(int(price or 0))
    return {number: int(median(prices)) for number, prices in by_set.items() if len(prices) >= FEWEST_PRICES}


def _facts(row: Any, medians: dict[int, int], **known: bool) -> Facts:
    return Facts(
        texts=texts_of(row),
        product_set_no=row.product_set_no,
        price_dong=None if row.price is None else int(row.price),
        median_dong=medians.get(row.product_set_no or 0),
        **known,
    )

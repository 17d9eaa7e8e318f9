"""What stands before the buyers' eyes: the one place that puts a product there and takes it away.

Whoever changes a listing's state, or what her producer may or agrees to, calls `settle` in the same transaction.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from oscar.apps.catalogue.models import Product

from catalog.listings.models import Listing
from catalog.listings.presentation.rows import agrees
from catalog.listings.states import ListingState
from catalog.search.outbox import mark_changed
from producers.consents.states import ConsentScope
from producers.directory.models import Producer
from producers.directory.states import ProducerState

BATCH = 500


def sellable_listings() -> QuerySet[Listing]:
    """The listings that may be on sale today: approved, of an approved producer who lets the point sell for her."""
    return Listing.objects.filter(
        agrees(ConsentScope.GOODS), state=ListingState.APPROVED, producer__state=ProducerState.APPROVED
    )


def seen_listings() -> QuerySet[Listing]:
    """The listings that have a page for everybody: those on sale, and those of an approved producer that rest."""
    seen = (ListingState.APPROVED, ListingState.PAUSED)
    return Listing.objects.filter(agrees(ConsentScope.GOODS), state__in=seen, producer__state=ProducerState.APPROVED)


@transaction.atomic
def settle(product_ids: Iterable[int]) -> int:
    """Put the products on sale that may be, take the others off, and tell the search; return how many changed.

    Holds their producers until the transaction ends: a consent taken back and an approval given at one moment are
    seen one after the other.
    """
    keys = sorted(set(product_ids))
    return sum(_settle(keys[start : start + BATCH]) for start in range(0, len(keys), BATCH))


def hold_producers(product_ids: Iterable[int]) -> None:
    """Hold the producers of these products until the transaction ends.

    Locks are taken in one order: listings, their changes, their producers, and only then products and what hangs on
    them. Whoever writes to a product that is on sale holds its producer first: a consent taken back holds her and then
    takes her products off sale. An order being placed only points to the producer and is let by (`no_key`).
    """
    theirs = Listing.objects.filter(product__in=product_ids)
    list(Producer.objects.filter(pk__in=theirs.values("producer")).order_by("pk").select_for_update(no_key=True))


def follow_producer(producer_id: int) -> None:
    """Show her goods as she now wants it: her name, her place or what she agrees to has changed (ADR 4)."""
    hers = Listing.objects.filter(producer=producer_id).values_list("product_id", flat=True)
    settle(hers)
    mark_changed(hers.filter(product__is_public=True))


def _settle(keys: list[int]) -> int:
    hold_producers(keys)
    sellable = set(sellable_listings().filter(product__in=keys).values_list("product_id", flat=True))
    shown = set(Product.objects.filter(pk__in=keys, is_public=True).values_list("pk", flat=True))
    return _turn(sellable - shown, is_public=True) + _turn(shown - sellable, is_public=False)


def _turn(keys: set[int], *, is_public: bool) -> int:
    if not keys:
        return 0
    turned = Product.objects.filter(pk__in=keys).update(is_public=is_public, date_updated=timezone.now())
    mark_changed(sorted(keys))
    return turned

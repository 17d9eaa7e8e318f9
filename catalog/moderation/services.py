"""Keep listings off sale for a request or a restriction, and let them come back when nothing holds them any more."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from catalog.listings.models import Listing
from catalog.listings.services import move_listing
from catalog.listings.states import GONE, LIVE, ListingAct, ListingState
from catalog.listings.visibility import settle
from catalog.moderation.models import AuthorityRequest, Hold, Restriction
from catalog.moderation.queries import is_all_held
from producers.applications.services import lift_suspension, suspend_producer
from producers.directory.models import Producer
from producers.directory.states import ProducerState
from producers.notices.services import notify


@transaction.atomic
def hold_listings(
    listings: QuerySet[Listing],
    *,
    by: User,
    reason: str,
    request: AuthorityRequest | None = None,
    restriction: Restriction | None = None,
) -> int:
    """Suspend those that are on sale and hold all but what is gone; return how many are off sale.

    What is a draft or waits stays as it is; while it is held nobody approves it.
    """
    held = list(_locked(listings.exclude(state__in=GONE)))
    for listing in held:
        if listing.state in LIVE:
            _suspend(listing, by=by, reason=reason)
    Hold.objects.bulk_create(Hold(listing=listing, request=request, restriction=restriction) for listing in held)
    settle(listing.product_id for listing in held)
    return sum(listing.state == ListingState.SUSPENDED for listing in held)


@transaction.atomic
def release_listings(holds: QuerySet[Hold], *, by: User, reason: str, at: datetime) -> int:
    """End the holds; what nothing else holds is again what it was, on sale or resting. Return how many came back."""
    listings = list(_locked(Listing.objects.filter(holds__in=holds.filter(released_at=None)).distinct()))
    holds.filter(released_at=None).update(released_at=at)
    still_held = set(Hold.objects.filter(listing__in=listings, released_at=None).values_list("listing", flat=True))
    free = [each for each in listings if each.pk not in still_held and each.state == ListingState.SUSPENDED]
    for listing in free:
        act = ListingAct.LIFTED_TO_REST if listing.paused_because else ListingAct.LIFTED
        move_listing(listing, act, by=by, reason=reason)
    settle(listing.product_id for listing in free)
    return len(free)


@transaction.atomic
def hold_producer(producer: Producer, *, by: User, reason: str) -> None:
    """Let her begin nothing new while all that is hers is held.

    Her row is held first: a suspension lifted in the same moment is seen, and ends no hold.
    """
    producer.refresh_from_db(from_queryset=Producer.objects.select_for_update())
    if producer.state == ProducerState.APPROVED:
        suspend_producer(producer, by=by, reason=reason)


def release_producer(producer: Producer, *, by: User, reason: str) -> None:
    """Let her sell again once no request and no restriction holds all that is hers."""
    producer.refresh_from_db()
    if producer.state == ProducerState.SUSPENDED and not is_all_held(producer.pk):
        lift_suspension(producer, by=by, reason=reason)


def tell_officers(about: AuthorityRequest | Restriction, text: str, *, page: str) -> None:
    """Tell the officers of the producer's point; `page` is the name of the page to look at."""
    url = reverse(page, args=[about.pk]) if isinstance(about, Restriction) else reverse(page)
    notify(about.producer.point, text, url=url, producer=about.producer)


def _suspend(listing: Listing, *, by: User, reason: str) -> None:
    """Take it off sale; what rested keeps why and until when, by which it rests again once nothing holds it."""
    rest: dict[str, Any] = {}
    if listing.state != ListingState.PAUSED:
        rest = {"paused_because": "", "back_date": None}
    move_listing(listing, ListingAct.SUSPENDED, by=by, reason=reason, **rest)


def _locked(listings: QuerySet[Listing]) -> QuerySet[Listing]:
    """The listings with their rows held, always in the order of their ids."""
    ids = sorted(listings.values_list("pk", flat=True))
    held = Listing.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk")
    return held.select_related("product", "producer__point")

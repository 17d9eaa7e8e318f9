"""Keep listings off sale for a request or a restriction, and let them come back when nothing holds them any more."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from catalog.listings.models import Listing
from catalog.listings.services import move_listing
from catalog.listings.states import GONE, LIVE, ListingAct, ListingState
from catalog.listings.visibility import settle
from catalog.moderation.models import AuthorityRequest, Hold, Restriction
from catalog.moderation.states import RequestKind, RequestState, RestrictionState
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
            move_listing(listing, ListingAct.SUSPENDED, by=by, reason=reason)
    Hold.objects.bulk_create(Hold(listing=listing, request=request, restriction=restriction) for listing in held)
    settle(listing.product_id for listing in held)
    return sum(listing.state == ListingState.SUSPENDED for listing in held)


@transaction.atomic
def release_listings(holds: QuerySet[Hold], *, by: User, reason: str, at: datetime) -> int:
    """End the holds; what nothing else holds goes on sale again if it still may. Return how many came back."""
    listings = list(_locked(Listing.objects.filter(holds__in=holds.filter(released_at=None)).distinct()))
    holds.filter(released_at=None).update(released_at=at)
    still_held = set(Hold.objects.filter(listing__in=listings, released_at=None).values_list("listing", flat=True))
    free = [each for each in listings if each.pk not in still_held and each.state == ListingState.SUSPENDED]
    for listing in free:
        move_listing(listing, ListingAct.LIFTED, by=by, reason=reason)
    settle(listing.product_id for listing in free)
    return len(free)


def hold_producer(producer: Producer, *, by: User, reason: str) -> None:
    """Let her begin nothing new while all that is hers is held."""
    producer.refresh_from_db()
    if producer.state == ProducerState.APPROVED:
        suspend_producer(producer, by=by, reason=reason)


def release_producer(producer: Producer, *, by: User, reason: str) -> None:
    """Let her sell again once no request and no restriction holds all that is hers."""
    requests = AuthorityRequest.objects.filter(producer=producer, names_all=True, state=RequestState.DONE)
    restrictions = Restriction.objects.filter(producer=producer, listing=None, state=RestrictionState.CARRIED_OUT)
    takedowns = requests.filter(kind=RequestKind.TAKEDOWN)
    producer.refresh_from_db()
    if producer.state == ProducerState.SUSPENDED and not takedowns.exists() and not restrictions.exists():
        lift_suspension(producer, by=by, reason=reason)


def tell_officers(about: AuthorityRequest | Restriction, text: str, *, page: str) -> None:
    """Tell the officers of the producer's point; `page` is the name of the page to look at."""
    url = reverse(page, args=[about.pk]) if isinstance(about, Restriction) else reverse(page)
    notify(about.producer.point, text, url=url, producer=about.producer)


def _locked(listings: QuerySet[Listing]) -> QuerySet[Listing]:
    """The listings with their rows held, always in the order of their ids."""
    ids = sorted(listings.values_list("pk", flat=True))
    held = Listing.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk")
    return held.select_related("product", "producer__point")

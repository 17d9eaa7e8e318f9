"""Changes as approvers may see them; every read starts from the user."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.db.models import F, Prefetch, QuerySet

from catalog.approvals.queries import listings_overseen_by, median_prices, risk_facts
from catalog.approvals.risk import Facts, Finding, findings
from catalog.changes.facts import touched
from catalog.changes.models import ChangePhoto, ChangeRequest
from catalog.changes.states import HANDS_ON, ChangeState
from catalog.listings.models import Listing
from catalog.listings.promises import texts_of
from catalog.listings.states import LIVE
from common.audit.queries import history_of
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, provinces_approved_by


def changes_under(user: AnyUser) -> QuerySet[ChangeRequest]:
    """The changes of the provinces that the user approves for, once they have been sent."""
    theirs = ChangeRequest.objects.filter(listing__producer__commune__province__in=provinces_approved_by(user))
    return _whole(theirs.filter(submitted_at__isnull=False).exclude(state=ChangeState.DRAFT))


def changes_overseen_by(user: AnyUser) -> QuerySet[ChangeRequest]:
    """The changes that the user may read and not touch, the last one first."""
    return _whole(ChangeRequest.objects.filter(listing__in=listings_overseen_by(user))).order_by("-pk")


def changes_awaiting_review(user: AnyUser) -> QuerySet[ChangeRequest]:
    """The changes that wait for the user's decision, the longest waiting first."""
    # While its listing is suspended or retired, a change waits with it and is nobody's work.
    waiting = (
        changes_under(user).filter(state=ChangeState.SUBMITTED, listing__state__in=LIVE).order_by("submitted_at", "pk")
    )
    return waiting.prefetch_related(Prefetch("photos", ChangePhoto.objects.order_by("place", "pk")))


def risks_of_changes(changes: Iterable[ChangeRequest]) -> dict[int, list[Finding]]:
    """What the rules find in what each of the changes changes, and would make of its listing."""
    rows = list(changes)
    priced = Listing.objects.select_related("product__story").annotate(price=F("product__stockrecords__price"))
    facts = risk_facts(priced.filter(pk__in={row.listing_id for row in rows}))
    return {row.pk: findings(_as_wanted(facts[row.listing_id], row)) for row in rows}


def has_hand_in_change(user: Any, change: ChangeRequest) -> bool:
    """Whether the user wrote or sent the change, or sells the thing."""
    return (
        user.pk in (change.created_by_id, change.submitted_by_id)
        or history_of(change).filter(by=user, action__in=HANDS_ON).exists()
        or Producer.objects.filter(pk=change.listing.producer_id, partner__users=user.pk).exists()
    )


def _whole(changes: QuerySet[ChangeRequest]) -> QuerySet[ChangeRequest]:
    return changes.select_related(
        "listing__product__story",
        "listing__producer__commune__province",
        "listing__producer__point",
        "submitted_by",
        "decided_by",
    )


def _as_wanted(facts: Facts, change: ChangeRequest) -> Facts:
    """The facts as they would be once the change is in place."""
    wanted = touched(change)
    product_set_no = wanted.get("product_set", facts.product_set_no)
    return replace(
        facts,
        texts=texts_of(change.listing, wanted),
        product_set_no=product_set_no,
        price_dong=wanted.get("price", facts.price_dong),
        median_dong=median_prices().get(product_set_no or 0),
        claims_certificate=bool(wanted["certificate"]) if "certificate" in wanted else facts.claims_certificate,
    )

"""Requests and restrictions as people may see them; every read starts from the user."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet, Value

from catalog.listings.models import Listing
from catalog.moderation.models import AuthorityRequest, Hold, Restriction
from catalog.moderation.states import PENDING, RequestKind, RequestState, RestrictionState
from common.text import fold
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, producers_overseen_by, producers_served_by, workplaces_of
from producers.directory.queries import provinces_approved_by as provinces_of


def sees_moderation(user: AnyUser) -> bool:
    """Whether the pages of requests and restrictions exist for the user: approvers, auditors, administrators."""
    return is_administrator(user) or bool(workplaces_of(user) & {"approver", "auditor"})


def moderates(user: AnyUser) -> bool:
    """Whether the user records requests and restricts sellers somewhere."""
    return is_administrator(user) or "approver" in workplaces_of(user)


def is_administrator(user: AnyUser) -> bool:
    """Whether the user runs the market."""
    return bool(user.is_authenticated and user.is_active and getattr(user, "is_superuser", False))


def producers_moderated_by(user: AnyUser) -> QuerySet[Producer]:
    """The producers whose goods the user may take down: of an approver's provinces, or all for an administrator."""
    if is_administrator(user):
        return Producer.objects.all()
    return Producer.objects.filter(commune__province__in=provinces_of(user))


def found_producers(user: AnyUser, sought: str) -> QuerySet[Producer]:
    """Those of them whose name has every word sought, with what a list shows."""
    producers = producers_moderated_by(user).select_related("commune__province", "point")
    for word in fold(sought).split():
        producers = producers.filter(name_folded__contains=word)
    return producers.order_by("name_folded", "pk")


def listings_moderated_by(user: AnyUser) -> QuerySet[Listing]:
    """The listings of those producers that have been sent at least once."""
    return Listing.objects.filter(producer__in=producers_moderated_by(user), submitted_at__isnull=False).select_related(
        "product", "producer__commune__province", "producer__point"
    )


def is_held(listing: Listing) -> bool:
    """Whether an authority's request or a restriction keeps the listing off sale: it alone, or all of its producer."""
    return bool(held_among([listing]))


def held_among(listings: Collection[Listing]) -> set[int]:
    """Those of the listings, by number, that are held so; one query however many there are."""
    theirs = {listing.producer_id for listing in listings}
    held = Hold.objects.filter(listing__in=[listing.pk for listing in listings], released_at=None)
    found = set(
        held.values_list(Value("listing"), "listing").union(
            takedowns_of_all(*theirs).values_list(Value("producer"), "producer"),
            restrictions_of_all(*theirs).values_list(Value("producer"), "producer"),
        )
    )
    return {listing.pk for listing in listings if found & {("listing", listing.pk), ("producer", listing.producer_id)}}


def is_all_held(producer_id: int) -> bool:
    """Whether a request or a restriction stands that is about all that is hers, what she lists later too."""
    return takedowns_of_all(producer_id).exists() or restrictions_of_all(producer_id).exists()


def takedowns_of_all(*producer_ids: int) -> QuerySet[AuthorityRequest]:
    """The takedowns of all that is theirs that were carried out and not lifted since."""
    return AuthorityRequest.objects.filter(
        producer__in=producer_ids, names_all=True, kind=RequestKind.TAKEDOWN, state=RequestState.DONE
    )


def restrictions_of_all(*producer_ids: int) -> QuerySet[Restriction]:
    """The restrictions of all that is theirs that are in force."""
    return Restriction.objects.filter(producer__in=producer_ids, listing=None, state=RestrictionState.CARRIED_OUT)


def why_stays_suspended(producer_id: int) -> str:
    """Why she cannot be let sell again on her own page, and where she can; empty if nothing holds all that is hers."""
    if request := takedowns_of_all(producer_id).first():
        return (
            f"Chưa cho bán lại được: còn yêu cầu số {request.document_no} của {request.authority} gỡ mọi mặt hàng. "
            "Hết lý do thì cho bán lại ở trang của yêu cầu đó."
        )
    if restrictions_of_all(producer_id).exists():
        return "Chưa cho bán lại được: đang hạn chế bán mọi mặt hàng. Hết lý do thì thôi hạn chế ở trang hạn chế đó."
    return ""


def requests_seen_by(user: AnyUser) -> QuerySet[AuthorityRequest]:
    """The requests about producers whom the user moderates or oversees."""
    return AuthorityRequest.objects.filter(producer__in=_producers_seen_by(user)).select_related(
        "producer__commune__province", "done_by", "recorded_by"
    )


def requests_in(requests: QuerySet[AuthorityRequest], *, is_open: bool) -> QuerySet[AuthorityRequest]:
    """Those that wait, the most urgent first; or those that are done, the newest first."""
    if is_open:
        return requests.filter(state=RequestState.OPEN).order_by("due_at", "pk")
    return requests.exclude(state=RequestState.OPEN).order_by("-received_at", "-pk")


def restrictions_seen_by(user: AnyUser) -> QuerySet[Restriction]:
    """The restrictions of producers whom the user moderates or oversees."""
    return _shown(Restriction.objects.filter(producer__in=_producers_seen_by(user)))


def restrictions_told_to(user: AnyUser) -> QuerySet[Restriction]:
    """The restrictions that concern producers whom the user serves."""
    return _shown(Restriction.objects.filter(producer__in=producers_served_by(user)))


def restrictions_in(restrictions: QuerySet[Restriction], tab: str) -> QuerySet[Restriction]:
    """Those of one tab: announced (the first to begin first), in force, or ended."""
    states = {"bao": PENDING, "dang": frozenset({RestrictionState.CARRIED_OUT})}
    ended = frozenset({RestrictionState.WITHDRAWN, RestrictionState.LIFTED})
    return restrictions.filter(state__in=states.get(tab, ended)).order_by("earliest_date", "pk")


def _producers_seen_by(user: AnyUser) -> QuerySet[Producer]:
    return Producer.objects.all() if is_administrator(user) else producers_overseen_by(user)


def _shown(restrictions: QuerySet[Restriction, Any]) -> QuerySet[Restriction]:
    return restrictions.select_related("producer__commune__province", "producer__point", "listing__product", "sent_by")

"""The approver's queue: new listings and changes in one list, the longest waiting first."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet, TextChoices, Value

from catalog.approvals.changes.queries import changes_awaiting_review, risks_of_changes
from catalog.approvals.deadlines import is_overdue, overdue_before
from catalog.approvals.queries import listings_awaiting_review, risk_facts
from catalog.approvals.risk import Finding, RiskLevel, findings, level, needs_a_person
from catalog.changes.models import ChangeRequest
from catalog.listings.models import Listing
from catalog.listings.states import ListingState
from common.audit.services import name_of
from common.rules.clocks import age_in_words
from producers.directory.queries import AnyUser


class Kind(TextChoices):
    """What waits."""

    NEW = "moi", "Hàng mới"
    CHANGE = "sua", "Bản sửa"


Key = tuple[str, int, datetime]
"""Kind, number and moment of sending of one thing that waits."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing of the queue with its age and what the rules found in it."""

    kind: Kind
    pk: int
    listing: Listing
    sent_at: datetime
    age: str
    is_overdue: bool
    findings: list[Finding]
    reviewer: str = ""

    @property
    def level(self) -> RiskLevel:
        """How closely to look."""
        return level(self.findings)

    @property
    def can_go_with_others(self) -> bool:
        """Whether it may be approved together with others: new, low in risk, and no rule wants a person for it."""
        is_plain = self.level == RiskLevel.LOW and not needs_a_person(self.findings)
        return is_plain and self.kind == Kind.NEW and self.listing.state == ListingState.SUBMITTED

    @property
    def mark(self) -> str:
        """Names the thing, as it was when the page was made, in a form."""
        return f"{self.pk}@{self.sent_at.isoformat()}"


def waiting_keys(
    user: AnyUser, *, kind: str = "", commune: str = "", before: datetime | None = None, after: Key | None = None
) -> QuerySet[Any, Any]:
    """Everything that waits for the user, of that kind and commune, sent before that moment: keys, the oldest first.

    With `after`, what stands behind that key, whether or not it still waits itself.
    """
    listings, changes = listings_awaiting_review(user).order_by(), changes_awaiting_review(user).order_by()
    if commune:
        listings, changes = (
            listings.filter(producer__commune=commune),
            changes.filter(listing__producer__commune=commune),
        )
    if before:
        listings, changes = listings.filter(submitted_at__lt=before), changes.filter(submitted_at__lt=before)
    parts: list[QuerySet[Any, Any]] = [
        rows.filter(_behind(after, of)).annotate(kind=Value(of.value)).values_list("kind", "pk", "submitted_at")
        for of, rows in ((Kind.NEW, listings), (Kind.CHANGE, changes))
        if kind in ("", of)
    ]
    return parts[0].union(*parts[1:], all=True).order_by("submitted_at", "kind", "pk")


def number_overdue(user: AnyUser, *, at: datetime) -> int:
    """How many should have been decided by now."""
    return waiting_keys(user, before=overdue_before(at)).count()


def communes_waiting(user: AnyUser, *, before: datetime | None = None) -> list[tuple[str, str, int]]:
    """The communes of what waits, sent before that moment if one is given: code, name, how many."""
    numbers: Counter[tuple[str, str]] = Counter()
    for rows, commune in (
        (listings_awaiting_review(user), "producer__commune"),
        (changes_awaiting_review(user), "listing__producer__commune"),
    ):
        if before:
            rows = rows.filter(submitted_at__lt=before)
        counted = rows.order_by().values_list(commune, f"{commune}__name").annotate(number=Count("pk"))
        for code, name, number in counted:
            numbers[code, name] += number
    return [(code, name, number) for (code, name), number in sorted(numbers.items(), key=lambda each: each[0][1])]


def as_waiting(user: AnyUser, keys: Iterable[Key], *, at: datetime) -> list[Waiting]:
    """What the keys name, in their order, with age and risk; as many queries for one as for many."""
    order = list(keys)
    listings = listings_awaiting_review(user).in_bulk(_numbers(order, Kind.NEW))
    changes = changes_awaiting_review(user).in_bulk(_numbers(order, Kind.CHANGE))
    facts, risks = risk_facts(listings.values()), risks_of_changes(changes.values())
    rows = []
    for kind, pk, _ in order:
        if kind == Kind.NEW and pk in listings:
            rows.append(_listing(listings[pk], findings(facts[pk]), at=at))
        elif kind == Kind.CHANGE and pk in changes:
            rows.append(_change(changes[pk], risks[pk], at=at))
    return rows


def _behind(key: Key | None, kind: Kind) -> Q:
    """What is of that kind and stands behind the key, in the order of moment, kind and number."""
    if key is None:
        return Q()
    of, pk, sent_at = key
    same_moment = Q(submitted_at=sent_at)
    if kind == of:
        return Q(submitted_at__gt=sent_at) | same_moment & Q(pk__gt=pk)
    return Q(submitted_at__gt=sent_at) | same_moment if kind > of else Q(submitted_at__gt=sent_at)


def _numbers(keys: Sequence[Key], kind: Kind) -> list[int]:
    return [pk for of, pk, _ in keys if of == kind]


def _listing(listing: Listing, found: list[Finding], *, at: datetime) -> Waiting:
    sent = listing.submitted_at or at
    reviewer = name_of(listing.reviewer) if listing.reviewer else ""
    return _waiting(Kind.NEW, listing.pk, listing, sent, found, at=at, reviewer=reviewer)


def _change(change: ChangeRequest, found: list[Finding], *, at: datetime) -> Waiting:
    return _waiting(Kind.CHANGE, change.pk, change.listing, change.submitted_at or at, found, at=at)


def _waiting(
    kind: Kind, pk: int, listing: Listing, sent: datetime, found: list[Finding], *, at: datetime, reviewer: str = ""
) -> Waiting:
    return Waiting(kind, pk, listing, sent, age_in_words(sent, at=at), is_overdue(sent, at=at), found, reviewer)

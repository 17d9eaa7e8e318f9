"""What would be merged, for the page that asks before it is done."""

from dataclasses import dataclass

from django.db.models import Count
from oscar.apps.order.models import Line

from catalog.listings.models import Listing
from catalog.listings.states import ListingState
from catalog.ocop.models import Certificate
from producers.applications.queries import version_of
from producers.consents.queries import consent_history, consents_of
from producers.consents.states import ConsentScope
from producers.directory.models import Producer
from producers.directory.states import MERGEABLE, ProducerState


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two records with what hangs on it."""

    producer: Producer
    goods: list[str]
    certificates: int
    orders: int
    agrees_to: list[str]
    was_asked: bool


def side_of(producer: Producer) -> Side:
    """One side of the preview."""
    counts = dict(Listing.objects.filter(producer=producer).order_by().values_list("state").annotate(n=Count("pk")))
    agreed = consents_of([producer])[producer.pk]
    return Side(
        producer=producer,
        goods=[f"{counts[state]} {state.label.lower()}" for state in ListingState if counts.get(state)],
        certificates=Certificate.objects.filter(holder=producer).count(),
        orders=Line.objects.filter(partner=producer.partner_id).values("order").distinct().count(),
        agrees_to=[str(scope.label) for scope in ConsentScope if scope in agreed],
        was_asked=consent_history(producer).exists(),
    )


def stricter_loss(merged: Producer, into: Producer) -> list[str]:
    """The scopes that the surviving record agrees to and the other, when she was asked there, does not.

    Where she was never asked there is no word of hers to be stricter than.
    """
    if not consent_history(merged).exists():
        return []
    agreed = consents_of([merged, into])
    return [scope.value for scope in ConsentScope if scope in agreed[into.pk] - agreed[merged.pk]]


def seen_of(merged: Producer, into: Producer) -> str:
    """The version of both records that the page shows."""
    return f"{version_of(merged)}|{version_of(into)}"


def why_not_merged(merged: Producer, into: Producer) -> str:
    """Why the states of the two forbid it, or nothing."""
    if merged.pk == into.pk:
        return "Đây là cùng một hồ sơ."
    for producer in (merged, into):
        if producer.merged_into_id:
            return f"{producer.name} đã được gộp vào hồ sơ khác."
        if producer.state not in MERGEABLE:
            return f"Hồ sơ của {producer.name} đang ở mục “{ProducerState(producer.state).label}”, chưa gộp được."
    return ""

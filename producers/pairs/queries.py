"""Likely pairs among the producers whom somebody serves or decides on."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from common.text import fold
from producers.applications.queries import applications_under
from producers.directory.models import Producer
from producers.directory.names import bare_name
from producers.directory.queries import AnyUser, producers_of_points_of
from producers.pairs.likely import Known, Pair, likely_pairs
from producers.pairs.models import TwoPeople

MOST_SHOWN = 200
COMPARED = ("pk", "name", "name_key", "commune", "village", "phone", "tax_code")


@dataclass(frozen=True, slots=True)
class ShownPair:
    """A pair with both records."""

    one: Producer
    other: Producer
    why: str


def compared_by(user: AnyUser) -> QuerySet[Producer]:
    """The records that the user may lay beside each other: of the officer's points, or of the approver's provinces."""
    served, decided = producers_of_points_of(user).values("pk"), applications_under(user).values("pk")
    return Producer.objects.filter(Q(pk__in=served) | Q(pk__in=decided))


def pairs_for(user: AnyUser) -> list[Pair]:
    """The likely pairs that nobody has said to be two people, the likeliest first; the first 200."""
    villages: dict[str, str] = {}
    rows = compared_by(user).filter(merged_into__isnull=True).order_by("pk").values_list(*COMPARED)
    known = [
        Known(pk, bare_name(name), key, commune, villages.setdefault(village, fold(village)), phone, code)
        for pk, name, key, commune, village, phone, code in rows
    ]
    told_apart = set(TwoPeople.objects.values_list("one", "other"))
    return [pair for pair in likely_pairs(known) if (pair.one, pair.other) not in told_apart][:MOST_SHOWN]


def shown_pairs(pairs: list[Pair]) -> list[ShownPair]:
    """The pairs of one page with their records; one query."""
    ids = {pk for pair in pairs for pk in (pair.one, pair.other)}
    rows = Producer.objects.select_related("commune__province", "point").in_bulk(ids)
    return [ShownPair(rows[pair.one], rows[pair.other], pair.why) for pair in pairs]

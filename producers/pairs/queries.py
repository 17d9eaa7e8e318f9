"""Likely pairs among the producers whom somebody serves or decides on."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from common.text import fold
from producers.applications.queries import records_under
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
    """The records that the user may lay beside each other, drafts too: of the officer's points, or of the approver's
    provinces."""
    served, merged = producers_of_points_of(user).values("pk"), records_under(user).values("pk")
    return Producer.objects.filter(Q(pk__in=served) | Q(pk__in=merged))


def pairs_for(user: AnyUser) -> list[Pair]:
    """The likely pairs that nobody has said to be two people, the likeliest first; the first 200."""
    return _pairs_among(compared_by(user))[:MOST_SHOWN]


def pairs_of(producer: Producer, user: AnyUser) -> list[Pair]:
    """The likely pairs that the producer is one of, the likeliest first; two queries."""
    same = Q(commune=producer.commune_id)
    for name in ("phone", "tax_code"):
        if value := getattr(producer, name):
            same |= Q(**{name: value})
    return [pair for pair in _pairs_among(compared_by(user).filter(same)) if producer.pk in (pair.one, pair.other)]


def same_code_elsewhere(producer: Producer, user: AnyUser) -> QuerySet[Producer]:
    """Others with her tax code whom the user cannot lay beside her: another province knows them."""
    if not producer.tax_code:
        return Producer.objects.none()
    others = Producer.objects.filter(tax_code=producer.tax_code, merged_into__isnull=True).exclude(pk=producer.pk)
    return others.exclude(pk__in=compared_by(user).values("pk")).select_related("commune__province").order_by("pk")


def _pairs_among(records: QuerySet[Producer]) -> list[Pair]:
    villages: dict[str, str] = {}
    rows = records.filter(merged_into__isnull=True).order_by("pk").values_list(*COMPARED)
    known = [
        Known(pk, bare_name(name), key, commune, villages.setdefault(village, fold(village)), phone, code)
        for pk, name, key, commune, village, phone, code in rows
    ]
    told_apart = set(TwoPeople.objects.values_list("one", "other"))
    return [pair for pair in likely_pairs(known) if (pair.one, pair.other) not in told_apart]


def shown_pairs(pairs: list[Pair]) -> list[ShownPair]:
    """The pairs of one page with their records; one query."""
    ids = {pk for pair in pairs for pk in (pair.one, pair.other)}
    rows = Producer.objects.select_related("commune__province", "point").in_bulk(ids)
    return [ShownPair(rows[pair.one], rows[pair.other], pair.why) for pair in pairs]

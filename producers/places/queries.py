"""Find provinces and communes by code, by the name of today, or by a former commune, district or province."""

from dataclasses import dataclass

from django.db.models import Q

from common.text import vietnamese_key
from producers.places.matching import (
    PREFIX_FROM,
    UPPER_PREFIX_FROM,
    FormerRow,
    Found,
    Hit,
    best_hits,
    hits_by_former,
    hits_by_name,
    hits_by_village,
    likely_hits,
)
from producers.places.models import Commune, FormerCommune, Province
from producers.places.names import Level, Sought, readings

CODE_LENGTH = 5
MOST_CANDIDATES = 12
"""As many as a person reads through to choose one."""


@dataclass(frozen=True, slots=True)
class CommuneMatch:
    """A commune that fits what was typed, and how it was found."""

    commune: Commune
    hit: Hit

    @property
    def note(self) -> str:
        """Why it fits, if not by its own name: "thị trấn Mường Chà cũ, huyện Mường Chà"."""
        return self.hit.note

    @property
    def label(self) -> str:
        """What to show: "Xã Na Sang, Điện Biên"."""
        return self.commune.full_name


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several communes, or one that is only likely: the person must choose."""

    matches: list[CommuneMatch]


def provinces_in_order() -> list[Province]:
    """The provinces of today in Vietnamese alphabetical order."""
    current = Province.objects.filter(valid_to__isnull=True)
    return sorted(current, key=lambda province: vietnamese_key(province.name))


def find_communes(text: str, *, province: Province | str | None = None, limit: int = 10) -> list[CommuneMatch]:
    """The communes that fit what was typed, the best first, with at most two queries.

    1. Former places that fit are read first; with larger places typed after the name, also those of every commune
       that bears the name, for they tell where it lies.
    2. The communes that bear the name, and those the best former places lead to, are read together.
    """
    sought = readings(text)
    if not sought:
        return []
    rows = _former_rows(sought, province)
    hits = [hit for one in sought for hit in (*hits_by_former(one, rows), *hits_by_village(one))]
    hits = best_hits([*hits, *_hit_by_code(text, sought[0])], limit)
    communes = _communes(sought, {hit.code for hit in hits}, province)
    hits += [hit for one in sought for hit in hits_by_name(one, communes.values(), rows)]
    best = best_hits((hit for hit in hits if hit.code in communes), limit)
    return [CommuneMatch(communes[hit.code], hit) for hit in best]


def commune_by_text(text: str, province: Province | str | None = None) -> Commune | Ambiguous | None:
    """The one commune meant, or those it may be, or None.

    Today's name with its kind word is official and settles it. A bare name is settled only if no other commune was
    called so: "Mường Chà" may be the commune of today or the former town, now in Na Sang.
    """
    matches = find_communes(text, province=province, limit=MOST_CANDIDATES)
    likely = likely_hits([match.hit for match in matches])
    if len(likely) == 1:
        return next(match.commune for match in matches if match.hit is likely[0])
    return Ambiguous([match for match in matches if not likely or match.hit in likely]) if matches else None


def _hit_by_code(text: str, sought: Sought) -> list[Hit]:
    code = text.strip()
    is_code = len(code) == CODE_LENGTH and code.isascii() and code.isdecimal()
    return [Hit(code, "", Found.CODE, sought)] if is_code else []


def _former_rows(sought: list[Sought], province: Province | str | None) -> list[FormerRow]:
    wanted = Q()
    for one in sought:
        if Level.COMMUNE in one.levels:
            wanted |= _named("folded", one, PREFIX_FROM)
            if one.around:
                wanted |= _named("commune__folded", one, PREFIX_FROM)
        if Level.DISTRICT in one.levels and one.is_whole:
            wanted |= _named("folded_district", one, UPPER_PREFIX_FROM)
        if Level.PROVINCE in one.levels and one.is_whole:
            wanted |= _named("folded_province", one, UPPER_PREFIX_FROM)
    rows = FormerCommune.objects.filter(wanted, commune__valid_to__isnull=True)
    if province:
        rows = rows.filter(commune__province=province)
    columns = ("commune_id", "name", "district", "province_name", "extent")
    folded = ("folded", "folded_district", "folded_province")
    now = ("commune__name", "commune__folded", "commune__province__folded")
    return [FormerRow(*row) for row in rows.values_list(*columns, *folded, *now)]


def _communes(sought: list[Sought], codes: set[str], province: Province | str | None) -> dict[str, Commune]:
    wanted = Q(pk__in=codes)
    for one in sought:
        if Level.COMMUNE in one.levels:
            wanted |= _named("folded", one, PREFIX_FROM)
        if Level.PROVINCE in one.levels and one.is_whole:
            wanted |= _named("province__folded", one, UPPER_PREFIX_FROM)
    communes = Commune.objects.filter(wanted, valid_to__isnull=True).select_related("province")
    if province:
        communes = communes.filter(province=province)
    return {commune.code: commune for commune in communes}


def _named(column: str, sought: Sought, prefix_from: int) -> Q:
    is_prefix = sought.is_whole and len(sought.folded) >= prefix_from
    return Q(**{f"{column}__startswith" if is_prefix else column: sought.folded})

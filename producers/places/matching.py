"""How well a place fits what was typed: today's name before a former one, marked letters before folded ones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from common.text import vietnamese_key
from producers.places.models import Commune, Extent
from producers.places.names import Level, Sought, is_inside, without_kind

PREFIX_FROM = 2
"""Letters from which the beginning of a commune's name is enough."""
UPPER_PREFIX_FROM = 4
"""The same for districts and provinces, which bring many communes each."""

VILLAGES = {"na sang": ("03358", "có bản Na Sang 1, bản Na Sang 2")}
"""Villages better known than their commune while another commune bears their name."""


class Found(IntEnum):
    """By what a commune was found, the best first."""

    CODE = 0
    NAME = 1
    FORMER = 2
    NAME_FOLDED = 3
    FORMER_FOLDED = 4
    FORMER_PART = 5
    VILLAGE = 6
    NAME_BEGINS = 7
    NAME_BEGINS_FOLDED = 8
    DISTRICT = 9
    DISTRICT_FOLDED = 10
    FORMER_BEGINS = 11
    FORMER_BEGINS_FOLDED = 12
    DISTRICT_BEGINS = 13
    DISTRICT_BEGINS_FOLDED = 14
    PROVINCE = 15


BY_OWN_NAME = frozenset({Found.CODE, Found.NAME, Found.NAME_FOLDED})
BY_MARKED_NAME = frozenset({Found.CODE, Found.NAME, Found.FORMER})
BY_WHOLE_NAME = frozenset({*BY_OWN_NAME, Found.FORMER, Found.FORMER_FOLDED, Found.VILLAGE})
BY_LARGER_PLACE = frozenset({Found.DISTRICT, Found.DISTRICT_FOLDED, Found.PROVINCE})


class FormerRow(NamedTuple):
    """A former commune with what is needed of today's commune and province."""

    commune_id: str
    name: str
    district: str
    province_name: str
    extent: str
    folded: str
    folded_district: str
    folded_province: str
    now_name: str
    now_folded: str
    now_province: str

    @property
    def larger(self) -> set[str]:
        """The folded names of the district and provinces it lay and lies in."""
        return {self.folded_district, self.folded_province, self.now_province}


@dataclass(frozen=True, slots=True)
class Hit:
    """One way in which a commune fits; hits are sorted by `order`."""

    code: str
    name: str
    found: Found
    sought: Sought
    is_kind_right: bool = False
    note: str = ""

    @property
    def order(self) -> tuple[int, bool, str, str]:
        """What comes first: the better fit, the typed kind, the alphabet."""
        return (self.found, not self.is_kind_right, vietnamese_key(self.name), self.code)


def best_hits(hits: Iterable[Hit], limit: int) -> list[Hit]:
    """The best hit of each commune, the best communes first."""
    best: dict[str, Hit] = {}
    for hit in sorted(hits, key=lambda hit: hit.order):
        best.setdefault(hit.code, hit)
    return list(best.values())[:limit]


def hits_by_former(sought: Sought, rows: Iterable[FormerRow]) -> Iterator[Hit]:
    """Today's communes that the name fits by a former commune, district or province."""
    for row in rows:
        fit = _fit_former(sought, row)
        if fit and is_inside(sought.around, row.larger | {row.now_folded}):
            found, kind, note = fit
            is_kind_right = bool(sought.kind) and kind.lower().startswith(f"{sought.kind} ")
            yield Hit(row.commune_id, row.now_name, found, sought, is_kind_right, note)


def hits_by_name(sought: Sought, communes: Iterable[Commune], rows: Iterable[FormerRow]) -> Iterator[Hit]:
    """Communes that fit by the name they or their province bear today."""
    larger: dict[str, set[str]] = {}
    for row in rows:
        larger.setdefault(row.commune_id, set()).update(row.larger)
    for commune in communes:
        found = _fit_own(sought, commune)
        if found is None:
            continue
        if is_inside(sought.around, larger.get(commune.code, set()) | {commune.province.folded}):
            is_kind_right = bool(sought.kind) and commune.get_kind_display().lower() == sought.kind
            yield Hit(commune.code, commune.name, found, sought, is_kind_right)


def hits_by_village(sought: Sought) -> Iterator[Hit]:
    """Communes that hold a well-known village of that name."""
    if sought.folded in VILLAGES and not sought.around:
        code, note = VILLAGES[sought.folded]
        yield Hit(code, "", Found.VILLAGE, sought, note=note)


def likely_hits(hits: list[Hit]) -> list[Hit]:
    """Those of the sorted hits that a whole name can mean; one if the name settles it, none if it is only begun.

    1. A name typed with diacritics means the places spelled so; the whole text goes before a text cut in two.
    2. A typed kind word that is right settles it, and today's places go before former ones.
    3. A former commune is not enough where a district or province bore the name too ("Điện Biên").
    """
    likely = [hit for hit in hits if hit.found in BY_WHOLE_NAME]
    likely = likely or [hit for hit in hits if hit.found == Found.FORMER_PART]
    if any(hit.sought.has_marks for hit in likely):
        likely = [hit for hit in likely if hit.found in BY_MARKED_NAME] or likely
    right = [hit for hit in likely if hit.is_kind_right]
    if right:
        return [hit for hit in right if hit.found in BY_OWN_NAME] or right
    longest = max((len(hit.sought.folded) for hit in likely), default=0)
    likely = [hit for hit in likely if len(hit.sought.folded) == longest]
    if any(hit.found in BY_OWN_NAME for hit in likely):
        return likely
    return likely + [hit for hit in hits if hit.found in BY_LARGER_PLACE and likely]


def _fit_own(sought: Sought, commune: Commune) -> Found | None:
    if Level.COMMUNE in sought.levels:
        if commune.folded == sought.folded:
            return Found.NAME if _same(commune.name, sought) else Found.NAME_FOLDED
        if _begins(commune.folded, sought, PREFIX_FROM):
            marked = commune.name.lower().startswith(sought.spelled)
            return Found.NAME_BEGINS if marked else Found.NAME_BEGINS_FOLDED
    if Level.PROVINCE in sought.levels and sought.is_whole:
        province = commune.province.folded
        if province == sought.folded or _begins(province, sought, UPPER_PREFIX_FROM):
            return Found.PROVINCE
    return None


def _fit_former(sought: Sought, row: FormerRow) -> tuple[Found, str, str] | None:
    """By what the row fits, the official name that fits, and the note for people."""
    if Level.COMMUNE in sought.levels:
        name = without_kind(row.name)
        note = _note_of_commune(row)
        if row.folded == sought.folded:
            found = Found.FORMER if _same(name, sought) else Found.FORMER_FOLDED
            return (Found.FORMER_PART if row.extent == Extent.PART else found), row.name, note
        if _begins(row.folded, sought, PREFIX_FROM):
            marked = name.lower().startswith(sought.spelled)
            return (Found.FORMER_BEGINS if marked else Found.FORMER_BEGINS_FOLDED), row.name, note
    if Level.DISTRICT in sought.levels and sought.is_whole:
        name, note = without_kind(row.district), f"{_small(row.district)} cũ"
        if row.folded_district == sought.folded:
            return (Found.DISTRICT if _same(name, sought) else Found.DISTRICT_FOLDED), row.district, note
        if _begins(row.folded_district, sought, UPPER_PREFIX_FROM):
            marked = name.lower().startswith(sought.spelled)
            return (Found.DISTRICT_BEGINS if marked else Found.DISTRICT_BEGINS_FOLDED), row.district, note
    if Level.PROVINCE in sought.levels and sought.is_whole:
        province = row.folded_province
        if province == sought.folded or _begins(province, sought, UPPER_PREFIX_FROM):
            return Found.PROVINCE, row.province_name, f"{_small(row.province_name)} cũ"
    return None


def _same(name: str, sought: Sought) -> bool:
    return vietnamese_key(name) == vietnamese_key(sought.spelled)


def _begins(folded: str, sought: Sought, least: int) -> bool:
    return sought.is_whole and len(sought.folded) >= least and folded.startswith(sought.folded)


def _note_of_commune(row: FormerRow) -> str:
    part = "một phần " if row.extent == Extent.PART else ""
    return f"{part}{_small(row.name)} cũ, {_small(row.district)}"


def _small(name: str) -> str:
    """An official name within a sentence: "Huyện Tủa Chùa" is "huyện Tủa Chùa"."""
    bare = without_kind(name)
    return name.removesuffix(bare).lower() + bare

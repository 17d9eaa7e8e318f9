"""Find records that may be one producer, among ten thousand at once.

1. The same tax code is the same producer.
2. The same words of a name (titles, marks and order left out) in one commune are most likely one.
3. A near name in the same village is likely one: a slip of the finger, a letter heard wrongly.
4. The same phone counts only with a name that is not far: it may be the family's or the village head's.

Records are compared within a commune's village or a telephone only, so the work grows with the number of producers.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.fuzz import ratio

NEAR, NOT_FAR = 90, 75
SAME_TAX_CODE, SAME_NAME, SAME_PHONE, NEAR_NAME = 100, 96, 93, 90


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared of one record: the bare name as it stands, and with its words in order; the folded village."""

    pk: int
    name: str
    name_key: str
    commune: str
    village: str
    phone: str
    tax_code: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records, the older first, how likely they are one from 0 to 100, and why."""

    one: int
    other: int
    score: int
    why: str


def likely_pairs(known: Iterable[Known]) -> list[Pair]:
    """Every likely pair once, with its strongest reason, the likeliest first."""
    rows = list(known)
    best: dict[tuple[int, int], Pair] = {}
    for pair in _all(rows):
        kept = best.get((pair.one, pair.other))
        if kept is None or kept.score < pair.score:
            best[pair.one, pair.other] = pair
    return sorted(best.values(), key=lambda pair: (-pair.score, pair.one, pair.other))


def _all(rows: list[Known]) -> Iterator[Pair]:
    for one, other in _together(rows, lambda row: row.tax_code):
        yield _pair(one, other, SAME_TAX_CODE, "Cùng mã số thuế")
    for one, other in _together(rows, lambda row: row.name_key and (row.commune, row.name_key)):
        yield _pair(one, other, SAME_NAME, "Cùng tên, cùng xã")
    for one, other in _together(rows, lambda row: row.village and (row.commune, row.village)):
        if ratio(one.name, other.name, score_cutoff=NEAR):
            yield _pair(one, other, NEAR_NAME, "Tên gần giống, cùng thôn bản")
    for one, other in _together(rows, lambda row: row.phone):
        if ratio(one.name, other.name, score_cutoff=NOT_FAR):
            yield _pair(one, other, SAME_PHONE, "Cùng số điện thoại, tên gần giống")


def _together(rows: list[Known], key: Callable[[Known], Hashable]) -> Iterator[tuple[Known, Known]]:
    """Every two records with the same key; those without one stand alone."""
    groups: defaultdict[Hashable, list[Known]] = defaultdict(list)
    for row in rows:
        if found := key(row):
            groups[found].append(row)
    for group in groups.values():
        yield from combinations(group, 2)


def _pair(one: Known, other: Known, score: int, why: str) -> Pair:
    first, second = sorted((one.pk, other.pk))
    return Pair(first, second, score, why)

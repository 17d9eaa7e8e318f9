"""Which product and holder of the market a row of a decision means, how sure that is, and why.

1. Products whose folded name is near, by whatever order of words, are candidates.
2. Where none is, products of the same holder whose name has all words of the row's name, or the other way round, are
   for a person to choose from.
3. A holder who is another, or a place that is another, speaks against a candidate; the same ones speak for it.
4. One candidate with the same name and the same holder is exact; one that stands clearly before all others is likely;
   several that are as near are for a person to choose from.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from catalog.decision_lists.names import own_name, product_name, subject_name
from catalog.listings.states import ListingState

NEAR_NAME = 78
SAME_NAME = 97
NEAR_HOLDER = 84
FAR_HOLDER = 60
LIKELY = 84
AHEAD = 6
MOST_SHOWN = 5
LOOKED_AT = 12
PART = 80
"""What a part of a name is worth: too little to be likely by itself."""
NOT_THE_SELLER = (
    "Danh sách ghi chủ thể “{}”, không phải người bán. Nhờ cán bộ xã ghi giấy kèm tên chủ thể ấy rồi xem lại; "
    "nếu vẫn là một thì ghi lý do."
)
IN_PART = ("Tên là một phần của tên kia", "chủ thể trùng")


class Sure(StrEnum):
    """How sure a match is."""

    EXACT = "exact"
    LIKELY = "likely"
    SEVERAL = "several"
    NONE = "none"


SURE_WORDS = {
    Sure.EXACT: "đúng",
    Sure.LIKELY: "có lẽ đúng",
    Sure.SEVERAL: "chưa chắc",
    Sure.NONE: "không thấy",
}


@dataclass(frozen=True, slots=True)
class Known:
    """A product of the market: its number and name, where it stands, its holder and the code of the holder's commune.

    `why_not` says why the seller can hold no certificate for it; empty if she can. Where another subject stands on the
    product's newest paper, the holder is that one, with its `subject_kind` and `subject_why_not`, beside the `seller`.
    """

    product_id: int
    title: str
    state: str
    holder: str
    commune: str
    why_not: str = ""
    subject_kind: str = ""
    subject_why_not: str = ""
    seller: str = ""

    def is_of_subject(self, written: str) -> bool:
        """Whether a row that names this holder, or none, means the other subject of the paper before."""
        return bool(self.subject_kind) and (not written or subject_likeness(written, self.holder) >= NEAR_HOLDER)

    def why_not_of(self, written: str) -> str:
        """Why whom the row names can hold no certificate for it, or that it is nobody known; empty if it can."""
        if self.is_of_subject(written):
            return self.subject_why_not
        if written and subject_likeness(written, self.seller or self.holder) < FAR_HOLDER:
            return NOT_THE_SELLER.format(written)
        return self.why_not

    @property
    def stands(self) -> str:
        """Where it stands, in words."""
        return str(ListingState(self.state).label).lower()

    def __str__(self) -> str:
        return f"{self.title} – {self.holder} ({self.stands})"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A product that a row may mean, from 0 to 100, and why."""

    product_id: int
    score: float
    reasons: tuple[str, ...]
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Match:
    """How sure it is, and the candidates, the best first."""

    sure: Sure
    candidates: tuple[Candidate, ...]

    @property
    def reason(self) -> str:
        """Why, in plain words."""
        if not self.candidates:
            return "Không có món nào trên chợ tên gần như vậy."
        return "; ".join(self.candidates[0].reasons) + "."


class Stall:
    """The products of a province, folded once, to be asked row by row."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known = list(known)
        self._names = [product_name(each.title) for each in self._known]

    def match(self, title: str, holder: str, communes: frozenset[str]) -> Match:
        """What a row means; `communes` are the codes that its place may be, none if it names no place."""
        wanted = product_name(title)
        if not wanted:
            return Match(Sure.NONE, ())
        near = process.extract(
            wanted, self._names, scorer=fuzz.token_sort_ratio, limit=LOOKED_AT, score_cutoff=NEAR_NAME
        )
        judged = (self._candidate(self._known[at], score, holder, communes) for _, score, at in near)
        found = sorted((each for each in judged if each), key=lambda each: (-each.score, each.product_id))
        found = found or self._in_part(wanted, holder, communes)
        return Match(_sure(found), tuple(found[:MOST_SHOWN]))

    def _in_part(self, wanted: str, holder: str, communes: frozenset[str]) -> list[Candidate]:
        """The holder's products whose name has all words of the row's, or the other way round."""
        if not holder:
            return []
        parts = process.extract(wanted, self._names, scorer=fuzz.token_set_ratio, limit=None, score_cutoff=100)
        hers = (self._known[at] for _, _, at in parts)
        return [
            Candidate(known.product_id, PART, (*IN_PART, *_place_said(known, communes)), is_exact=False)
            for known in hers
            if subject_likeness(holder, known.holder) >= SAME_NAME
        ]

    def _candidate(self, known: Known, score: float, holder: str, communes: frozenset[str]) -> Candidate | None:
        reasons = ["Tên trùng" if score >= SAME_NAME else f"Tên giống {score:.0f}%"]
        likeness = subject_likeness(holder, known.holder)
        is_place_right = known.commune in communes
        if holder and likeness < FAR_HOLDER and not is_place_right:
            return None
        is_exact = score >= SAME_NAME
        if holder:
            reasons.append("chủ thể trùng" if likeness >= SAME_NAME else f"chủ thể giống {likeness:.0f}%")
            score = 0.6 * score + 0.4 * likeness
        else:
            reasons.append("danh sách không ghi chủ thể")
        if communes:
            reasons += _place_said(known, communes)
            score += 4 if is_place_right else -8
        is_exact = is_exact and likeness >= SAME_NAME and (is_place_right or not communes)
        return Candidate(known.product_id, round(min(score, 100), 1), tuple(reasons), is_exact)


def _place_said(known: Known, communes: frozenset[str]) -> list[str]:
    """Whether the place is the right one, if the row names one."""
    return ["đúng xã" if known.commune in communes else "khác xã"] if communes else []


def subject_likeness(written: str, known: str) -> float:
    """How near two subjects' names are, from 0 to 100: whole, in short forms, or without their kinds."""
    if not written:
        return 0
    whole = fuzz.token_sort_ratio(subject_name(written), subject_name(known))
    bare = fuzz.token_sort_ratio(own_name(written), own_name(known))
    return max(whole, bare)


def _sure(found: Sequence[Candidate]) -> Sure:
    if not found:
        return Sure.NONE
    exact = [each for each in found if each.is_exact]
    if len(exact) == 1:
        return Sure.EXACT
    best, *others = found
    if others and best.score - others[0].score < AHEAD:
        return Sure.SEVERAL
    return Sure.LIKELY if best.score >= LIKELY else Sure.SEVERAL

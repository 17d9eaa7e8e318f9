"""Tell whether two names may be one producer's.

1. Titles in front are left out: "Hộ bà Lò Thị Mai" is "Lò Thị Mai". A title counts only with its own tone mark or
   with none at all, for Hồ, Tô and Bá are names.
2. What is left is folded and compared as typed and with its words in order, so "Mai Lò Thị" is found too.
3. Names that agree to 85 in 100 letters are near: one slip of the finger, one letter heard wrongly.
"""

from collections.abc import Iterable
from difflib import SequenceMatcher

from common.text import fold, normalise
from producers.directory.models import Producer

NEAR = 0.85
MOST_SHOWN = 5
TITLES = (
    "hợp tác xã",
    "tổ hợp tác",
    *("htx", "tht", "tổ", "hộ", "bà", "ông", "cô", "chú", "bác", "chị", "anh", "em", "cụ"),
)
_TITLES = sorted({form for title in TITLES for form in (title, fold(title))}, key=len, reverse=True)


def bare_name(name: str) -> str:
    """The folded name without titles in front; a name of titles alone stays as it is."""
    rest = normalise(name).lower()
    while title := next((title for title in _TITLES if rest.startswith(f"{title} ")), None):
        rest = rest.removeprefix(title).strip()
    return fold(rest)


def likeness(one: str, other: str) -> float:
    """How near two names are, from 0 to 1, whatever their titles, marks and the order of their words."""
    first, second = bare_name(one), bare_name(other)
    return max(_agreement(first, second), _agreement(_in_order(first), _in_order(second)))


def is_same_name(one: str, other: str) -> bool:
    """Whether two names have the same words, whatever their titles, marks and order."""
    return _in_order(bare_name(one)) == _in_order(bare_name(other))


def likely_duplicates(name: str, phone: str, candidates: Iterable[Producer]) -> list[Producer]:
    """Those of the candidates who may be the producer of that name, the likeliest first, at most five.

    A candidate is one if her name is near, or if she has the same phone.
    """
    scored = [(likeness(name, one.name), one) for one in candidates]
    likely = [(score, one) for score, one in scored if score >= NEAR or (phone and one.phone == phone)]
    likely.sort(key=lambda pair: (-pair[0], pair[1].pk))
    return [one for _, one in likely[:MOST_SHOWN]]


def _in_order(name: str) -> str:
    return " ".join(sorted(name.split()))


def _agreement(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()

"""Tell whether two names may be one producer's.

1. Names without their titles, folded, are compared as typed and with their words in order, so "Mai Lò Thị" is
   found too.
2. Names that agree to 85 in 100 letters are near: one slip of the finger, one letter heard wrongly.
"""

from collections.abc import Iterable
from difflib import SequenceMatcher

from producers.directory.models import Producer
from producers.directory.names import bare_name, in_order

NEAR = 0.85
MOST_SHOWN = 5


def likeness(one: str, other: str) -> float:
    """How near two names are, from 0 to 1, whatever their titles, marks and the order of their words."""
    first, second = bare_name(one), bare_name(other)
    return max(_agreement(first, second), _agreement(in_order(first), in_order(second)))


def likely_duplicates(name: str, phone: str, candidates: Iterable[Producer]) -> list[Producer]:
    """Those of the candidates who may be the producer of that name, the likeliest first, at most five.

    A candidate is one if her name is near, or if she has the same phone.
    """
    scored = [(likeness(name, one.name), one) for one in candidates]
    likely = [(score, one) for score, one in scored if score >= NEAR or (phone and one.phone == phone)]
    likely.sort(key=lambda pair: (-pair[0], pair[1].pk))
    return [one for _, one in likely[:MOST_SHOWN]]


def _agreement(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()

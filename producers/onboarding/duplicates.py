"""Tell who of the known producers may be the one that is being written down.

Names that agree to 85 in 100 letters are near: one slip of the finger, one letter heard wrongly. The same tax code is
the same producer; the same phone may be the family's or the village head's, and is worth a look.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from producers.directory.models import Producer
from producers.directory.names import is_same_name, likeness

NEAR = 0.85
MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Likely:
    """A candidate who may be she, how likely from 0 to 1, and why."""

    producer: Producer
    score: float
    why: str


def likely_duplicates(name: str, phone: str, candidates: Iterable[Producer], *, tax_code: str = "") -> list[Likely]:
    """Those of the candidates who may be the producer of that name, the likeliest first, at most five.

    A candidate is one if her name is near, or if she has the same phone or the same tax code.
    """
    likely = [found for one in candidates if (found := _compared(name, phone, tax_code, one))]
    likely.sort(key=lambda each: (-each.score, each.producer.pk))
    return likely[:MOST_SHOWN]


def _compared(name: str, phone: str, tax_code: str, one: Producer) -> Likely | None:
    if tax_code and one.tax_code == tax_code:
        return Likely(one, 1.0, "Cùng mã số thuế")
    score = likeness(name, one.name)
    if score >= NEAR:
        return Likely(one, score, "Cùng tên" if is_same_name(name, one.name) else "Tên gần giống")
    return Likely(one, score, "Cùng số điện thoại") if phone and one.phone == phone else None

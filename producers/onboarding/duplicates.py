"""Tell who of the known producers may be the one that is being written down.

Names that agree to 85 in 100 letters are near: one slip of the finger, one letter heard wrongly. The same tax code is
the same producer; the same phone may be the family's or the village head's, and is worth a look.
"""

from collections.abc import Iterable

from producers.directory.models import Producer
from producers.directory.names import likeness

NEAR = 0.85
MOST_SHOWN = 5


def likely_duplicates(name: str, phone: str, candidates: Iterable[Producer], *, tax_code: str = "") -> list[Producer]:
    """Those of the candidates who may be the producer of that name, the likeliest first, at most five.

    A candidate is one if her name is near, or if she has the same phone or the same tax code.
    """
    scored = [(1.0 if tax_code and one.tax_code == tax_code else likeness(name, one.name), one) for one in candidates]
    likely = [(score, one) for score, one in scored if score >= NEAR or (phone and one.phone == phone)]
    likely.sort(key=lambda pair: (-pair[0], pair[1].pk))
    return [one for _, one in likely[:MOST_SHOWN]]

"""The listings chosen in the queue."""

from collections.abc import Iterable
from datetime import datetime

from catalog.approvals.bulk.services import Mark

MOST = 50
"""More than a page of the queue shows."""


def chosen_marks(texts: Iterable[str]) -> list[Mark]:
    """The marks "12@2026-11-26T08:00:00+07:00" that can be read; the others were not made by our pages."""
    found = []
    for text in list(texts)[:MOST]:
        number, _, moment = text.partition("@")
        try:
            sent_at = datetime.fromisoformat(moment)
        except ValueError:
            continue
        if number.isascii() and number.isdecimal() and len(number) < 19 and sent_at.tzinfo:
            found.append((int(number), sent_at))
    return found

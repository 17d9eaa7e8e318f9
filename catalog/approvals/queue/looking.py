"""Look through the queue for one level of risk, a stretch at a time.

What the rules find is worked out when it is looked at and kept nowhere, so a whole long queue is never read for one
page: each page reads so many, says so, and leads on from where it stopped.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from catalog.approvals.queue.queries import Key, Kind, Waiting, as_waiting
from catalog.approvals.risk import RiskLevel
from producers.directory.queries import AnyUser

AT_ONCE = 100
MOST = 300
"""So many are read for one page at most; the rules take a millisecond or two for each."""

Keys = Callable[[Key | None], QuerySet[Any, Any]]
"""The keys of the queue behind a key, the oldest first."""


@dataclass(slots=True)
class Stretch:
    """What was found, how many were looked at for it, and the key behind which to go on; none at the end."""

    found: list[Waiting] = field(default_factory=list)
    looked_at: int = 0
    last: Key | None = None

    @property
    def mark(self) -> str:
        """Where to go on, for an address."""
        return f"{self.last[0]}.{self.last[1]}@{self.last[2].isoformat()}" if self.last else ""


def look_for(level: RiskLevel, keys: Keys, user: AnyUser, *, after: Key | None, most: int, at: datetime) -> Stretch:
    """The next of that level behind the key, as many as a page shows or as are found among so many."""
    stretch = Stretch(last=after)
    while stretch.looked_at < MOST:
        chunk = list(keys(stretch.last)[:AT_ONCE])
        by_key = {(each.kind, each.pk): each for each in as_waiting(user, chunk, at=at)}
        for key in chunk:
            stretch.last, stretch.looked_at = key, stretch.looked_at + 1
            each = by_key.get((Kind(key[0]), key[1]))
            if each and each.level == level:
                stretch.found.append(each)
            if len(stretch.found) == most:
                return stretch
        if len(chunk) < AT_ONCE:
            stretch.last = None
            break
    return stretch


def key_of(mark: str) -> Key | None:
    """The key that such a mark of ours names; none for any other text."""
    name, _, moment = mark.partition("@")
    kind, _, number = name.partition(".")
    try:
        sent_at = datetime.fromisoformat(moment)
    except ValueError:
        return None
    is_ours = kind in Kind.values and number.isascii() and number.isdecimal() and len(number) < 19 and sent_at.tzinfo
    return (kind, int(number), sent_at) if is_ours else None

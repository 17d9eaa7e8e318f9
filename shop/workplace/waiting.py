"""One kind of work that waits: how much of it, until when, and what comes first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from common.rules.book import rule
from common.rules.clocks import beginning_of, last_start_before, working_days_after


@dataclass(frozen=True, slots=True)
class Waiting:
    """What to do, a hint, where, how many; the first day that some of it is due, and how much is late, if known."""

    what: str
    hint: str
    url: str
    count: int
    icon: str
    tone: str = "vang"
    due: date | None = None
    late: int = 0


def in_order(kinds: Iterable[Waiting]) -> list[Waiting]:
    """Those of which something waits: what is late first, then by the day it is due, then as they come."""
    return sorted((each for each in kinds if each.count), key=lambda each: (not each.late, each.due or date.max))


@dataclass(frozen=True, slots=True)
class Limit:
    """So many working days, by the rule of that key as it is on that day."""

    key: str
    on: date

    def due(self, since: datetime | None) -> date | None:
        """The last day for what has waited since then."""
        return working_days_after(since, self._days) if since else None

    @property
    def late_before(self) -> datetime:
        """What has waited since before this moment is late."""
        return beginning_of(last_start_before(self.on, self._days) + timedelta(days=1))

    @property
    def _days(self) -> int:
        return rule(self.key, on=self.on).value

"""How long the price and stock of a kind of goods are taken to be true. Days are Vietnam's, midnight to midnight."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.utils import timezone

from common.rules.book import rule
from common.rules.clocks import beginning_of


class Kind(StrEnum):
    """Goods by how soon price or stock may be no longer so; what is only shown has neither and is none of them."""

    SOLD_OUT = "sold_out"
    SEASONAL = "seasonal"
    STOCK = "stock"
    TO_ORDER = "to_order"
    ON_REQUEST = "on_request"


@dataclass(frozen=True, slots=True)
class Clock:
    """Ask again `ask` days after the last word, and rest when `more` days after that are over without one."""

    ask: int
    more: int

    def asked_from(self, confirmed_at: datetime) -> date:
        """The first day on which it is on the officer's list."""
        return _day(confirmed_at, self.ask)

    def last_day(self, confirmed_at: datetime, asked_at: datetime | None, *, on: date) -> date:
        """The last day on sale without a word: the point has always had all of its days since it was asked to ask."""
        if asked_at is None or asked_at < confirmed_at:
            asked = max(on, self.asked_from(confirmed_at))
        else:
            asked = timezone.localdate(asked_at)
        return max(_day(confirmed_at, self.ask), asked) + timedelta(days=self.more)


def clock_of(kind: Kind, *, on: date) -> Clock:
    """The kind's days, by the rules of that day."""
    return Clock(
        ask=rule(f"freshness.{kind}_ask_days", on=on).value, more=rule(f"freshness.{kind}_pause_days", on=on).value
    )


def clocks(*, on: date) -> dict[Kind, Clock]:
    """The days of every kind."""
    return {kind: clock_of(kind, on=on) for kind in Kind}


def said_before(days: int, *, on: date) -> datetime:
    """What was said before this moment is at least that many days old on that day."""
    return beginning_of(on - timedelta(days=days - 1))


def _day(at: datetime, days: int) -> date:
    return timezone.localdate(at) + timedelta(days=days)

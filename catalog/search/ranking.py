"""What comes first, and why: the tables that the engines work by and that the page for the public is written from.

A search for words climbs down the ladder: goods on a higher step come first. Goods on the same step, and all goods
where no words were asked for, stand by their standing. Nobody can buy a better place.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

START_OF_TIME = datetime.fromisoformat("2020-01-01T00:00:00+07:00")
LARGEST_KEY = 2**32 - 1
LARGEST_NUMBER = 2**31 - 1
LARGEST_SHORT = 2**15 - 1

# A word that is still being typed counts as the start of a longer one from this many letters on.
SHORTEST_START = 3
# If nothing was found as typed: from how many letters on a word may be one that sounds alike, or be one letter off.
SHORTEST_SOUND = 3
SHORTEST_TYPO = 4


class Sort(Enum):
    """The orders a buyer may choose; equal goods stand in the order of their number."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    PRICE_UP = "price-up"
    PRICE_DOWN = "price-down"
    BEST_SELLING = "best-selling"


class Zone(Enum):
    """A part of what is known of a thing on sale; each wider one contains the one before."""

    TITLE = "title"
    NAMED = "named"
    WORDS = "words"


class Fit(Enum):
    """How the words asked for lie in a zone."""

    OPENING = "opening"
    TOGETHER = "together"
    NEAR = "near"
    ALL = "all"
    BEGUN = "begun"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the ladder, and how it is told to the public."""

    zone: Zone
    fit: Fit
    said: str


LADDER = (
    Step(Zone.TITLE, Fit.OPENING, "Tên hàng mở đầu bằng các từ đã gõ"),
    Step(Zone.TITLE, Fit.TOGETHER, "Tên hàng có các từ đã gõ đứng liền nhau"),
    Step(Zone.TITLE, Fit.ALL, "Tên hàng có đủ các từ đã gõ"),
    Step(Zone.NAMED, Fit.TOGETHER, "Tên hàng hoặc tên nơi làm ra có các từ đã gõ đứng liền nhau"),
    Step(Zone.NAMED, Fit.ALL, "Tên hàng cùng tên nơi làm ra có đủ các từ đã gõ"),
    Step(Zone.WORDS, Fit.NEAR, "Lời giới thiệu có các từ đã gõ đứng gần nhau"),
    Step(Zone.WORDS, Fit.ALL, "Lời giới thiệu có đủ các từ đã gõ"),
)

FOOT = (
    Step(Zone.TITLE, Fit.BEGUN, "Tên hàng có các từ đã gõ, từ cuối mới gõ dở"),
    Step(Zone.WORDS, Fit.BEGUN, "Có đủ các từ đã gõ ở bất cứ chỗ nào, từ cuối mới gõ dở"),
)
"""The lowest steps, below all of the ladder, where marks no longer count."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that the standing counts, up to `largest`; what stands earlier outweighs all that stands later."""

    fact: str
    largest: int
    said: str


STANDING = (
    Criterion("is_available", 1, "Còn hàng đứng trước hết hàng"),
    Criterion("sold", LARGEST_SHORT, "Bán được nhiều hơn đứng trước"),
    Criterion("days", LARGEST_SHORT, "Lên chợ sau đứng trước"),
)


def climb_down(has_marks: bool) -> list[tuple[Step, bool]]:
    """Return the steps from the highest, each with whether the words must be spelled as typed.

    Who types marks means them: "bơ" finds all butter before any beef. Only words that lie about in a long story
    prove too little for that. Who types none gets both spellings on each step, the one without marks first:
    "na sang" finds Na Sang before Nà Sáng.
    """
    if not has_marks:
        return [(step, as_typed) for step in LADDER for as_typed in (True, False)]
    *close, scattered = LADDER
    return [(step, as_typed) for steps in (close, [scattered]) for as_typed in (True, False) for step in steps]


def weights(number: int) -> range:
    """The weight of each of that many steps, from the highest on; an engine scores a hit by its highest step."""
    return range(number, 0, -1)


@dataclass(frozen=True, slots=True)
class Order:
    """A field of whole numbers that orders all goods without a tie."""

    field: str
    descending: bool


ORDERS = {
    Sort.RELEVANCE: Order("standing", descending=True),
    Sort.NEWEST: Order("newest", descending=True),
    Sort.PRICE_UP: Order("cheapest", descending=False),
    Sort.PRICE_DOWN: Order("dearest", descending=True),
    Sort.BEST_SELLING: Order("most_sold", descending=True),
}
ORDER_FIELDS = tuple(order.field for order in ORDERS.values())


def order_numbers(*, key: int, price: int | None, is_available: bool, listed_at: datetime, sold: int) -> dict[str, int]:
    """Return the number of each order: what counts most in the highest bits, the key in the lowest 32.

    The numbers stay under 2**63. A price on request comes last in both orders of price.
    """
    if not 0 <= key <= LARGEST_KEY:
        raise ValueError(f"A key must lie between 0 and {LARGEST_KEY}, not {key}")
    age = listed_at - START_OF_TIME
    facts = {"is_available": int(is_available), "sold": sold, "days": age.days}
    standing = _packed(*((facts[criterion.fact], criterion.largest) for criterion in STANDING))
    first_key = LARGEST_KEY - key
    up = LARGEST_NUMBER if price is None else min(price, LARGEST_NUMBER - 1)
    down = 0 if price is None else price + 1
    return {
        "standing": _packed((standing, LARGEST_NUMBER), (first_key, LARGEST_KEY)),
        "newest": _packed((int(age.total_seconds()), LARGEST_NUMBER), (first_key, LARGEST_KEY)),
        "cheapest": _packed((up, LARGEST_NUMBER), (key, LARGEST_KEY)),
        "dearest": _packed((down, LARGEST_NUMBER), (first_key, LARGEST_KEY)),
        "most_sold": _packed((sold, LARGEST_NUMBER), (first_key, LARGEST_KEY)),
    }


def _packed(*parts: tuple[int, int]) -> int:
    number = 0
    for value, largest in parts:
        number = number << largest.bit_length() | min(max(value, 0), largest)
    return number

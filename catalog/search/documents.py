"""One thing on sale as the search needs it, and the flat record that every engine keeps of it."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from catalog.search import analysis, ranking

ALL_YEAR = tuple(range(1, 13))
# Stands between texts of one field, longer than any distance at which words count as near.
GAP = " . . . . "
# What no certificate has for its days, and what a price on request has: never within what is asked for.
NEVER_FROM, NEVER_UNTIL, NO_PRICE = date.max.toordinal(), 0, 0

PHRASE_FIELDS = ("title", "title_spelled", "named", "named_spelled", "words", "words_spelled")
WORD_FIELDS = ("opening", "opening_spelled", "title_starts", "starts", "starts_spelled")
NAME_FIELDS = ("group", "province", "commune")
NUMBER_FIELDS = ("key", "product_set", "producer", "price", "stars", "stars_from", "stars_until", "available", "month")

LAYOUT = hashlib.sha256(
    repr((PHRASE_FIELDS, WORD_FIELDS, NAME_FIELDS, NUMBER_FIELDS, ranking.ORDER_FIELDS, analysis.RULES)).encode()
).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Document:
    """One thing on sale. `key` is the product's number, `price` is in đồng, None where it is asked for.

    `text` is the words of description, story and maker; `places` all names of where it is made, old and new.
    The certificate's `stars` (0, 3, 4, 5) are valid from `stars_from` to `stars_until`, both days included.
    `months` are those of the harvest; none means all year. `card` comes back with the hit as it went in.
    """

    key: int
    title: str
    text: str
    places: str
    group: str
    product_set: int
    province: str
    commune: str
    producer: int
    price: int | None
    stars: int
    stars_from: date | None
    stars_until: date | None
    is_available: bool
    months: tuple[int, ...]
    listed_at: datetime
    sold: int
    card: dict[str, object]


def record(document: Document) -> dict[str, str | int | list[int]]:
    """Return the document as flat fields: words between spaces, whole numbers, days as ordinals.

    Every number is there in every document, because engines go through complete columns several times faster.
    """
    return {
        **_words(document),
        "group": document.group,
        "province": document.province,
        "commune": document.commune,
        "key": document.key,
        "product_set": document.product_set,
        "producer": document.producer,
        "price": NO_PRICE if document.price is None else document.price,
        **_stars(document),
        "available": int(document.is_available),
        "month": list(document.months or ALL_YEAR),
        **ranking.order_numbers(
            key=document.key,
            price=document.price,
            is_available=document.is_available,
            listed_at=document.listed_at,
            sold=document.sold,
        ),
    }


def _words(document: Document) -> dict[str, str]:
    parts = (document.title, document.places, document.text)
    title, places, text = (analysis.plain_forms(part) for part in parts)
    spelled = [" ".join(analysis.spelled(part)) for part in parts]
    return {
        "opening": analysis.openings(title),
        "opening_spelled": analysis.openings(spelled[:1]),
        "title": GAP.join(title),
        "title_spelled": spelled[0],
        "title_starts": analysis.starts(title),
        "named": GAP.join(title + places),
        "named_spelled": GAP.join(spelled[:2]),
        "words": GAP.join(title + places + text),
        "words_spelled": GAP.join(spelled),
        "starts": analysis.starts(title + places + text),
        "starts_spelled": analysis.starts_spelled(spelled),
    }


def _stars(document: Document) -> dict[str, int]:
    first, last = document.stars_from, document.stars_until
    if not document.stars or first is None or last is None:
        return {"stars": 0, "stars_from": NEVER_FROM, "stars_until": NEVER_UNTIL}
    return {"stars": document.stars, "stars_from": first.toordinal(), "stars_until": last.toordinal()}


def stars_on(day: date, stars: int, since: int, until: int) -> int:
    """Return the stars that a record shows on the day; `since` and `until` as ordinals."""
    return stars if since <= day.toordinal() <= until else 0

"""One thing on sale as the search needs it, and the flat record that every engine keeps of it."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from catalog.search import analysis, ranking

ALL_YEAR = 12
# Stands between texts of one field, longer than any distance at which words count as near.
GAP = " . . . . "
# What a price on request has: never within what is asked for.
NO_PRICE = 0
# The stars that are ever shown.
STARS = (3, 4, 5)
# The largest block of days has 2 ** 11 of them, more than any certificate lasts.
LEVELS = 12
LAST_DAY = date.max.toordinal()

PHRASE_FIELDS = ("title", "title_spelled", "named", "named_spelled", "words", "words_spelled")
WORD_FIELDS = ("opening", "opening_spelled", "title_starts", "starts", "starts_spelled")
NAME_FIELDS = ("group", "province", "commune")
DAY_FIELDS = ("star_days",)
NUMBER_FIELDS = ("key", "product_set", "producer", "price", "available", "season")
BADGE_FIELDS = ("badge", "badge_first", "badge_last")

LAYOUT = hashlib.sha256(
    repr(
        (
            PHRASE_FIELDS,
            WORD_FIELDS,
            NAME_FIELDS,
            DAY_FIELDS,
            NUMBER_FIELDS,
            BADGE_FIELDS,
            ranking.ORDER_FIELDS,
            analysis.RULES,
        )
    ).encode()
).hexdigest()[:8]


class StarSpan(NamedTuple):
    """So many stars (3, 4, 5) from the first day to the last, both included."""

    stars: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Document:
    """One thing on sale. `key` is the product's number, `price` is in đồng, None where it is asked for.

    `text` is the words of description, story and maker; `places` all names of where it is made, old and new.
    `stars` are the spans of its certificates, which never overlap: whatever the day, the index alone knows the badge.
    `months` are those of the harvest; none means all year, as do all twelve. `card` comes back with the hit as it
    went in.
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
    stars: tuple[StarSpan, ...]
    is_available: bool
    months: tuple[int, ...]
    listed_at: datetime
    sold: int
    card: dict[str, object]


def record(document: Document) -> dict[str, str | int | list[int] | list[str]]:
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
        "star_days": [block for span in document.stars for block in _blocks(span)],
        "available": int(document.is_available),
        "season": list(document.months) if len(document.months) < ALL_YEAR else [],
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


def star_days(stars: Iterable[int], day: date) -> tuple[str, ...]:
    """The blocks of `star_days` in which that day lies; a document with these stars on the day has exactly one."""
    number = day.toordinal()
    return tuple(_block(each, level, number) for each in stars for level in range(LEVELS))


def kept_stars(document: Document) -> list[list[int]]:
    """The spans as they are kept with the hit: stars, first and last day as ordinals."""
    return [[span.stars, span.first.toordinal(), span.last.toordinal()] for span in document.stars]


def stars_on(day: date, kept: Iterable[Iterable[int]]) -> int:
    """The stars that kept spans show on the day."""
    number = day.toordinal()
    return next((stars for stars, first, last in kept if first <= number <= last), 0)


def badge(document: Document, on: date) -> dict[str, int]:
    """The stars of that day (0 without), and the first and the last day on which they stay so, as ordinals."""
    today = on.toordinal()
    turns = [day for span in document.stars for day in (span.first.toordinal(), span.last.toordinal() + 1)]
    return {
        "badge": stars_on(on, kept_stars(document)),
        "badge_first": max((day for day in turns if day <= today), default=1),
        "badge_last": min((day for day in turns if day > today), default=LAST_DAY + 1) - 1,
    }


def _blocks(span: StarSpan) -> Iterator[str]:
    """Cover the span with few blocks of 1, 2, 4, 8 … days, each beginning at a multiple of its length."""
    number, last = span.first.toordinal(), span.last.toordinal()
    while number <= last:
        level = 0
        while level + 1 < LEVELS and number % (2 << level) == 0 and number + (2 << level) - 1 <= last:
            level += 1
        yield _block(span.stars, level, number)
        number += 1 << level


def _block(stars: int, level: int, number: int) -> str:
    return f"{stars}-{level}-{number >> level}"

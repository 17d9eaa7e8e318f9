"""What the embedded engine reads: one state of its index, in which everything is answered and counted once."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from typing import Any

import orjson
import tantivy

from catalog.search import asking
from catalog.search.answering import Found, answer
from catalog.search.asking import MOST_CHOICES, Ask, Between, Wish, every
from catalog.search.documents import (
    BADGE_FIELDS,
    DAY_FIELDS,
    LAST_DAY,
    NAME_FIELDS,
    NUMBER_FIELDS,
    PHRASE_FIELDS,
    STARS,
    WORD_FIELDS,
    star_days,
    stars_on,
)
from catalog.search.port import Facets, Hit, Query, Results
from catalog.search.ranking import LARGEST_KEY, ORDER_FIELDS, Order

MOST_ANSWERS = 64
MOST_COUNTS = 256
MOST_DAYS = 4
Counts = Callable[[Wish, tuple[str, ...], date], Facets]
# So many of the best are gone through first, where no words were asked for, before all of the market.
MOST_BEST = 8_192


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in PHRASE_FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for name in WORD_FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    for name in NAME_FIELDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in DAY_FIELDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in (*NUMBER_FIELDS, *BADGE_FIELDS):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in ORDER_FIELDS:
        builder.add_unsigned_field(name, fast=True)
    builder.add_bytes_field("kept", stored=True)
    return builder.build()


SCHEMA = _schema()


class Best:
    """What stands among the first of the market in an order, to be gone through before the rest.

    Where the first end need not be exact: what they do not fill is sought in all of the market. So it is looked for
    once, and again when the market has grown or shrunk by as many.
    """

    def __init__(self) -> None:
        self._ends: dict[tuple[str, int], int] = {}

    def among(self, searcher: tantivy.Searcher, order: Order) -> Wish | None:
        """The wish for these, or None in a market that has hardly more."""
        size = searcher.num_docs // MOST_BEST
        if size < 2:
            return None
        if (order.field, size) not in self._ends:
            self._ends[order.field, size] = _number_at(searcher, order, MOST_BEST)
        end = self._ends[order.field, size]
        return Between(order.field, end, None) if order.descending else Between(order.field, None, end)


class View:
    """The index as it was at one moment, and what has been answered and counted in it: nobody changes an answer.

    What keeps them knows the searcher and not the view, so that all of it goes at once when the view does.
    """

    def __init__(self, generation: str, searcher: tantivy.Searcher, best: Best) -> None:
        self.generation = generation
        self.searcher = searcher
        are_badges_right = lru_cache(MOST_DAYS)(lambda on: not with_other_badge(searcher, on, limit=1))
        self.counts = lru_cache(MOST_COUNTS)(partial(_counted, searcher, are_badges_right))
        self.answers = lru_cache(MOST_ANSWERS)(partial(_answered, searcher, are_badges_right, self.counts, best))


def _number_at(searcher: tantivy.Searcher, order: Order, place: int) -> int:
    found = searcher.search(tantivy.Query.all_query(), 1, False, order.field, place - 1, _direction(order))
    number: int = found.hits[0][0]
    return number


def _kept(searcher: tantivy.Searcher, addresses: Iterable[tantivy.DocAddress]) -> list[dict[str, Any]]:
    """What is kept of these documents, read in one go."""
    texts = (bytes(searcher.doc(address)["kept"][0]) for address in addresses)
    kept: list[dict[str, Any]] = orjson.loads(b"[%b]" % b",".join(texts))
    return kept


def _answered(
    searcher: tantivy.Searcher, are_badges_right: Callable[[date], bool], counts: Counts, best: Best, query: Query
) -> Results:
    def engine(ask: Ask) -> Found:
        return _found(searcher, counts, best, _by_badge(ask) if are_badges_right(query.on) else ask, query)

    return answer(query, engine)


def _by_badge(ask: Ask) -> Ask:
    """The same question, with stars looked for by the badge that is kept: one number instead of a dozen days."""
    facets = {name: (field, _wished_by_badge(wish)) for name, (field, wish) in ask.facets.items()}
    return replace(ask, chosen=_wished_by_badge(ask.chosen), facets=facets)


def _wished_by_badge(wish: Wish) -> Wish:
    match wish:
        case asking.Stars(stars, _):
            return asking.OneOf("badge", stars)
        case asking.Every(parts):
            return asking.Every(tuple(map(_wished_by_badge, parts)))
        case _:
            return wish


def _found(searcher: tantivy.Searcher, counts: Counts, best: Best, ask: Ask, query: Query) -> Found:
    facets = _facets(counts, ask)
    total = _total(searcher, ask, facets)
    addresses = _page(searcher, best, ask, total)
    kept = _kept(searcher, addresses)
    hits = [Hit(one["key"], one["card"], stars_on(query.on, one["stars"])) for one in kept]
    names = kept[0]["names"] if kept else ""
    return Found(hits, total, facets, names, is_close=_is_close(searcher, ask, hits))


def _is_close(searcher: tantivy.Searcher, ask: Ask, hits: list[Hit]) -> bool:
    """Tell whether anything is close; the first hit is, as a rule, and is quickly asked about."""
    first = [every(wish, asking.OneOf("key", (hit.key,))) for hit in hits[:1] for wish in ask.close]
    return not ask.close or _is_any(searcher, first) or _is_any(searcher, ask.close)


def _is_any(searcher: tantivy.Searcher, wishes: Iterable[Wish]) -> bool:
    """Tell whether a document fulfils one of the wishes."""
    return any(searcher.search(_translated(wish), 1, order_by_field="key").hits for wish in wishes)


def _total(searcher: tantivy.Searcher, ask: Ask, facets: Facets) -> int:
    """How many are found: added up where all of them have been counted by a value that each of them has."""
    for name, (_, wish) in ask.facets.items():
        if wish == ask.chosen and name != "stars":
            return sum(facets[name].values())
    return _count(searcher, every(ask.match, ask.chosen))


def _count(searcher: tantivy.Searcher, wish: Wish) -> int:
    found = searcher.search(_translated(wish), 1, order_by_field="key")
    total: int = found.count  # type: ignore[attr-defined]  # is there, but not in the stub
    return total


def _page(searcher: tantivy.Searcher, best: Best, ask: Ask, total: int) -> list[tantivy.DocAddress]:
    """Return where the hits of the page lie: down the ladder until the page is full."""
    last = min(ask.first + ask.limit, total) if ask.limit else 0
    found: dict[int, tantivy.DocAddress] = {}
    for step in ask.steps or _without_words(searcher, best, ask):
        if len(found) >= last:
            break
        for number, address in _first(searcher, every(step, ask.chosen), ask.order, last):
            found.setdefault(number, address)
    return list(found.values())[ask.first : last]


def _without_words(searcher: tantivy.Searcher, best: Best, ask: Ask) -> tuple[Wish, ...]:
    """Without words all goods stand on one step, and the best of the market are gone through first."""
    among_the_best = best.among(searcher, ask.order)
    return (ask.match,) if among_the_best is None else (every(ask.match, among_the_best), ask.match)


def _first(searcher: tantivy.Searcher, wish: Wish, order: Order, limit: int) -> list[tuple[int, tantivy.DocAddress]]:
    """The first hits of what fulfils the wish, each with its number in that order."""
    found = searcher.search(_translated(wish), limit, False, order.field, order=_direction(order))
    hits: list[tuple[int, tantivy.DocAddress]] = found.hits
    return hits


def _direction(order: Order) -> tantivy.Order:
    return tantivy.Order.Desc if order.descending else tantivy.Order.Asc


def _facets(counts: Counts, ask: Ask) -> Facets:
    """Return the counts; those that ask the same are made in one go, and kept for the other pages of a list."""
    asked: dict[Wish, tuple[str, ...]] = {}
    for field, wish in ask.facets.values():
        asked[wish] = (*asked.get(wish, ()), field)
    found = {wish: counts(every(ask.match, wish), fields, ask.on) for wish, fields in asked.items()}
    return {name: dict(found[wish][field]) for name, (field, wish) in ask.facets.items()}


def _counted(
    searcher: tantivy.Searcher,
    are_badges_right: Callable[[date], bool],
    wish: Wish,
    fields: tuple[str, ...],
    on: date,
) -> Facets:
    """How many of what fulfils the wish have each value of these fields.

    The stars are read from the badge that is kept, unless there is one of another day: then day by day.
    """
    by_day = "stars" in fields and not are_badges_right(on)
    columns = {field: "badge" if field == "stars" else field for field in fields if field != "stars" or not by_day}
    counted = _columns_counted(searcher, wish, columns)
    if "stars" in columns:
        counted["stars"].pop(0, None)
    return {**counted, "stars": _stars_counted(searcher, wish, on)} if by_day else counted


def _columns_counted(searcher: tantivy.Searcher, wish: Wish, columns: dict[str, str]) -> Facets:
    if not columns:
        return {}
    terms = {name: {"terms": {"field": column, "size": MOST_CHOICES}} for name, column in columns.items()}
    found = searcher.aggregate(_translated(wish), terms)
    return {name: {each["key"]: each["doc_count"] for each in found[name]["buckets"]} for name in columns}


def _stars_counted(searcher: tantivy.Searcher, wish: Wish, on: date) -> dict[str | int, int]:
    counted: dict[str | int, int] = {}
    for stars in STARS:
        counted[stars] = _count(searcher, every(wish, asking.Stars((stars,), on)))
    return {stars: count for stars, count in counted.items() if count}


def with_other_badge(searcher: tantivy.Searcher, on: date, *, limit: int) -> set[int]:
    """The keys of what is kept with a badge that begins after the day or ends before it."""
    day = on.toordinal()
    others = asking.Either((Between("badge_first", day + 1, LAST_DAY), Between("badge_last", 0, day - 1)))
    found = searcher.search(_translated(others), limit, order_by_field="cheapest")
    return {number & LARGEST_KEY for number, _ in found.hits}


def _translated(wish: Wish) -> tantivy.Query:
    make = tantivy.Query
    match wish:
        case asking.Anything():
            return make.all_query()
        case asking.Word(field, word):
            return make.term_query(SCHEMA, field, word, "basic")
        case asking.Slip(field, word):
            return make.fuzzy_term_query(SCHEMA, field, word, distance=1)
        case asking.Phrase(field, words, apart):
            return make.phrase_query(SCHEMA, field, list(words), apart)
        case asking.OneOf(field, values):
            terms = [(tantivy.Occur.Should, make.term_query(SCHEMA, field, value, "basic")) for value in values]
            return make.boolean_query(terms) if len(terms) > 1 else terms[0][1]
        case asking.Stars(stars, on):
            return _translated(asking.OneOf("star_days", star_days(stars, on)))
        case asking.NoneOf(field, numbers):
            others = [(tantivy.Occur.MustNot, make.term_query(SCHEMA, field, number, "basic")) for number in numbers]
            return make.boolean_query([(tantivy.Occur.Must, make.all_query()), *others])
        case asking.Between(field, low, high):
            return make.range_query(SCHEMA, field, tantivy.FieldType.Unsigned, low, high)
        case asking.Every(parts):
            return make.boolean_query([(tantivy.Occur.Must, _translated(part)) for part in parts])
        case asking.Either(parts):
            return make.boolean_query([(tantivy.Occur.Should, _translated(part)) for part in parts])

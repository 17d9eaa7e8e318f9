"""From a buyer's query to what an engine is asked, in a small language that every engine can translate."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from catalog.search.analysis import Typed, Words, opening, sounds_like
from catalog.search.documents import NO_PRICE
from catalog.search.port import DEEPEST_HIT, Query, Sort
from catalog.search.ranking import (
    FOOT,
    ORDERS,
    SHORTEST_START,
    SHORTEST_TYPO,
    Fit,
    Order,
    Step,
    Zone,
    climb_down,
)

NEAR = 1
# More than there are communes.
MOST_CHOICES = 4_000


@dataclass(frozen=True, slots=True)
class Anything:
    """Every document."""


@dataclass(frozen=True, slots=True)
class Word:
    """The field has this word."""

    field: str
    word: str


@dataclass(frozen=True, slots=True)
class Slip:
    """The field has this word or one that differs by one letter."""

    field: str
    word: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """The field has these words one after the other, with at most `apart` other words among them."""

    field: str
    words: Words
    apart: int = 0


@dataclass(frozen=True, slots=True)
class OneOf:
    """The field is one of these names or numbers."""

    field: str
    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Stars:
    """It has one of these numbers of stars on that day."""

    stars: tuple[int, ...]
    on: date


@dataclass(frozen=True, slots=True)
class NoneOf:
    """The field is none of these numbers."""

    field: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """The field's number lies between the two, both included; None leaves that side open."""

    field: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Every:
    """All of these hold."""

    parts: tuple["Wish", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of these holds."""

    parts: tuple["Wish", ...]


Wish = Anything | Word | Slip | Phrase | OneOf | Stars | NoneOf | Between | Every | Either


@dataclass(frozen=True, slots=True)
class Ask:
    """One question to an engine.

    Found is what fulfils `match` (the words and the filters that are no facets) and `chosen` (the filters that are
    facets). The hits stand by the first of `steps` that they fulfil, then by `order`; what fulfils a step fulfils
    `match`. For each of `facets` the engine counts the values of a field in what fulfils `match` and a wish; the
    field "stars" has those of the day `on`. With `close` it tells whether anything at all, whatever the filters,
    fulfils one of these.
    """

    on: date
    match: Wish
    chosen: Wish
    order: Order
    steps: tuple[Wish, ...] = ()
    first: int = 0
    limit: int = 0
    facets: dict[str, tuple[str, Wish]] = field(default_factory=dict)
    close: tuple[Wish, ...] = ()


def every(*wishes: Wish) -> Wish:
    """Return one flat wish for all of these."""
    parts: list[Wish] = []
    for wish in wishes:
        if isinstance(wish, Every):
            parts.extend(wish.parts)
        elif not isinstance(wish, Anything):
            parts.append(wish)
    if not parts:
        return Anything()
    return parts[0] if len(parts) == 1 else Every(tuple(parts))


def ask(query: Query, text: Wish, steps: tuple[Wish, ...] = (), close: tuple[Wish, ...] = ()) -> Ask:
    """Return the question for a page of this query: `text` is what the words ask for, each step some of it."""
    filters = tuple(_plain_filters(query))
    chosen = _chosen(query)
    return Ask(
        on=query.on,
        match=every(text, *filters),
        chosen=every(*chosen.values()),
        order=ORDERS[query.sort],
        steps=tuple(every(step, *filters) for step in steps) if query.sort is Sort.RELEVANCE else (),
        first=min(query.first, DEEPEST_HIT),
        limit=max(0, min(query.size, DEEPEST_HIT - query.first)),
        facets=dict(_facets(query, chosen)),
        close=close,
    )


def as_typed(typed: Typed) -> Wish:
    """Return the wish for all words as typed, with or without marks, the last one perhaps not finished."""
    *words, last = typed.plain
    return every(*(Word("words", word) for word in words), _last_word(typed, last))


def steps_as_typed(typed: Typed) -> tuple[Wish, ...]:
    """Return the steps of the ladder for these words, the highest first."""
    text = as_typed(typed)
    steps: list[Wish] = []
    for step, spelled in climb_down(typed.has_marks):
        wish = _step(step, typed, as_typed=spelled)
        steps.append(every(wish, text) if spelled and typed.is_rewritten else wish)
    begun = {Zone.TITLE: every(_unfinished_title(typed), text)}
    return tuple(dict.fromkeys([*steps, *(begun.get(step.zone, text) for step in FOOT)]))


def close_as_typed(typed: Typed) -> tuple[Wish, ...]:
    """Return what more than one word must fulfil lest they only lie about in some long story."""
    if len(typed.plain) == 1:
        return ()
    in_names = every(*(Word("named", word) for word in typed.plain))
    return (in_names, _unfinished_title(typed), Phrase("words", typed.plain, apart=NEAR))


def whole(typed: Typed) -> Wish:
    """Return the wish for all words as they stand, the last one too."""
    return every(*(Word("words", word) for word in typed.plain))


def loosely(typed: Typed, *, with_slips: bool) -> Wish:
    """Return the wish for all words, each perhaps one that sounds alike, the last just begun; with slips, mistyped."""
    return every(*_loose_words("words", "starts", typed, with_slips=with_slips))


def loosely_in_title(typed: Typed, *, with_slips: bool) -> Wish:
    """Return the same wish for the title alone."""
    return every(*_loose_words("title", "title_starts", typed, with_slips=with_slips))


def _unfinished_title(typed: Typed) -> Wish:
    *words, last = typed.plain
    return every(*(Word("title", word) for word in words), Word("title_starts", last))


def _last_word(typed: Typed, last: str) -> Wish:
    spelled = typed.spelled[-1]
    if typed.has_marks:
        return Either((Word("words", last), Word("starts_spelled", spelled)))
    return Word("starts" if len(last) >= SHORTEST_START else "words", last)


def _step(step: Step, typed: Typed, *, as_typed: bool) -> Wish:
    name = f"{step.zone.value}_spelled" if as_typed else step.zone.value
    words = typed.spelled if as_typed else typed.plain
    if step.fit is Fit.OPENING:
        return Word("opening_spelled" if as_typed else "opening", opening(words))
    if step.fit is Fit.ALL or len(words) == 1:
        return every(*(Word(name, word) for word in words))
    return Phrase(name, words, apart=NEAR if step.fit is Fit.NEAR else 0)


def _loose_words(name: str, starts: str, typed: Typed, *, with_slips: bool) -> Iterator[Wish]:
    for place, word in enumerate(typed.plain, start=1):
        meant: list[Wish] = [Word(name, form) for form in (word, *sounds_like(word))]
        if with_slips and len(word) >= SHORTEST_TYPO:
            meant.append(Slip(name, word))
        if place == len(typed.plain):
            meant.append(Word(starts, word))
        yield Either(tuple(meant))


def left_in(query: Query) -> Wish:
    """Return the wish for all that is not left out."""
    return NoneOf("key", tuple(sorted(query.left_out))) if query.left_out else Anything()


def _plain_filters(query: Query) -> Iterator[Wish]:
    yield left_in(query)
    if query.producer is not None:
        yield OneOf("producer", (query.producer,))
    if query.season is not None:
        yield OneOf("season", (query.season,))
    if query.price_from is not None or query.price_to is not None:
        yield Between("price", max(query.price_from or 0, NO_PRICE + 1), query.price_to)


def _chosen(query: Query) -> dict[str, Wish]:
    """The filters that are facets, by field."""
    values: dict[str, tuple[str | int, ...]] = {
        "group": () if query.group is None else (query.group,),
        "product_set": query.product_sets,
        "province": () if query.province is None else (query.province,),
        "commune": () if query.commune is None else (query.commune,),
        "available": (1,) if query.available_only else (),
    }
    chosen: dict[str, Wish] = {name: OneOf(name, kept) for name, kept in values.items() if kept}
    if query.stars:
        chosen["stars"] = Stars(query.stars, query.on)
    return chosen


def _facets(query: Query, chosen: dict[str, Wish]) -> Iterator[tuple[str, tuple[str, Wish]]]:
    """Yield the counts, each with its field and the filters that hold: not its own, lest all else be at zero.

    Who looks at the provinces may leave the commune too. Who counts provinces within one has its communes counted
    besides.
    """
    within = ["commune"] if query.province is not None and "province" in query.facets else []
    for name in dict.fromkeys([*query.facets, *within]):
        left_out = {name, "commune"} if name == "province" else {name}
        yield name, (name, every(*(wish for field, wish in chosen.items() if field not in left_out)))

"""How a query is answered, the same on every engine.

1. All words as typed, the last one perhaps not finished.
2. If that finds nothing, whatever the filters: all words, each perhaps one that sounds alike, the last just begun;
   and if that finds nothing either, each word besides perhaps one letter off.
3. If that finds nothing too: no goods, but the longest beginning or end of the query that finds some is suggested.
If the words as typed only lie about in long stories, goods whose title fulfils 2 are put before those stories.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from catalog.search.analysis import Typed, is_one_slip, read_query, shown_words, sounds_like
from catalog.search.asking import (
    Anything,
    Ask,
    Either,
    as_typed,
    ask,
    close_as_typed,
    every,
    left_in,
    loosely,
    loosely_in_title,
    steps_as_typed,
    whole,
)
from catalog.search.port import DEEPEST_HIT, Facets, Hit, Query, Results
from catalog.search.ranking import SHORTEST_TYPO
from common.text import fold

MOST_TRIES = 10


@dataclass(frozen=True, slots=True)
class Found:
    """What an engine answers: the hits of the page, the total, the counts; `names` are those of the first hit."""

    hits: list[Hit]
    total: int
    facets: Facets
    names: str = ""
    is_close: bool = True


Engine = Callable[[Ask], Found]


def answer(query: Query, engine: Engine) -> Results:
    """Answer the query; raises what the engine raises."""
    typed = read_query(query.text)
    if not typed.plain:
        return _nothing(query) if query.text.strip() else _results(query, engine(ask(query, Anything())))
    strict = ask(query, as_typed(typed), steps_as_typed(typed), close_as_typed(typed))
    found = engine(strict)
    if found.total:
        nearer = None if found.is_close else _nearer(query, typed, engine)
        return nearer or _results(query, found)
    if _is_filtered_away(query, strict, typed, engine):
        return _results(query, found)
    return _loosely(query, typed, engine) or _results(query, found, next(_shorter(query, typed, engine), None))


def _loosely(query: Query, typed: Typed, engine: Engine) -> Results | None:
    """Answer with what the words may have meant, if there is any."""
    for with_slips in (False, True):
        steps = tuple(meant(typed, with_slips=with_slips) for meant in (loosely_in_title, loosely))
        found = engine(ask(query, steps[-1], steps))
        if found.total:
            return _results(query, found, _respelled(typed, found.names))
    return None


def _nearer(query: Query, typed: Typed, engine: Engine) -> Results | None:
    """Answer with the titles that the words may have meant, before what was found as typed, if there are any."""
    for with_slips in (False, True):
        titles = loosely_in_title(typed, with_slips=with_slips)
        best = engine(replace(ask(query, titles), first=0, limit=1, facets={}))
        if best.total:
            found = engine(ask(query, Either((titles, as_typed(typed))), (titles, *steps_as_typed(typed))))
            return _results(query, found, _respelled(typed, best.names))
    return None


def _results(query: Query, found: Found, suggestion: str | None = None) -> Results:
    return Results(
        hits=found.hits,
        total=found.total,
        page=max(query.page, 1),
        pages=-(-min(found.total, DEEPEST_HIT) // query.size),
        facets=_facets(found.facets),
        suggestion=suggestion,
    )


def _nothing(query: Query) -> Results:
    return Results(hits=[], total=0, page=max(query.page, 1), pages=0)


def _facets(counted: Facets) -> Facets:
    """The most frequent first."""
    return {
        name: dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))) for name, counts in counted.items()
    }


def _is_filtered_away(query: Query, strict: Ask, typed: Typed, engine: Engine) -> bool:
    """Tell whether the words would find something, did no filter stand in their way."""
    words = every(as_typed(typed), left_in(query))
    if every(strict.match, strict.chosen) == words:
        return False
    return bool(engine(Ask(on=query.on, match=words, chosen=Anything(), order=strict.order)).total)


def _shorter(query: Query, typed: Typed, engine: Engine) -> Iterator[str]:
    """Yield the parts of the query that find something, longer ones first, beginnings before ends."""
    count = len(typed.shown)
    parts = [part for size in range(count - 1, 0, -1) for part in ((0, size), (count - size, count))]
    for part in parts[:MOST_TRIES]:
        shorter = typed.cut(*part)
        if shorter.plain and engine(replace(ask(query, whole(shorter)), limit=0, facets={})).total:
            yield " ".join(shorter.shown)


def _respelled(typed: Typed, names: str) -> str | None:
    """Return the query in the words of these names, or None if it stands so already."""
    known = {name: fold(name) for name in shown_words(names)}
    last = len(typed.shown) - 1
    words = tuple(_nearest(word, known, is_last=place == last) for place, word in enumerate(typed.shown))
    return None if words == typed.shown else " ".join(words)


def _nearest(typed: str, known: dict[str, str], *, is_last: bool) -> str:
    word = fold(typed)
    tests: tuple[Callable[[str], bool], ...] = (
        lambda name: name == word,
        lambda name: name in sounds_like(word),
        lambda name: len(word) >= SHORTEST_TYPO and is_one_slip(name, word),
        lambda name: is_last and name.startswith(word),
    )
    return next((shown for test in tests for shown, name in known.items() if test(name)), typed)

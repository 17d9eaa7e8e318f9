"""What the search finds, made true: what has changed since the search last heard is drawn anew or left out.

The worker follows a change in about a second, or not at all while it is stopped. Until then, for every list:

1. Goods that wait to be indexed and are no longer on sale, or no longer have the words sought, are left out of the
   question: of the hits, the total, the counts and the suggestion.
2. Hits among the others that wait get the card of today.
3. If too many wait to look at them all, only the hits of the page are looked at.
"""

from dataclasses import replace
from datetime import date

from django.http import HttpRequest

from catalog.finding.waiting import Waiting, documents_of, waiting
from catalog.search.analysis import is_one_slip, plain_forms, read_query, sounds_like
from catalog.search.documents import Document, kept_stars, stars_on
from catalog.search.engine import get_engine
from catalog.search.port import Hit, Query, Results
from catalog.search.ranking import SHORTEST_TYPO

MOST_BUILT = 500
"""So many are drawn anew for one page; if more wait, only those that the page would show."""


def find(request: HttpRequest, query: Query) -> Results:
    """Answer the query truly; raises SearchUnavailable."""
    waits = waiting(request)
    if not waits.keys:
        return get_engine().search(query)
    if len(waits.keys) > MOST_BUILT:
        return _looked_through(get_engine().search(query), query, waits)
    left_out = waits.keys - _matching(waits.documents, query)
    results = get_engine().search(replace(query, left_out=left_out))
    return replace(results, hits=[_renewed(hit, waits.documents, query.on) for hit in results.hits])


def _looked_through(results: Results, query: Query, waits: Waiting) -> Results:
    documents = documents_of([hit.key for hit in results.hits if hit.key in waits.keys])
    gone = waits.keys - _matching(documents, query)
    hits = [_renewed(hit, documents, query.on) for hit in results.hits if hit.key not in gone]
    total = results.total - (len(results.hits) - len(hits))
    return replace(results, hits=hits, total=total, suggestion=results.suggestion if hits else None)


def _matching(documents: dict[int, Document], query: Query) -> frozenset[int]:
    """Those of the documents that still have every word sought, the last one perhaps just begun."""
    words = read_query(query.text).plain
    return frozenset(key for key, document in documents.items() if not words or _has(document, words))


def _has(document: Document, words: tuple[str, ...]) -> bool:
    texts = (document.title, document.places, document.text)
    known = {word for text in texts for form in plain_forms(text) for word in form.split()}
    *whole, last = words
    return all(_knows(known, word) for word in whole) and (
        _knows(known, last) or any(word.startswith(last) for word in known)
    )


def _knows(known: set[str], word: str) -> bool:
    """Whether the word is among these, or one that sounds alike or is one slip away, as the search takes it too."""
    if not known.isdisjoint((word, *sounds_like(word))):
        return True
    return len(word) >= SHORTEST_TYPO and any(is_one_slip(other, word) for other in known)


def _renewed(hit: Hit, documents: dict[int, Document], on: date) -> Hit:
    document = documents.get(hit.key)
    if document is None:
        return hit
    return Hit(hit.key, document.card, stars_on(on, kept_stars(document)))

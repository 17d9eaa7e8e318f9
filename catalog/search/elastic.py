"""The engine for a large market: an Elasticsearch server, which gets text that is folded already and needs no plugin.

An alias points to the index in use. A rebuild fills a new index beside it and then moves the alias in one call;
until then no other change is taken, so that none is lost: changes wait in the outbox.
"""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import uuid4

from django.core.cache import cache
from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError
from elasticsearch.dsl import Q, Search
from elasticsearch.dsl.query import Query as Clause
from elasticsearch.helpers import bulk, scan

from catalog.search import asking
from catalog.search.answering import Found, answer
from catalog.search.asking import MOST_CHOICES, Ask, Wish
from catalog.search.documents import (
    DAY_FIELDS,
    LAYOUT,
    NAME_FIELDS,
    NUMBER_FIELDS,
    PHRASE_FIELDS,
    STARS,
    WORD_FIELDS,
    Document,
    kept_stars,
    record,
    star_days,
    stars_on,
)
from catalog.search.port import Hit, Query, Results, SearchUnavailable
from catalog.search.ranking import ORDER_FIELDS, weights

SEARCH_SECONDS = 3
WRITE_SECONDS = 60
# A rebuild that has not ended after this long has died.
REBUILD_SECONDS = 3600
KEPT = ["key", "names", "stars", "card"]
NO_INDEX = "There is no search index yet: run manage.py index_search --rebuild"

_text = {"type": "text", "analyzer": "whitespace", "norms": False}
MAPPINGS = {
    "dynamic": False,
    "_source": {"includes": KEPT},
    "properties": {
        **{name: _text | {"index_options": "positions"} for name in PHRASE_FIELDS},
        **{name: _text | {"index_options": "docs"} for name in WORD_FIELDS},
        **{name: {"type": "keyword"} for name in NAME_FIELDS},
        **{name: {"type": "keyword", "doc_values": False} for name in DAY_FIELDS},
        **{name: {"type": "long"} for name in NUMBER_FIELDS},
        **{name: {"type": "long", "index": False} for name in ORDER_FIELDS},
        "card": {"type": "object", "enabled": False},
    },
}
SETTINGS = {"number_of_shards": 1, "auto_expand_replicas": "0-1"}


class ElasticEngine:
    """Search on a server at `url`; the names of its indices begin with `name` and today's layout."""

    def __init__(self, url: str, name: str) -> None:
        self._client = Elasticsearch(url, request_timeout=SEARCH_SECONDS, max_retries=0)
        self._writer = self._client.options(request_timeout=WRITE_SECONDS)
        self._alias = f"{name}-{LAYOUT}"
        self._next = f"{self._alias}-next"

    def search(self, query: Query) -> Results:
        """Answer the query; as a rule with one request."""
        with _calm():
            return answer(query, lambda ask: self._found(ask, query))

    def index(self, documents: Iterable[Document]) -> None:
        """Store the documents; returns when they can be found."""
        with _calm():
            self._refuse_unless_writable()
            self._store(self._alias, documents)
        self._turn_generation()

    def remove(self, keys: Iterable[int]) -> None:
        """Forget the documents; returns when they are found no more."""
        with _calm():
            self._refuse_unless_writable()
            gone = [{"_op_type": "delete", "_index": self._alias, "_id": str(key)} for key in keys]
            bulk(self._writer, gone, refresh=True, raise_on_error=False, ignore_status=404)
        self._turn_generation()

    def replace(self, documents: Iterable[Document]) -> None:
        """Fill a new index, then put it in the place of the old one."""
        with _calm():
            if self._is_rebuilding():
                raise SearchUnavailable("The search index is being rebuilt")
            old = [*self._indices(self._alias), *self._indices(self._next)]
            new = f"{self._alias}-{int(time.time() * 1000)}"
            self._writer.indices.create(index=new, mappings=MAPPINGS, settings=SETTINGS, aliases={self._next: {}})
            try:
                self._store(new, documents)
                self._swap(new, old)
            except BaseException:
                self._writer.indices.delete(index=new)
                raise
        self._turn_generation()

    def reset(self) -> None:
        """Make the index, and empty it."""
        self.replace(())

    def refresh(self) -> None:
        """Let the next search see what any process has stored."""
        with _calm():
            self._writer.indices.refresh(index=self._alias)

    def count(self) -> int:
        """Return how many documents can be found."""
        with _calm():
            return int(self._client.count(index=self._alias)["count"])

    def keys(self) -> set[int]:
        """Return the keys of all documents."""
        with _calm():
            return {int(hit["_id"]) for hit in scan(self._writer, index=self._alias, _source=False)}

    def outdated(self, _on: date) -> set[int]:
        """Nothing that the server keeps is true on one day alone."""
        return set()

    def exists(self) -> bool:
        """Tell whether there is an index of today's layout."""
        with _calm():
            return bool(self._client.indices.exists_alias(name=self._alias))

    def generation(self) -> str:
        """Return the word that every change through this port leaves in the cache, which all processes share."""
        return str(cache.get_or_set(self._generation_key, _new_word, None))

    @property
    def _generation_key(self) -> str:
        return f"search-generation:{self._alias}"

    def _turn_generation(self) -> None:
        cache.set(self._generation_key, _new_word(), None)

    def _refuse_unless_writable(self) -> None:
        if not self.exists():
            raise SearchUnavailable(NO_INDEX)
        if self._is_rebuilding():
            raise SearchUnavailable("The search index is being rebuilt")

    def _is_rebuilding(self) -> bool:
        started = [int(name.rpartition("-")[2]) / 1000 for name in self._indices(self._next)]
        return any(time.time() - at < REBUILD_SECONDS for at in started)

    def _indices(self, alias: str) -> list[str]:
        if not self._writer.indices.exists_alias(name=alias):
            return []
        return list(self._writer.indices.get_alias(name=alias))

    def _store(self, index: str, documents: Iterable[Document]) -> None:
        actions = ({"_index": index, "_id": str(document.key), **_source(document)} for document in documents)
        bulk(self._writer, actions)
        self._writer.indices.refresh(index=index)

    def _swap(self, new: str, old: list[str]) -> None:
        actions: list[dict[str, Any]] = [{"remove_index": {"index": name}} for name in old]
        actions.append({"add": {"index": new, "alias": self._alias}})
        actions.append({"remove": {"index": new, "alias": self._next}})
        self._writer.indices.update_aliases(actions=actions)

    def _found(self, ask: Ask, query: Query) -> Found:
        answered = self._client.search(index=self._alias, body=_search(ask).to_dict()).body
        kept = [hit["_source"] for hit in answered["hits"]["hits"]]
        hits = [Hit(one["key"], one["card"], stars_on(query.on, one["stars"])) for one in kept]
        counted = answered.get("aggregations", {})
        facets = {name: _counts(counted[name]["by"]["buckets"]) for name in ask.facets}
        return Found(
            hits,
            answered["hits"]["total"]["value"],
            facets,
            names=kept[0]["names"] if kept else "",
            is_close=not ask.close or counted["everywhere"]["close"]["doc_count"] > 0,
        )


@contextmanager
def _calm() -> Iterator[None]:
    try:
        yield
    except NotFoundError as error:
        raise SearchUnavailable(NO_INDEX) from error
    except (TransportError, ApiError) as error:
        raise SearchUnavailable(f"The search server does not answer as it should: {error}") from error


def _new_word() -> str:
    return uuid4().hex


def _source(document: Document) -> dict[str, Any]:
    names = f"{document.title} {document.places}"
    return {**record(document), "names": names, "stars": kept_stars(document), "card": document.card}


def _search(ask: Ask) -> Search:
    """The whole question as one request: the chosen filters act on the hits after all has been counted."""
    search = Search()[ask.first : ask.first + ask.limit].extra(track_total_hits=True)
    order = {ask.order.field: {"order": "desc" if ask.order.descending else "asc"}}
    match = _translated(ask.match)
    if ask.steps:
        search = search.query(Q("bool", filter=[match], should=[_ladder(ask.steps)])).sort("_score", order)
    else:
        search = search.query(Q("bool", filter=[match])).sort(order)
    search = search.post_filter(_translated(ask.chosen))
    for name, (field, wish) in ask.facets.items():
        counted = search.aggs.bucket(name, "filter", filter=_translated(wish))
        if field == "stars":
            each = {str(stars): _translated(asking.Stars((stars,), ask.on)) for stars in STARS}
            counted.bucket("by", "filters", filters=each)
        else:
            counted.bucket("by", "terms", field=field, size=MOST_CHOICES)
    if ask.close:
        everywhere = search.aggs.bucket("everywhere", "global")
        everywhere.bucket("close", "filter", filter=_translated(asking.Either(ask.close)))
    return search


def _counts(buckets: list[dict[str, Any]] | dict[str, dict[str, Any]]) -> dict[str | int, int]:
    """The counts of a facet: by the values of a field, or by the stars of the day, which are asked for one by one."""
    if isinstance(buckets, dict):
        return {int(stars): bucket["doc_count"] for stars, bucket in buckets.items() if bucket["doc_count"]}
    return {bucket["key"]: bucket["doc_count"] for bucket in buckets}


def _ladder(steps: tuple[Wish, ...]) -> Clause:
    """Score every hit by the highest step that it fulfils."""
    return Q(
        "dis_max",
        queries=[
            Q("constant_score", filter=_translated(step), boost=weight)
            for step, weight in zip(steps, weights(len(steps)), strict=True)
        ],
    )


def _translated(wish: Wish) -> Clause:
    match wish:
        case asking.Anything():
            return Q("match_all")
        case asking.Word(field, word):
            return Q("term", **{field: word})
        case asking.Slip(field, word):
            return Q("fuzzy", **{field: {"value": word, "fuzziness": 1, "max_expansions": MOST_CHOICES}})
        case asking.Phrase(field, words, apart):
            return Q("match_phrase", **{field: {"query": " ".join(words), "slop": apart}})
        case asking.OneOf(field, values):
            return Q("terms", **{field: list(values)})
        case asking.Stars(stars, on):
            return Q("terms", star_days=list(star_days(stars, on)))
        case asking.NoneOf(field, numbers):
            return Q("bool", must_not=[Q("terms", **{field: list(numbers)})])
        case asking.Between(field, low, high):
            bounds = {"gte": low, "lte": high}
            return Q("range", **{field: {name: bound for name, bound in bounds.items() if bound is not None}})
        case asking.Every(parts):
            return Q("bool", filter=[_translated(part) for part in parts])
        case asking.Either(parts):
            return Q("bool", should=[_translated(part) for part in parts], minimum_should_match=1)

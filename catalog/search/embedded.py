"""The engine that needs no service: a tantivy index in a folder, read by all processes, written by one at a time."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import tantivy

from catalog.search import asking
from catalog.search.answering import Found, answer
from catalog.search.asking import MOST_CHOICES, Ask, Wish, every
from catalog.search.documents import (
    DAY_FIELDS,
    LAYOUT,
    NAME_FIELDS,
    NUMBER_FIELDS,
    PHRASE_FIELDS,
    WORD_FIELDS,
    Document,
    kept_stars,
    record,
    stars_on,
)
from catalog.search.port import Facets, Hit, Query, Results, SearchUnavailable
from catalog.search.ranking import LARGEST_KEY, ORDER_FIELDS

WRITER_BYTES = 64_000_000
MOST_ANSWERS = 64
MOST_COUNTS = 256
Counts = Callable[[Wish, tuple[str, ...]], Facets]
NO_INDEX = "There is no search index yet: run manage.py index_search --rebuild"


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
    for name in NUMBER_FIELDS:
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in ORDER_FIELDS:
        builder.add_unsigned_field(name, fast=True)
    builder.add_bytes_field("kept", stored=True)
    return builder.build()


SCHEMA = _schema()


class View:
    """The index as it was at one moment, and what has been answered and counted in it: nobody changes an answer.

    What keeps them knows the searcher and not the view, so that all of it goes at once when the view does.
    """

    def __init__(self, generation: str, searcher: tantivy.Searcher) -> None:
        self.generation = generation
        self.searcher = searcher
        counts = lru_cache(MOST_COUNTS)(partial(_counted, searcher))
        self.answers = lru_cache(MOST_ANSWERS)(partial(_answered, searcher, counts))


class EmbeddedEngine:
    """Search in a folder. An index of another layout is no index: the new one is built beside it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / f"layout-{LAYOUT}"
        self._opened: tantivy.Index | None = None
        self._view: View | None = None

    def search(self, query: Query) -> Results:
        """Answer the query from the newest state that any process has written."""
        view = self._view_now()
        with _calm():
            return view.answers(query)

    def index(self, documents: Iterable[Document]) -> None:
        """Store the documents in one commit."""
        with self._writer(self._kept()) as writer:
            for document in documents:
                writer.delete_documents_by_query(_of_key(document.key))
                writer.add_document(_written(document))

    def remove(self, keys: Iterable[int]) -> None:
        """Forget the documents in one commit."""
        with self._writer(self._kept()) as writer:
            for key in keys:
                writer.delete_documents_by_query(_of_key(key))

    def replace(self, documents: Iterable[Document]) -> None:
        """Build the whole index anew in one commit; a broken one and those of other layouts are thrown away."""
        if self.exists() and not self._is_sound():
            shutil.rmtree(self._folder)
        self._make(documents)
        for other in self._folder.parent.glob("layout-*"):
            if other != self._folder:
                shutil.rmtree(other)

    def reset(self) -> None:
        """Make the index, and empty it."""
        self._make(())

    def refresh(self) -> None:
        """Open the newest state now."""
        self._view = None

    def count(self) -> int:
        """Return how many documents can be found."""
        return self._view_now().searcher.num_docs

    def keys(self) -> set[int]:
        """Return the keys of all documents."""
        searcher = self._view_now().searcher
        found = searcher.search(tantivy.Query.all_query(), limit=max(searcher.num_docs, 1), order_by_field="cheapest")
        return {number & LARGEST_KEY for number, _ in found.hits}

    def exists(self) -> bool:
        """Tell whether there is an index of today's layout."""
        return bool(self.generation())

    def generation(self) -> str:
        """Return the stamp of the file that each commit writes anew; empty without an index."""
        try:
            stat = (self._folder / "meta.json").stat()
        except OSError:
            return ""
        return f"{stat.st_mtime_ns:x}-{stat.st_ino:x}-{stat.st_size:x}"

    def _kept(self) -> Path:
        if not self.exists():
            raise SearchUnavailable(NO_INDEX)
        return self._folder

    def _view_now(self) -> View:
        generation = self.generation()
        if self._view is None or self._view.generation != generation:
            folder, opened, self._opened = self._kept(), self._opened, None
            with _calm():
                index = opened or tantivy.Index.open(str(folder))
                index.reload()
                self._view, self._opened = View(generation, index.searcher()), index
        return self._view

    def _is_sound(self) -> bool:
        try:
            return self.count() >= 0
        except SearchUnavailable:
            return False

    def _make(self, documents: Iterable[Document]) -> None:
        """Fill the index with these alone. A first one is built aside, so that half an index is never seen."""
        is_first = not self.exists()
        folder = self._folder.with_suffix(".new") if is_first else self._folder
        with _calm():
            folder.mkdir(parents=True, exist_ok=True)
        with self._writer(folder) as writer:
            writer.delete_all_documents()
            for document in documents:
                writer.add_document(_written(document))
        if is_first:
            with _calm():
                folder.rename(self._folder)

    @contextmanager
    def _writer(self, folder: Path) -> Iterator[tantivy.IndexWriter]:
        """Give the writer, which one process at a time may hold; commit at the end, or nothing at all."""
        with _calm():
            writer = tantivy.Index(SCHEMA, str(folder)).writer(WRITER_BYTES, num_threads=1)
        try:
            yield writer
            with _calm():
                writer.commit()
        except BaseException:
            writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()


@contextmanager
def _calm() -> Iterator[None]:
    try:
        yield
    except (ValueError, OSError) as error:
        raise SearchUnavailable(f"The search index cannot be used: {error}") from error


def _of_key(key: int) -> tantivy.Query:
    # Not delete_documents_by_term: it takes every number as signed and finds no unsigned one.
    return tantivy.Query.term_query(SCHEMA, "key", key)


def _written(document: Document) -> tantivy.Document:
    fields = record(document)
    kept = {
        "key": document.key,
        "names": f"{document.title} {document.places}",
        "stars": kept_stars(document),
        "card": document.card,
    }
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return tantivy.Document.from_dict(fields | {"kept": text.encode()}, SCHEMA)


def _kept(searcher: tantivy.Searcher, addresses: Iterable[tantivy.DocAddress]) -> list[dict[str, Any]]:
    """What is kept of these documents, read in one go."""
    texts = (bytes(searcher.doc(address)["kept"][0]) for address in addresses)
    kept: list[dict[str, Any]] = json.loads(b"[%b]" % b",".join(texts))
    return kept


def _answered(searcher: tantivy.Searcher, counts: Counts, query: Query) -> Results:
    return answer(query, lambda ask: _found(searcher, counts, ask, query))


def _found(searcher: tantivy.Searcher, counts: Counts, ask: Ask, query: Query) -> Found:
    total, addresses = _page(searcher, ask)
    kept = _kept(searcher, addresses)
    hits = [Hit(one["key"], one["card"], stars_on(query.on, one["stars"])) for one in kept]
    names = kept[0]["names"] if kept else ""
    return Found(hits, total, _facets(counts, ask), names, is_close=_is_any(searcher, ask.close))


def _is_any(searcher: tantivy.Searcher, wishes: tuple[Wish, ...]) -> bool:
    """Tell whether a document fulfils one of the wishes, or there are none."""
    return not wishes or any(searcher.search(_translated(wish), 1, order_by_field="key").hits for wish in wishes)


def _page(searcher: tantivy.Searcher, ask: Ask) -> tuple[int, list[tantivy.DocAddress]]:
    """Return how many are found, and where the hits of the page lie: down the ladder until the page is full."""
    order = tantivy.Order.Desc if ask.order.descending else tantivy.Order.Asc
    last = ask.first + ask.limit if ask.limit else 0
    everything = searcher.search(
        _translated(every(ask.match, ask.chosen)),
        limit=1 if ask.steps else max(last, 1),
        order_by_field=ask.order.field,
        order=order,
    )
    total: int = everything.count  # type: ignore[attr-defined]  # is there, but not in the stub
    if not ask.steps:
        return total, [address for _, address in everything.hits[ask.first : last]]
    last = min(last, total)
    found: dict[int, tantivy.DocAddress] = {}
    for step in ask.steps:
        if len(found) >= last:
            break
        query = _translated(every(step, ask.chosen))
        for number, address in searcher.search(query, last, False, ask.order.field, order=order).hits:
            found.setdefault(number, address)
    return total, list(found.values())[ask.first : last]


def _facets(counts: Counts, ask: Ask) -> Facets:
    """Return the counts; those that ask the same are made in one go, and kept for the other pages of a list."""
    asked: dict[Wish, tuple[str, ...]] = {}
    for field, wish in ask.facets.values():
        asked[wish] = (*asked.get(wish, ()), field)
    found = {wish: counts(every(ask.match, wish), fields) for wish, fields in asked.items()}
    return {name: dict(found[wish][field]) for name, (field, wish) in ask.facets.items()}


def _counted(searcher: tantivy.Searcher, wish: Wish, fields: tuple[str, ...]) -> Facets:
    """How many of what fulfils the wish have each value of these fields."""
    terms = {field: {"terms": {"field": field, "size": MOST_CHOICES}} for field in fields}
    found = searcher.aggregate(_translated(wish), terms)
    return {field: {each["key"]: each["doc_count"] for each in found[field]["buckets"]} for field in fields}


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
        case asking.NoneOf(field, numbers):
            others = [(tantivy.Occur.MustNot, make.term_query(SCHEMA, field, number, "basic")) for number in numbers]
            return make.boolean_query([(tantivy.Occur.Must, make.all_query()), *others])
        case asking.Between(field, low, high):
            return make.range_query(SCHEMA, field, tantivy.FieldType.Unsigned, low, high)
        case asking.Every(parts):
            return make.boolean_query([(tantivy.Occur.Must, _translated(part)) for part in parts])
        case asking.Either(parts):
            return make.boolean_query([(tantivy.Occur.Should, _translated(part)) for part in parts])

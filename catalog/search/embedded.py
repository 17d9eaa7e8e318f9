"""The engine that needs no service: a tantivy index in a folder, read by all processes, written by one at a time."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import orjson
import tantivy
from django.utils import timezone

from catalog.search.documents import LAYOUT, Document, badge, kept_stars, record
from catalog.search.embedded_view import SCHEMA, Best, View, with_other_badge
from catalog.search.port import Query, Results, SearchUnavailable
from catalog.search.ranking import LARGEST_KEY

WRITER_BYTES = 64_000_000
NO_INDEX = "There is no search index yet: run manage.py index_search --rebuild"


class EmbeddedEngine:
    """Search in a folder. An index of another layout is no index: the new one is built beside it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / f"layout-{LAYOUT}"
        self._opened: tantivy.Index | None = None
        self._view: View | None = None
        self._best = Best()

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

    def outdated(self, on: date) -> set[int]:
        """Return the keys of what is kept with the badge of other days."""
        searcher = self._view_now().searcher
        has_any = with_other_badge(searcher, on, limit=1)
        return with_other_badge(searcher, on, limit=searcher.num_docs) if has_any else set()

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
                self._view, self._opened = View(generation, index.searcher(), self._best), index
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
    today = badge(document, timezone.localdate())
    return tantivy.Document.from_dict({**fields, **today, "kept": orjson.dumps(kept)}, SCHEMA)

"""What the search has yet to hear: the products whose card or place in the index may be wrong just now.

They stand in the outbox until the worker has brought them to the engine; consents that ran out at midnight wait too,
until the rounds come by.
"""

from collections.abc import Collection
from functools import cached_property
from hashlib import blake2b
from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest

from catalog.listings.indexing import build_documents
from catalog.listings.presentation.rows import Prepared
from catalog.search.documents import Document
from catalog.search.models import SearchOutbox
from producers.consents.queries import answers_run_out


class Waiting:
    """The products whose card or place in the index may be wrong, at one moment; `word` changes whenever they do."""

    def __init__(self, marks: Collection[tuple[int, int]]) -> None:
        self.word = blake2b(repr(sorted(marks)).encode(), digest_size=12).hexdigest() if marks else ""
        self.keys = frozenset(key for _, key in marks)

    @cached_property
    def documents(self) -> dict[int, Document]:
        """Those that are on sale, as they are now; four queries."""
        return documents_of(self.keys)


def waiting(request: HttpRequest) -> Waiting:
    """What waits now; one query, asked once for each request."""
    known: Waiting | None = getattr(request, "waiting", None)
    if known is None:
        known = Waiting([(row["mark"], row["key"]) for row in _marks.rows()])
        request.waiting = known  # type: ignore[attr-defined]
    return known


def documents_of(keys: Collection[int]) -> dict[int, Document]:
    """Those of the products that are on sale, as they are now."""
    return {document.key: document for document in build_documents(keys)} if keys else {}


def _unheard(_: int) -> QuerySet[Any, Any]:
    """The outbox, and the goods of those whose consent has run out and whom the rounds have not yet come to."""
    theirs = answers_run_out().filter(consent__producer__listings__isnull=False)
    run_out = theirs.annotate(mark=-F("pk"), key=F("consent__producer__listings__product")).values_list("mark", "key")
    return SearchOutbox.objects.order_by().annotate(mark=F("pk")).values_list("mark", "key").union(run_out, all=True)


_marks = Prepared(_unheard, {"mark": "mark", "key": "key"})

"""What the market asks of a search engine, whichever engine stands behind it.

The storefront draws its lists from the hits alone; nothing here knows a listing, a database or an engine.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from catalog.search.documents import Document
from catalog.search.ranking import Sort

__all__ = ["FACETS", "Document", "Facets", "Hit", "Query", "Results", "SearchEngine", "SearchUnavailable", "Sort"]

MOST_PER_PAGE = 100
DEEPEST_HIT = 10_000

FACETS = ("group", "product_set", "province", "available", "stars")
"""What a list's filters count. "commune" is one too: counted within a province, or asked for, as there are 3,321."""

Facets = dict[str, dict[str | int, int]]


class SearchUnavailable(Exception):  # noqa: N818
    """The engine cannot answer now: it is stopped, out of reach, being rebuilt, or has no index yet."""


@dataclass(frozen=True, slots=True)
class Query:
    """One look at the stalls: the words, the filters, the order and the page. Prices in đồng.

    `stars` filters by the certificate that counts on the day `on`; `season` by goods that are harvested in that month
    (1 to 12) and not all year. Pages start at 1 and end at hit 10,000.
    Each of `facets` costs about as much as the hits: ask for those that the page shows. Goods whose keys are
    `left_out` are neither found nor counted, as if the engine had forgotten them.
    """

    on: date
    text: str = ""
    group: str | None = None
    product_sets: tuple[int, ...] = ()
    province: str | None = None
    commune: str | None = None
    producer: int | None = None
    stars: tuple[int, ...] = ()
    price_from: int | None = None
    price_to: int | None = None
    available_only: bool = False
    season: int | None = None
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    per_page: int = 24
    facets: tuple[str, ...] = FACETS
    left_out: frozenset[int] = frozenset()

    @property
    def size(self) -> int:
        """How many hits a page has: from 1 to 100."""
        return min(max(self.per_page, 1), MOST_PER_PAGE)

    @property
    def first(self) -> int:
        """How many hits stand on the pages before this one."""
        return (max(self.page, 1) - 1) * self.size


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its number, its card as it was stored, and its stars (0 unless valid on the day asked)."""

    key: int
    card: dict[str, object]
    stars: int


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits, and how many goods each further choice would leave.

    `facets` counts by "group", "product_set", "province", "stars" (valid ones), "available" (1 and 0) and, within a
    province, "commune", the most frequent first. The counts of a facet ignore the choice made in that facet itself.
    `suggestion` is set only when the words as typed found nothing: the nearest words that the index knows. The
    hits are then those of one slip of the finger, or none.
    """

    hits: list[Hit]
    total: int
    page: int
    pages: int
    facets: Facets = field(default_factory=dict)
    suggestion: str | None = None


class SearchEngine(Protocol):
    """A place that keeps documents and finds them. Every method may raise SearchUnavailable."""

    def index(self, documents: Iterable[Document]) -> None:
        """Store the documents, each in the place of an older one with its key; found by the next search."""

    def remove(self, keys: Iterable[int]) -> None:
        """Forget the documents; unknown keys are no error."""

    def replace(self, documents: Iterable[Document]) -> None:
        """Build the whole index anew; searches see the old one until the new one is complete."""

    def reset(self) -> None:
        """Make the index, and empty it."""

    def refresh(self) -> None:
        """Let the next search see everything stored so far, by any process."""

    def search(self, query: Query) -> Results:
        """Answer the query."""

    def count(self) -> int:
        """Return how many documents can be found."""

    def keys(self) -> set[int]:
        """Return the keys of all documents; for checks and repair, not for pages."""

    def outdated(self, on: date) -> set[int]:
        """Return the keys of documents of which something is kept that no longer holds on that day.

        Answers are right all the same; they are cheaper once those documents have been stored again.
        """

    def exists(self) -> bool:
        """Tell whether there is an index of today's layout, empty or not."""

    def generation(self) -> str:
        """Return a word that changes whenever what can be found changes; cheap enough for every page."""

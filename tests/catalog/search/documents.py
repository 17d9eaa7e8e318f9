"""Goods for the tests of the search: made-up documents, and the 82 products of the demo market by name and place."""

import csv
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from catalog.search.port import Document, Query, Results, SearchEngine

TODAY = date(2026, 11, 23)
PRODUCTS = Path(__file__).with_name("products.csv")


def document(key: int, title: str = "Mật ong", **changes: Any) -> Document:
    """One thing on sale, available all year, unless told otherwise."""
    facts: dict[str, Any] = {
        "key": key,
        "title": title,
        "text": "",
        "places": "",
        "group": "I",
        "product_set": 4,
        "province": "11",
        "commune": "03226",
        "producer": 1,
        "price": 100_000,
        "stars": (),
        "is_available": True,
        "months": (),
        "listed_at": datetime(2026, 1, 1, tzinfo=UTC),
        "sold": 0,
        "card": {"title": title},
    }
    return Document(**(facts | changes))


def fill(engine: SearchEngine, documents: Iterable[Document]) -> None:
    """Put the documents into the empty index."""
    engine.index(documents)
    engine.refresh()


def look(engine: SearchEngine, text: str = "", *, on: date = TODAY, **choices: Any) -> Results:
    """Ask the engine."""
    return engine.search(Query(on=on, text=text, **choices))


def keys(results: Results) -> list[int]:
    """The keys of the hits, in their order."""
    return [hit.key for hit in results.hits]


def titles(results: Results) -> list[str]:
    """The titles on the cards of the hits, in their order."""
    return [str(hit.card["title"]) for hit in results.hits]


def demo_products() -> list[Document]:
    """The 82 products; the earlier in the file, the better they sell."""
    with PRODUCTS.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return [
        document(
            key,
            row["name"],
            product_set=int(row["product_set"]),
            places=f"xã {row['commune']}, {row['former_district']}, {row['province']}",
            sold=len(rows) - key,
        )
        for key, row in enumerate(rows, start=1)
    ]

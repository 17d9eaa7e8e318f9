"""Measure what a request costs: processor time of this process, database queries, bytes on the wire."""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection

from shop.bench.browser import Answer

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the report. `cpu_ms` is the median over rounds; queries and bytes are of one request."""

    name: str
    cpu_ms: float
    queries: int
    size: int
    status: int


def measure(name: str, ask: Callable[[], Answer], *, times: int, before: Callable[[], Any] | None = None) -> Figure:
    """Ask once to warm up and count, then `times` in each of five rounds; `before` runs unmeasured before each."""
    prepare = before or (lambda: None)
    prepare()
    with counted() as queries:
        answer = ask()
    rounds = []
    for _ in range(ROUNDS):
        spent = 0.0
        for _ in range(times):
            prepare()
            started = time.process_time()
            ask()
            spent += time.process_time() - started
        rounds.append(spent / times * 1000)
    return Figure(name, statistics.median(rounds), len(queries), len(answer.body), answer.status)


@contextmanager
def counted() -> Iterator[list[str]]:
    """The queries made meanwhile."""
    queries: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        queries.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield queries


def table(title: str, figures: list[Figure]) -> str:
    """The figures as text, each beside the bare view."""
    bare = figures[0].cpu_ms
    lines = [title, f"{'request':34} {'CPU-ms':>8} {'x bare':>7} {'queries':>8} {'bytes':>8} {'status':>7}"]
    lines += [
        f"{each.name:34} {each.cpu_ms:8.2f} {each.cpu_ms / bare:7.1f} {each.queries:8} {each.size:8} {each.status:7}"
        for each in figures
    ]
    return "\n".join(lines)

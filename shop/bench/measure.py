"""Measure what a request costs: processor time of this process, database queries, bytes on the wire."""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection

from shop.bench.browser import Answer


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the report. Queries and bytes are of one request.

    `cpu_ms` is what a request costs while nobody disturbs the machine: one in twenty is as cheap. `median_ms` is what
    it cost with the neighbours that machines in clouds have.
    """

    name: str
    cpu_ms: float
    median_ms: float
    queries: int
    size: int
    status: int


def measure(name: str, ask: Callable[[], Answer], *, times: int, before: Callable[[], Any] | None = None) -> Figure:
    """Ask once to warm up and count, then so many times; `before` runs unmeasured before each."""
    prepare = before or (lambda: None)
    prepare()
    with counted() as queries:
        answer = ask()
    spent = sorted(_cpu_ms(ask, prepare) for _ in range(times))
    return Figure(
        name=name,
        cpu_ms=spent[len(spent) // 20],
        median_ms=statistics.median(spent),
        queries=len(queries),
        size=len(answer.body),
        status=answer.status,
    )


def _cpu_ms(ask: Callable[[], Answer], prepare: Callable[[], Any]) -> float:
    prepare()
    started = time.process_time()
    ask()
    return (time.process_time() - started) * 1000


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
    head = f"{'request':38} {'CPU-ms':>8} {'median':>8} {'x bare':>7} {'queries':>8} {'bytes':>8} {'status':>7}"
    rows = [
        f"{each.name:38} {each.cpu_ms:8.2f} {each.median_ms:8.2f} {each.cpu_ms / bare:7.1f}"
        f" {each.queries:8} {each.size:8} {each.status:7}"
        for each in figures
    ]
    return "\n".join([title, head, *rows])

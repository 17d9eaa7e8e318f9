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
BARE_TIMES = 100


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the report: medians over rounds, beside the bare view of the same rounds; queries and bytes of one."""

    name: str
    cpu_ms: float
    times_bare: float
    queries: int
    size: int
    status: int


class Ruler:
    """Measures requests beside the bare view, asked in turn: machines change their speed from minute to minute."""

    def __init__(self, bare: Callable[[], Answer]) -> None:
        self._bare = bare

    def measure(
        self, name: str, ask: Callable[[], Answer], *, times: int, before: Callable[[], Any] | None = None
    ) -> Figure:
        """Ask once to warm up and count, then `times` in each of five rounds; `before` runs unmeasured before each."""
        prepare = before or _nothing
        prepare()
        with counted() as queries:
            answer = ask()
        rounds, ratios = [], []
        for _ in range(ROUNDS):
            floor = _cpu_ms(self._bare, BARE_TIMES, _nothing)
            spent = _cpu_ms(ask, times, prepare)
            rounds.append(spent)
            ratios.append(spent / floor)
        return Figure(
            name,
            statistics.median(rounds),
            statistics.median(ratios),
            len(queries),
            len(answer.body),
            answer.status,
        )


def _nothing() -> None:
    """Nothing to prepare."""


def _cpu_ms(ask: Callable[[], Answer], times: int, prepare: Callable[[], Any]) -> float:
    """What one request costs, of so many."""
    spent = 0.0
    for _ in range(times):
        prepare()
        started = time.process_time()
        ask()
        spent += time.process_time() - started
    return spent / times * 1000


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
    lines = [title, f"{'request':34} {'CPU-ms':>8} {'x bare':>7} {'queries':>8} {'bytes':>8} {'status':>7}"]
    lines += [
        f"{each.name:34} {each.cpu_ms:8.2f} {each.times_bare:7.1f} {each.queries:8} {each.size:8} {each.status:7}"
        for each in figures
    ]
    return "\n".join(lines)

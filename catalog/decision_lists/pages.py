"""What the pages of a list show: its rows by outcome, and after it was applied what became of each."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator

from catalog.decision_lists.models import DecisionList
from catalog.decision_lists.plan import CHANGING, OUTCOMES, Outcome, Planned, planned, seen_of

ROWS_ON_A_PAGE = 50
SAMPLES = 3


@dataclass(frozen=True, slots=True)
class DoneRow:
    """A row of an applied list: its number and text, what was done and why, and the certificate if there is one."""

    number: int
    text: str
    outcome: Outcome
    reason: str
    certificate: int | None

    @property
    def pill(self) -> tuple[str, str, str]:
        """Words, tone and drawing."""
        return OUTCOMES[self.outcome]


def list_context(found: DecisionList, tab: str, page_number: str | None) -> dict[str, Any]:
    """The rows of one outcome, page by page; every row of the table is under one of the tabs."""
    rows: list[Any] = done_rows(found) if found.applied_at else planned(found)
    counts = Counter(row.outcome for row in rows)
    first = next((each for each in OUTCOMES if counts[each]), Outcome.UNCLEAR)
    shown = next((each for each in OUTCOMES if each.value == tab), first)
    chosen = [row for row in rows if row.outcome == shown]
    return {
        "found": found,
        "tabs": [(each.value, OUTCOMES[each][0], counts[each]) for each in OUTCOMES if counts[each] or each == shown],
        "tab": shown.value,
        "page": Paginator(chosen, ROWS_ON_A_PAGE).get_page(page_number),
        "total": len(rows),
        "changing": sum(counts[each] for each in CHANGING),
        "unclear": counts[Outcome.UNCLEAR],
        "not_subject": counts[Outcome.NOT_SUBJECT],
        "wrong": counts[Outcome.WRONG],
        "seen": "" if found.applied_at else seen_of(rows),
        "counts": {each.value: counts[each] for each in Outcome},
    }


def done_rows(found: DecisionList) -> list[DoneRow]:
    """What became of each row."""
    return [
        DoneRow(
            int(number),
            " · ".join(dict.fromkeys(cell for cell in found.table[int(number) - 1] if cell)),
            Outcome(result["outcome"]),
            result["reason"],
            result.get("certificate"),
        )
        for number, result in sorted(found.results.items(), key=lambda item: int(item[0]))
    ]


def row_of(found: DecisionList, number: int) -> Planned | None:
    """One row as it is planned now."""
    return next((row for row in planned(found) if row.line.number == number), None)


def column_samples(found: DecisionList) -> list[tuple[str, list[str]]]:
    """Each column's name on the sheet, and a few of its values below."""
    width = max((len(row) for row in found.table), default=0)
    head = found.table[found.head] if 0 <= found.head < len(found.table) else []
    below = found.table[found.head + 1 :]
    samples = []
    for at in range(width):
        values = dict.fromkeys(row[at] for row in below if at < len(row) and row[at])
        samples.append((head[at] if at < len(head) else "", list(values)[:SAMPLES]))
    return samples

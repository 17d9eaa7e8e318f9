"""Moves between states: one way to make them, each in the audit trail."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import models, transaction

from common.audit.services import record

Moves = Mapping[str, frozenset[str]]
"""For each state, the states that it may be reached from."""


class MoveNotAllowed(Exception):  # noqa: N818
    """The thing is not in a state from which this move exists."""


def move(
    row: models.Model,
    to: str,
    *,
    by: User | None,
    action: str,
    on_behalf_of: models.Model | None = None,
    at_point: models.Model | None = None,
    reason: str = "",
    **changes: Any,
) -> None:
    """Lock the row, check its table of moves, save the new state with `changes`, and record the act.

    Raises MoveNotAllowed if the row's state in the database does not lead to `to`.
    """
    table: Moves = type(row).moves  # type: ignore[attr-defined]
    with transaction.atomic():
        locked: Any = type(row)._default_manager.select_for_update().get(pk=row.pk)
        before = locked.state
        if before not in table.get(to, frozenset()):
            raise MoveNotAllowed(f"{row} is {before}: there is no move to {to}")
        changes["state"] = to
        for name, value in changes.items():
            setattr(locked, name, value)
        locked.save(update_fields=list(changes))
        record(
            action,
            by=by,
            subject=row,
            on_behalf_of=on_behalf_of,
            at_point=at_point,
            reason=reason,
            before={"state": str(before)},
            after={"state": str(to)},
        )
    for name, value in changes.items():
        setattr(row, name, value)

"""Moves between states: one way to make them, each by whom the table names, each in the audit trail."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import TextChoices

from common.audit.services import record


class Actor(TextChoices):
    """As what somebody acts on a thing. One person can be several, and of most things is none."""

    OFFICER = "officer", "cán bộ điểm hỗ trợ"
    HELPER = "helper", "thành viên tổ công nghệ số"
    PRODUCER = "producer", "người bán"
    APPROVER = "approver", "cán bộ duyệt của tỉnh"
    ADMINISTRATOR = "administrator", "quản trị"
    BUYER = "buyer", "người mua"
    SYSTEM = "system", "hệ thống"


@dataclass(frozen=True, slots=True)
class Move:
    """One move: from which states, to which, and whose it is."""

    sources: frozenset[str]
    to: str
    actors: frozenset[Actor]


Moves = Mapping[str, Move]
"""The life of a kind of thing: every move by the act that makes it, as the audit trail names the act."""


class Moving(Protocol):
    """A row that has a `state`, a table of `moves`, and knows as what somebody acts on it."""

    pk: Any
    state: Any
    moves: Moves

    def actors(self, by: User | None) -> frozenset[Actor]:
        """As what `by` acts on this row, as the database says now; None is the market itself."""


class MoveNotAllowed(Exception):  # noqa: N818
    """The thing is not in a state from which this move exists; `told` is what people read, if there is more to say."""

    told = ""


class ChangedSinceSeen(MoveNotAllowed):
    """What is decided on was changed, or decided by somebody else, after the person opened the page."""


class SameHands(Exception):  # noqa: N818
    """Nobody approves what he typed, sent or sells himself."""


class ReasonMissing(Exception):  # noqa: N818
    """The act is made with words, and there are none."""


class NotTheirMove(PermissionDenied):
    """The person is none of those whose move it is; a view that lets it through answers 403."""


def move(
    row: Any,
    act: str,
    *,
    by: User | None,
    on_behalf_of: models.Model | None = None,
    at_point: models.Model | None = None,
    reason: str = "",
    told: Mapping[str, Any] | None = None,
    **changes: Any,
) -> str:
    """Lock the row, check its table of moves, save the new state with `changes`, and record the act.

    The audit trail keeps `told` with the new state. Return the state that the row came from.
    Raises NotTheirMove unless `by` is one of those whose move it is today, and MoveNotAllowed if the row's state in
    the database is none that the move starts from.
    """
    with transaction.atomic():
        locked = type(row)._default_manager.select_for_update(no_key=True).get(pk=row.pk)
        made = checked_move(locked, act, by=by)
        before = locked.state
        changes["state"] = made.to
        for name, value in changes.items():
            setattr(locked, name, value)
        locked.save(update_fields=list(changes))
        record(
            act,
            by=by,
            subject=row,
            on_behalf_of=on_behalf_of,
            at_point=at_point,
            reason=reason,
            before={"state": str(before)},
            after={"state": str(made.to), **(told or {})},
        )
    for name, value in changes.items():
        setattr(row, name, value)
    return str(before)


def checked_move(row: Moving, act: str, *, by: User | None) -> Move:
    """The move that the act makes of this row. Raises NotTheirMove and MoveNotAllowed."""
    made = row.moves[act]
    if not row.actors(by) & made.actors:
        raise NotTheirMove(f"{by} is none of those whose move {act} is")
    if row.state not in made.sources:
        raise MoveNotAllowed(f"{row} is {row.state}: {act} does not start there")
    return made

"""One thing that can be done to a row, and which of several the row's table of moves allows somebody now."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User


@dataclass(frozen=True, slots=True)
class Act:
    """A button and what it does.

    `move` is its name in the row's table of moves, which says whose it is and from which states. `do` is the service,
    called with the row and `by`, and, if the act wants words, with these under the name `words`; `done` is said after.
    """

    slug: str
    move: str
    button: str
    icon: str
    look: str
    do: Callable[..., object]
    done: str
    words: str = ""


def offered(row: Any, acts: Iterable[Act], *, by: User) -> list[Act]:
    """Those of the acts that are this person's and that the row's state allows."""
    actors = row.actors(by)
    made = [(act, row.moves[act.move]) for act in acts]
    return [act for act, move in made if actors & move.actors and row.state in move.sources]

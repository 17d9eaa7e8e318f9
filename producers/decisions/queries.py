"""The queue of applications and everything on the page of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from common.rules.clocks import age_in_words
from common.text import fold
from producers.applications.deadlines import is_overdue
from producers.applications.queries import applications_awaiting, applications_under
from producers.applications.rows import StatePill, state_pill
from producers.directory.models import Producer
from producers.directory.queries import AnyUser
from producers.directory.states import ProducerState


@dataclass(frozen=True, slots=True)
class Application:
    """One line of the list: the producer, where her application stands, and how long it has waited."""

    producer: Producer
    pill: StatePill
    age: str
    is_overdue: bool


def applications_in_list(user: AnyUser, *, state: str, words: str = "") -> QuerySet[Producer]:
    """Those in that state whose name has all the words: the queue oldest first, others by name."""
    if state == ProducerState.SUBMITTED:
        found = applications_awaiting(user)
    else:
        found = applications_under(user).filter(state=state).order_by("name_folded", "pk")
    for word in fold(words).split():
        found = found.filter(name_folded__contains=word)
    return found


def as_applications(producers: Iterable[Producer], *, at: datetime) -> list[Application]:
    """The producers as lines of the list; asks the database nothing."""
    return [_application(producer, at) for producer in producers]


def _application(producer: Any, at: datetime) -> Application:
    sent = producer.submitted_at or at
    waits = producer.state == ProducerState.SUBMITTED
    return Application(
        producer=producer,
        pill=state_pill(producer),
        age=age_in_words(sent, at=timezone.localtime(at)) if waits else "",
        is_overdue=waits and is_overdue(sent, at=at),
    )

"""Proposed changes of names, accounts and tax codes; every read starts from the user."""

from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet

from producers.applications.queries import has_hand_in
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, producers_served_by, provinces_approved_by
from producers.directory.states import PAYEE_FIELDS
from producers.payees.models import PayeeChange
from producers.payees.states import PayeeState

NEAR = ("producer__commune__province", "producer__point", "submitted_by", "decided_by")


def payee_changes_under(user: AnyUser) -> QuerySet[PayeeChange]:
    """Those of the provinces that the user approves for, decided or not."""
    theirs = PayeeChange.objects.filter(producer__commune__province__in=provinces_approved_by(user))
    return theirs.select_related(*NEAR)


def payee_changes_awaiting(user: AnyUser) -> QuerySet[PayeeChange]:
    """Those that wait for the user's decision, the longest waiting first.

    They are of guarded producers alone: of no other is a change proposed, and once guarded she stays it.
    """
    waiting = payee_changes_under(user).filter(state=PayeeState.PROPOSED)
    return waiting.order_by("submitted_at", "pk")


def payee_changes_proposed_at(user: AnyUser) -> QuerySet[PayeeChange]:
    """Those of the producers whom the user serves that are not decided yet, the longest waiting first."""
    theirs = PayeeChange.objects.filter(producer__in=producers_served_by(user), state=PayeeState.PROPOSED)
    return theirs.select_related(*NEAR).order_by("submitted_at", "pk")


def open_change_of(producer: Producer) -> PayeeChange | None:
    """The change of this producer that waits, if one does."""
    return PayeeChange.objects.filter(producer=producer, state=PayeeState.PROPOSED).select_related(*NEAR).first()


def payee_of(producer: Producer) -> dict[str, Any]:
    """What is in force, by field."""
    return {name: getattr(producer, name) for name in PAYEE_FIELDS}


def has_hand_in_change(user: User, change: PayeeChange) -> bool:
    """Whether the user proposed it, wrote the producer down, or is the producer."""
    return user.pk == change.submitted_by_id or has_hand_in(user, change.producer)

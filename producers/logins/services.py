"""Let an account act for a producer, and end that. It gives no permission on the dashboard."""

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction

from common.audit.services import record
from common.transitions import ReasonMissing
from producers.directory.models import Producer
from producers.logins.queries import works_here


class LoginRefused(Exception):  # noqa: N818
    """The account cannot act for a producer."""


class AccountLocked(LoginRefused):
    """Nobody signs in with the account."""


class WorksHere(LoginRefused):
    """The account is of somebody at work here: who serves or approves does not sell."""


class LoginHeldAlready(LoginRefused):
    """The account acts for this producer already."""


class LoginEnded(Exception):  # noqa: N818
    """The account acts for this producer no more."""


@transaction.atomic
def give_login(producer: Producer, account: User, *, by: User, reason: str) -> None:
    """Let the account act for the producer.

    Raises AccountLocked, WorksHere, LoginHeldAlready, ReasonMissing, and PermissionDenied for no administrator.
    """
    kept, person = _held(producer, account, by=by, reason=reason)
    if not person.is_active:
        raise AccountLocked
    if works_here(person):
        raise WorksHere
    if kept.partner.users.filter(pk=person.pk).exists():
        raise LoginHeldAlready
    kept.partner.users.add(person)
    login = {"login": person.get_username()}
    record("producer.login_given", by=by, subject=kept, on_behalf_of=kept, reason=reason, after=login)


@transaction.atomic
def end_login(producer: Producer, account: User, *, by: User, reason: str) -> None:
    """Let the account act for the producer no more; its open pages lose the right with their next request.

    Raises LoginEnded if somebody did so meanwhile, ReasonMissing, and PermissionDenied for no administrator.
    """
    kept, person = _held(producer, account, by=by, reason=reason)
    if not kept.partner.users.filter(pk=person.pk).exists():
        raise LoginEnded
    kept.partner.users.remove(person)
    login = {"login": person.get_username()}
    record("producer.login_ended", by=by, subject=kept, on_behalf_of=kept, reason=reason, before=login)


def _held(producer: Producer, account: User, *, by: User, reason: str) -> tuple[Producer, User]:
    """Producer and account, locked, for an administrator who says why."""
    if not User.objects.filter(pk=by.pk, is_active=True, is_superuser=True).exists():
        raise PermissionDenied
    if not reason.strip():
        raise ReasonMissing
    kept = Producer.objects.select_related("partner").select_for_update(of=("self",)).get(pk=producer.pk)
    return kept, User.objects.select_for_update().get(pk=account.pk)

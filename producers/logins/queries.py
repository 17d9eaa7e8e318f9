"""Whose login acts for whom; for administrators."""

from django.contrib.auth.models import User
from django.db.models import Count, QuerySet

from common.audit.models import AuditEntry
from common.audit.queries import history_of
from common.text import fold
from producers.directory.models import Membership, Producer
from producers.logins.states import ACTS


def producers_to_find(words: str = "") -> QuerySet[Producer]:
    """Every producer of the market, each with `logins`, their number; `words` are looked for in the folded names."""
    found = Producer.objects.select_related("point", "commune__province")
    for word in fold(words).split():
        found = found.filter(name_folded__contains=word)
    return found.annotate(logins=Count("partner__users")).order_by("name_folded", "pk")


def logins_of(producer: Producer) -> QuerySet[User]:
    """The accounts that act for the producer, by name."""
    return User.objects.filter(partners=producer.partner_id).order_by("username")


def works_here(account: User) -> bool:
    """Whether the account is an administrator's or has a role today: such a one sells for nobody."""
    held = Membership.objects.filter(user=account, ended_at__isnull=True)
    return bool(account.is_superuser or account.is_staff) or held.exists()


def account_named(name: str) -> User | None:
    """The account that signs in by that name, as `sign_in_name` writes it."""
    return User.objects.filter(username=name).first()


def login_acts(producer: Producer) -> QuerySet[AuditEntry]:
    """What was done to the producer's logins, newest first."""
    return history_of(producer).filter(action__in=ACTS)

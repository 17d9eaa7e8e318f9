"""Who works where, and who is invited; for administrators. And the invitation of whoever holds its code."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from common.audit.models import AuditEntry
from common.policies.queries import yet_to_accept
from common.text import fold
from producers.directory.models import Membership, SupportPoint
from producers.staffing.codes import hash_of, read_code
from producers.staffing.models import Invitation

PLACES = ("point", "province")


def people_at_work(words: str = "", point: SupportPoint | None = None, *, is_to_accept: bool = False) -> QuerySet[User]:
    """Everybody who has a role or had one, and administrators; each with `roles` that have not ended.

    `words` are looked for in names and sign-in names, with marks or without. With `is_to_accept` only those at work
    who have yet to say yes to a text in force.
    """
    held = Membership.objects.filter(user=OuterRef("pk"))
    if point or is_to_accept:
        held = held.filter(ended_at__isnull=True)
    if point:
        held = held.filter(point=point)
    people = User.objects.filter(Exists(held) if point else Exists(held) | Q(is_superuser=True))
    if is_to_accept:
        people = people.filter(yet_to_accept(User, on=timezone.localdate()), is_active=True)
    if sought := fold(words).split():
        people = people.filter(pk__in=_named(people, sought))
    now = Membership.objects.filter(ended_at__isnull=True).select_related(*PLACES).order_by("pk")
    return people.prefetch_related(Prefetch("memberships", now, to_attr="roles")).order_by("first_name", "pk")


def _named(people: QuerySet[User], sought: list[str]) -> list[int]:
    """Whose name or sign-in name has all these folded words; Django's users have no folded names to ask for."""
    rows = people.order_by().values_list("pk", "last_name", "first_name", "username")
    return [pk for pk, *names in rows if all(word in fold(" ".join(names)) for word in sought)]


def roles_of(person: User) -> QuerySet[Membership]:
    """Every role of the person, those of today first."""
    return Membership.objects.filter(user=person).select_related(*PLACES).order_by("-ended_at", "pk")


def acts_upon(person: User) -> QuerySet[AuditEntry]:
    """What was done to the person's roles and sign-in, newest first."""
    roles = [str(pk) for pk in Membership.objects.filter(user=person).values_list("pk", flat=True)]
    of_roles = Q(subject_type__app_label="producers", subject_type__model="membership", subject_id__in=roles)
    of_person = Q(subject_type__app_label="auth", subject_type__model="user", subject_id=str(person.pk))
    return AuditEntry.objects.filter(of_roles | of_person).order_by("-at", "-pk")


def waiting_invitations(at: datetime) -> QuerySet[Invitation]:
    """The invitations that can still be taken up."""
    return Invitation.objects.filter(
        accepted_at__isnull=True, withdrawn_at__isnull=True, ends_at__gt=at
    ).select_related(*PLACES)


def invitation_with_code(typed: str, at: datetime) -> Invitation | None:
    """The invitation that this code still takes up; None if it is made up, spent, withdrawn or ended."""
    return waiting_invitations(at).filter(code_hash=hash_of(read_code(typed))).first()

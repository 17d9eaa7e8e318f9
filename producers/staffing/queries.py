"""Who works where, and who is invited; for administrators. And the invitation of whoever holds its code."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from common.audit.models import AuditEntry
from producers.directory.models import Membership, SupportPoint
from producers.staffing.codes import hash_of, read_code
from producers.staffing.models import Invitation

PLACES = ("point", "province")


def people_at_work(words: str = "", point: SupportPoint | None = None) -> QuerySet[User]:
    """Everybody who has a role or had one, and administrators; each with `roles` that have not ended.

    `words` are looked for in names and sign-in names as they are written.
    """
    held = Membership.objects.filter(user=OuterRef("pk"))
    if point:
        held = held.filter(point=point, ended_at__isnull=True)
    people = User.objects.filter(Exists(held) if point else Exists(held) | Q(is_superuser=True))
    for word in words.split():
        people = people.filter(
            Q(first_name__icontains=word) | Q(last_name__icontains=word) | Q(username__icontains=word)
        )
    now = Membership.objects.filter(ended_at__isnull=True).select_related(*PLACES).order_by("pk")
    return people.prefetch_related(Prefetch("memberships", now, to_attr="roles")).order_by("first_name", "pk")


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

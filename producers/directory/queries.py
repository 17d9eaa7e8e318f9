"""Who may act where: every read starts from the user."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import OuterRef, Q, QuerySet

from common.audit.queries import history_of
from common.transitions import Actor
from producers.directory.models import AT_POINT, Membership, Producer, SupportPoint
from producers.directory.states import PAYEE_GUARDED, ProducerAct, ProducerState, Role
from producers.places.models import Province

AnyUser = AbstractBaseUser | AnonymousUser
ACTOR_OF = {
    Role.OFFICER.value: Actor.OFFICER,
    Role.HELPER.value: Actor.HELPER,
    Role.APPROVER.value: Actor.APPROVER,
}
GUARDED = frozenset(Role) - {Role.HELPER}
"""The roles whose holders prove at sign-in that it is they; a helper, who only drafts, need not."""
SOLD_BEFORE = Q(action=ProducerAct.APPROVED) | Q(
    before__state__in=[ProducerState.APPROVED.value, ProducerState.SUSPENDED.value]
)
"""Entries of a producer's trail after which orders of hers may be open."""


def memberships_of(user: AnyUser, role: Role) -> QuerySet[Membership]:
    """The user's memberships of that role that have not ended."""
    if not user.is_authenticated or not user.is_active:
        return Membership.objects.none()
    return Membership.objects.filter(user_id=user.pk, role=role, ended_at__isnull=True)


def points_of(user: AnyUser) -> QuerySet[SupportPoint]:
    """The support points where the user is an officer."""
    return SupportPoint.objects.filter(pk__in=memberships_of(user, Role.OFFICER).values("point"))


def points_helped_by(user: AnyUser) -> QuerySet[SupportPoint]:
    """The support points whose community digital group the user belongs to."""
    return SupportPoint.objects.filter(pk__in=memberships_of(user, Role.HELPER).values("point"))


def helpers_of(point: SupportPoint | OuterRef) -> QuerySet[Membership]:
    """The memberships, of today and before, of those who help or helped at a point."""
    return Membership.objects.filter(role=Role.HELPER, point=point)


def provinces_approved_by(user: AnyUser) -> QuerySet[Province]:
    """The provinces whose listings the user approves."""
    return Province.objects.filter(pk__in=memberships_of(user, Role.APPROVER).values("province"))


def producers_served_by(user: AnyUser) -> QuerySet[Producer]:
    """The producers the user may act for: those of an officer's points, and the producer whose own login it is."""
    if not user.is_authenticated or not user.is_active:
        return Producer.objects.none()
    own = Producer.objects.filter(partner__users=user.pk)
    return Producer.objects.filter(Q(point__in=points_of(user)) | Q(pk__in=own.values("pk")))


def producers_drafted_for(user: AnyUser) -> QuerySet[Producer]:
    """The producers for whom the user may write drafts: those she serves, and those of a helper's points."""
    return producers_served_by(user) | Producer.objects.filter(point__in=points_helped_by(user))


def producers_of_points_of(user: AnyUser) -> QuerySet[Producer]:
    """The producers of the points where the user is an officer."""
    return Producer.objects.filter(point__in=points_of(user))


def oversees_everything(user: AnyUser) -> bool:
    """Whether the user is an auditor of the whole country."""
    return memberships_of(user, Role.AUDITOR).filter(province__isnull=True).exists()


def producers_overseen_by(user: AnyUser) -> QuerySet[Producer]:
    """The producers an approver or auditor may look at: those of the user's provinces, or all."""
    if oversees_everything(user):
        return Producer.objects.all()
    approver = Q(commune__province__in=provinces_approved_by(user))
    audits = memberships_of(user, Role.AUDITOR)
    return Producer.objects.filter(approver | Q(commune__province__in=audits.values("province")))


def workplaces_of(user: AnyUser) -> frozenset[str]:
    """Which kinds of work pages the user has: any of "officer", "approver", "auditor", "helper", "producer"."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    roles = set(Membership.objects.filter(user_id=user.pk, ended_at__isnull=True).values_list("role", flat=True))
    if Producer.objects.filter(partner__users=user.pk).exists():
        roles.add("producer")
    return frozenset(roles)


def actors_towards(user: AnyUser | None, producer: Producer) -> frozenset[Actor]:
    """As what the user acts on what is this producer's, as the database says now; None is the market itself."""
    if user is None:
        return frozenset({Actor.SYSTEM})
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    theirs = Membership.objects.filter(
        Q(role__in=AT_POINT, point=producer.point_id) | Q(role=Role.APPROVER, province__communes=producer.commune_id),
        user_id=user.pk,
        ended_at__isnull=True,
    )
    actors = {ACTOR_OF[role] for role in theirs.values_list("role", flat=True)}
    if Producer.objects.filter(pk=producer.pk, partner__users=user.pk).exists():
        actors.add(Actor.PRODUCER)
    if getattr(user, "is_superuser", False):
        actors.add(Actor.ADMINISTRATOR)
    return frozenset(actors)


def point_of_act(user: AnyUser | None, producer: Producer) -> SupportPoint | None:
    """The producer's point when the user acts as its officer or helper, else nothing; for the audit trail."""
    if user is None:
        return None
    return (points_of(user) | points_helped_by(user)).filter(pk=producer.point_id).first()


def is_payee_guarded(producer: Producer) -> bool:
    """Whether her name, account and tax code change by an approver's decision alone: she is or ever was approved.

    Orders of before go on while she is closed, opened again and sent anew. In a guarded state this asks nothing of
    the database.
    """
    return producer.state in PAYEE_GUARDED or history_of(producer).filter(SOLD_BEFORE).exists()


def needs_second_factor(user: AnyUser) -> bool:
    """Whether the user's work needs a second proof: officers, approvers, auditors and administrators."""
    if not user.is_authenticated or not user.is_active:
        return False
    held = Membership.objects.filter(user_id=user.pk, ended_at__isnull=True, role__in=GUARDED)
    return bool(getattr(user, "is_superuser", False)) or held.exists()

"""Invite somebody to work here, take the invitation back or up, end a role, move an officer to another point."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.mail import send_mail
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from common.audit.services import record
from common.policies.queries import versions_to_accept
from common.policies.services import accept
from common.policies.texts import Version
from common.rules.book import rule
from producers.directory.models import AT_POINT, Membership, SupportPoint
from producers.places.models import Province
from producers.staffing.codes import hash_of, new_code, written_code
from producers.staffing.models import Invitation
from producers.staffing.queries import invitation_with_code, waiting_invitations


class AlreadyInvited(Exception):  # noqa: N818
    """The same person has an invitation to the same place that still waits."""


class InvitationSpent(Exception):  # noqa: N818
    """The code is made up, or its invitation was taken up or withdrawn, or has ended."""


class NameTaken(Exception):  # noqa: N818
    """There is an account of that phone number or e-mail address already."""


class RoleHeldAlready(Exception):  # noqa: N818
    """The person has that role at that place today."""


class RulesNotAccepted(Exception):  # noqa: N818
    """A text that binds people at work was not accepted, or a newer one holds meanwhile."""


class RoleEnded(Exception):  # noqa: N818
    """The role has ended meanwhile, or is none that moves from point to point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Which role is offered to whom, and where."""

    full_name: str
    role: str
    email: str = ""
    point: SupportPoint | None = None
    province: Province | None = None


@transaction.atomic
def invite(offer: Offer, *, by: User, at: datetime | None = None) -> tuple[Invitation, str]:
    """Invite a person, and return the code, which is nowhere else; with an e-mail address the link is sent there.

    Raises AlreadyInvited, and PermissionDenied unless `by` is an administrator.
    """
    _administrators_alone(by)
    at = at or timezone.now()
    same = waiting_invitations(at).filter(role=offer.role, point=offer.point, province=offer.province)
    if same.filter(full_name__iexact=offer.full_name, email__iexact=offer.email).exists():
        raise AlreadyInvited
    code = new_code()
    invitation: Invitation = Invitation.objects.create(
        full_name=offer.full_name,
        email=offer.email,
        role=offer.role,
        point=offer.point,
        province=offer.province,
        code_hash=hash_of(code),
        invited_by=by,
        invited_at=at,
        ends_at=at + timedelta(days=rule("staffing.invitation_days").value),
    )
    record("staff.invited", by=by, subject=invitation, at_point=offer.point, after=_place_of(invitation))
    if offer.email:
        transaction.on_commit(partial(_send, invitation, code), robust=True)
    return invitation, code


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by: User, at: datetime | None = None) -> None:
    """Take an invitation back. Raises InvitationSpent if it waits no more, PermissionDenied for no administrator."""
    _administrators_alone(by)
    at = at or timezone.now()
    kept = waiting_invitations(at).select_for_update(of=("self",)).filter(pk=invitation.pk).first()
    if kept is None:
        raise InvitationSpent
    kept.withdrawn_at = at
    kept.save(update_fields=["withdrawn_at"])
    record("staff.invitation_withdrawn", by=by, subject=kept, at_point=kept.point, before=_place_of(kept))


@transaction.atomic
def accept_as_newcomer(
    code: str, *, full_name: str, contact: str, password: str, accepts: Sequence[Version], at: datetime | None = None
) -> User:
    """Open an account for the invited person, with the role. Raises InvitationSpent, NameTaken and RulesNotAccepted."""
    invitation = _held(code, at or timezone.now())
    email = contact if "@" in contact else ""
    try:
        with transaction.atomic():
            person = User.objects.create_user(contact, email, password, first_name=full_name)
    except IntegrityError as error:
        raise NameTaken(contact) from error
    _accept(invitation, person, accepts, at or timezone.now())
    return person


@transaction.atomic
def accept_as(person: User, code: str, *, accepts: Sequence[Version] = (), at: datetime | None = None) -> None:
    """Give the role to somebody who has an account and may have accepted the rules before.

    Raises InvitationSpent, RoleHeldAlready and RulesNotAccepted.
    """
    _accept(_held(code, at or timezone.now()), person, accepts, at or timezone.now())


@transaction.atomic
def end_membership(membership: Membership, *, by: User, reason: str, at: datetime | None = None) -> None:
    """End a role now; open pages of the person lose the right with their next request.

    Raises RoleEnded if somebody did so meanwhile, and PermissionDenied unless `by` is an administrator.
    """
    _administrators_alone(by)
    kept = _live(membership)
    _end(kept, at or timezone.now())
    record(
        "staff.membership_ended",
        by=by,
        subject=kept,
        at_point=kept.point,
        reason=reason,
        before=_place_of(kept),
        after={"ended_at": kept.ended_at},
    )


@transaction.atomic
def move_to_point(
    membership: Membership, to: SupportPoint, *, by: User, reason: str, at: datetime | None = None
) -> Membership:
    """End an officer's or helper's role at one point and begin it at another, in one act.

    Raises RoleEnded, RoleHeldAlready if she has that role there already, and PermissionDenied for no administrator.
    """
    _administrators_alone(by)
    kept = _live(membership)
    if kept.role not in AT_POINT:
        raise RoleEnded
    _end(kept, at or timezone.now())
    new = _begin(kept.user, role=kept.role, point=to)
    before = _place_of(kept)
    record(
        "staff.membership_moved", by=by, subject=new, at_point=to, reason=reason, before=before, after=_place_of(new)
    )
    return new


def link_of(code: str) -> str:
    """The whole address that takes the invitation up."""
    return f"{settings.PUBLIC_ADDRESS}{reverse('invitation', args=[written_code(code)])}"


def _administrators_alone(by: User) -> None:
    if not User.objects.filter(pk=by.pk, is_active=True, is_superuser=True).exists():
        raise PermissionDenied


def _held(code: str, at: datetime) -> Invitation:
    """The invitation of that code, locked."""
    found = invitation_with_code(code, at)
    kept = waiting_invitations(at).select_for_update(of=("self",)).filter(pk=found.pk).first() if found else None
    if kept is None:
        raise InvitationSpent
    return kept


def _accept(invitation: Invitation, person: User, accepts: Sequence[Version], at: datetime) -> None:
    accept(accepts, subject=person, by=person, at=at)
    if versions_to_accept(person, on=timezone.localdate(at)):
        raise RulesNotAccepted(str(person))
    _begin(person, role=invitation.role, point=invitation.point, province=invitation.province)
    invitation.accepted_at, invitation.accepted_by = at, person
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    after = {**_place_of(invitation), "user": person.get_username(), **{each.policy: each.number for each in accepts}}
    record("staff.invitation_accepted", by=person, subject=invitation, at_point=invitation.point, after=after)


def _begin(person: User, **role: Any) -> Membership:
    try:
        with transaction.atomic():
            made: Membership = Membership.objects.create(user=person, **role)
    except IntegrityError as error:
        raise RoleHeldAlready from error
    return made


def _live(membership: Membership) -> Membership:
    kept: Membership | None = (
        Membership.objects.select_for_update(of=("self",))
        .select_related("user", "point", "province")
        .filter(pk=membership.pk, ended_at__isnull=True)
        .first()
    )
    if kept is None:
        raise RoleEnded
    return kept


def _end(membership: Membership, at: datetime) -> None:
    membership.ended_at = at
    membership.save(update_fields=["ended_at"])


def _place_of(one: Membership | Invitation) -> dict[str, str]:
    return {"role": one.get_role_display(), "place": one.place_name}


def _send(invitation: Invitation, code: str) -> None:
    said = {"invitation": invitation, "link": link_of(code), "code": written_code(code), "market": settings.MARKET}
    body = render_to_string("staffing/invitation_email.txt", said)
    send_mail(f"Mời làm việc ở {settings.MARKET['name']}", body, None, [invitation.email])

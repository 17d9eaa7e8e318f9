"""Two people at one invitation, one role, one code, at the same moment on PostgreSQL: one of them is first."""

import pytest
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from common.audit.models import AuditEntry
from common.policies.texts import asked_versions
from producers.directory.models import Membership
from producers.directory.queries import points_of
from producers.directory.states import Role
from producers.second_factor.services import WrongCode, check_code, set_up, write_paper_anew
from producers.staffing.models import Invitation
from producers.staffing.services import (
    InvitationSpent,
    Offer,
    RoleEnded,
    accept_as_newcomer,
    end_membership,
    invite,
    move_to_point,
    withdraw_invitation,
)
from tests import factories
from tests.catalog.approvals.test_races import at_once
from tests.producers.second_factor.test_second_factor import code_of

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def newcomer(code, contact):
    typed = {"full_name": "Cà Thị Thảo", "contact": contact, "password": "mua-xuan-2026"}
    return lambda: accept_as_newcomer(code, **typed, accepts=asked_versions(on=timezone.localdate()))


@pytest.mark.parametrize("_again", range(3))
def test_an_invitation_is_taken_up_once(quan, nua_ngam, _again):
    _, code = invite(Offer(full_name="Cà Thị Thảo", role=Role.OFFICER, point=nua_ngam), by=quan)
    outcomes = at_once(newcomer(code, "0912345671"), newcomer(code, "0912345672"))
    assert [type(outcome) for outcome in outcomes].count(InvitationSpent) == 1
    assert Membership.objects.count() == 1
    assert AuditEntry.objects.filter(action="staff.invitation_accepted").count() == 1


@pytest.mark.parametrize("_again", range(3))
def test_withdrawn_or_taken_up_but_never_both(quan, nua_ngam, _again):
    invitation, code = invite(Offer(full_name="Cà Thị Thảo", role=Role.OFFICER, point=nua_ngam), by=quan)
    outcomes = at_once(newcomer(code, "0912345671"), lambda: withdraw_invitation(invitation, by=quan))
    assert [type(outcome) for outcome in outcomes].count(InvitationSpent) == 1
    stored = Invitation.objects.get()
    assert (stored.accepted_at is None) != (stored.withdrawn_at is None)
    assert Membership.objects.count() == (stored.accepted_at is not None)


@pytest.mark.parametrize("_again", range(3))
def test_a_role_is_ended_or_moved_but_never_both(quan, tuan, nua_ngam, sin_ho, _again):
    role = Membership.objects.get(user=tuan)
    other = factories.user("lam", "Hoàng Lam", is_superuser=True)
    outcomes = at_once(
        lambda: end_membership(role, by=quan, reason="nghỉ việc"),
        lambda: move_to_point(role, sin_ho, by=other, reason="chuyển"),
    )
    assert [type(outcome) for outcome in outcomes].count(RoleEnded) == 1
    assert AuditEntry.objects.count() == 1
    assert list(points_of(tuan)) == ([] if outcomes[1].__class__ is RoleEnded else [sin_ho])


@pytest.mark.parametrize("_again", range(3))
def test_a_code_from_paper_lets_one_in(tuan, _again):
    TOTPDevice.objects.create(user=tuan, name="Điện thoại")
    code = write_paper_anew(tuan)[0]
    outcomes = at_once(lambda: check_code(tuan, code), lambda: check_code(tuan, code))
    assert [type(outcome) for outcome in outcomes].count(WrongCode) == 1
    assert StaticToken.objects.filter(device__user=tuan).count() == 9


@pytest.mark.parametrize("_again", range(3))
def test_two_phones_at_once_set_one_up(tuan, _again):
    phone = TOTPDevice.objects.create(user=tuan, name="Điện thoại", confirmed=False)
    code = code_of(phone)
    at_once(lambda: set_up(tuan, code), lambda: set_up(tuan, code))
    assert TOTPDevice.objects.filter(user=tuan, confirmed=True).count() == 1
    assert AuditEntry.objects.filter(action="second_factor.set_up").count() == 1

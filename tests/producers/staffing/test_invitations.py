"""An invitation gives one role to one person, once, for a few days; its code is nowhere but in her hand."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from common.audit.models import AuditEntry
from common.policies.queries import acceptances_of, written
from common.policies.texts import asked_versions
from producers.directory.models import Membership
from producers.directory.queries import workplaces_of
from producers.directory.states import Role
from producers.staffing.codes import hash_of, new_code, read_code, written_code
from producers.staffing.models import Invitation
from producers.staffing.services import (
    AlreadyInvited,
    InvitationSpent,
    NameTaken,
    Offer,
    RoleHeldAlready,
    RulesNotAccepted,
    accept_as,
    accept_as_newcomer,
    invite,
    link_of,
    withdraw_invitation,
)
from producers.staffing.states import InvitationState
from tests import factories
from tests.people import signed_in

pytestmark = pytest.mark.django_db
PASSWORD = "mot-cau-dai-de-nho"
TYPED = {"full_name": "Cà Thị Thảo", "contact": "0912345678", "password": PASSWORD}
NEWCOMER = {**TYPED, "accepts": asked_versions(on=timezone.localdate())}
SAID_YES = {"accepts": "on", "versions": written(NEWCOMER["accepts"])}


@pytest.fixture
def offer(nua_ngam):
    return Offer(full_name="Cà Thị Thảo", role=Role.OFFICER, point=nua_ngam)


def nothing_came_of_it():
    return not Membership.objects.filter(user__username="0912345678").exists()


def test_a_code_is_read_however_it_was_typed():
    code = new_code()
    assert len(code) == 20
    assert read_code(written_code(code)) == read_code(f" {code.lower()} ") == code


def test_the_code_is_kept_as_a_hash_alone(quan, offer):
    invitation, code = invite(offer, by=quan)
    stored = " ".join(str(value) for value in Invitation.objects.values().get().values())
    assert code not in stored
    assert invitation.code_hash == hash_of(code)
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by, entry.at_point_id) == ("staff.invited", quan, offer.point.pk)
    assert entry.after == {"role": "Cán bộ điểm hỗ trợ", "place": "Điểm hỗ trợ xã Núa Ngam"}
    assert code not in str(entry.after)


def test_the_invited_person_sets_name_and_password_and_has_the_role(quan, offer):
    invitation, code = invite(offer, by=quan)
    person = accept_as_newcomer(code, **NEWCOMER)
    invitation.refresh_from_db()
    assert person.check_password(PASSWORD)
    assert workplaces_of(person) == {"officer"}
    assert (invitation.accepted_by, invitation.state(timezone.now())) == (person, InvitationState.ACCEPTED)
    entry = AuditEntry.objects.get(action="staff.invitation_accepted")
    assert (entry.by, entry.after["user"]) == (person, "0912345678")


def test_it_is_used_once(quan, offer):
    _, code = invite(offer, by=quan)
    accept_as_newcomer(code, **NEWCOMER)
    with pytest.raises(InvitationSpent):
        accept_as_newcomer(code, **{**NEWCOMER, "contact": "0987654321"})
    assert Membership.objects.count() == 1


@pytest.mark.parametrize("days", [7, 8])
def test_it_ends(quan, offer, days):
    long_ago = timezone.now() - timedelta(days=days)
    invitation, code = invite(offer, by=quan, at=long_ago)
    with pytest.raises(InvitationSpent):
        accept_as_newcomer(code, **NEWCOMER)
    assert nothing_came_of_it()
    assert invitation.state(timezone.now()) == InvitationState.ENDED


def test_it_holds_as_long_as_the_rule_says(quan, offer, set_rule):
    set_rule("staffing.invitation_days", 2)
    made_at = timezone.now() - timedelta(days=2)
    _, code = invite(offer, by=quan, at=made_at)
    accept_as_newcomer(code, **NEWCOMER, at=made_at + timedelta(days=2) - timedelta(seconds=1))
    assert not nothing_came_of_it()


def test_a_withdrawn_one_gives_nothing(quan, offer):
    invitation, code = invite(offer, by=quan)
    withdraw_invitation(invitation, by=quan)
    with pytest.raises(InvitationSpent):
        accept_as_newcomer(code, **NEWCOMER)
    with pytest.raises(InvitationSpent):
        withdraw_invitation(invitation, by=quan)
    assert nothing_came_of_it()
    assert AuditEntry.objects.filter(action="staff.invitation_withdrawn").count() == 1


def test_a_made_up_code_gives_nothing(quan, offer):
    invite(offer, by=quan)
    for code in ("", new_code()):
        with pytest.raises(InvitationSpent):
            accept_as_newcomer(code, **NEWCOMER)
    assert nothing_came_of_it()


def test_an_account_of_that_name_is_left_alone_and_the_invitation_waits(quan, offer, an):
    invitation, code = invite(offer, by=quan)
    with pytest.raises(NameTaken):
        accept_as_newcomer(code, **{**NEWCOMER, "contact": an.username})
    assert an.check_password("cho-phien")
    assert invitation.state(timezone.now()) == InvitationState.WAITING
    assert not Membership.objects.exists()


def test_who_has_an_account_takes_the_role_with_it(quan, offer, an):
    _, code = invite(offer, by=quan)
    accept_as(an, code)
    assert workplaces_of(an) == {"officer"}


def test_who_has_the_role_keeps_it_once(quan, offer, tuan):
    invitation, code = invite(offer, by=quan)
    with pytest.raises(RoleHeldAlready):
        accept_as(tuan, code)
    invitation.refresh_from_db()
    assert Membership.objects.filter(user=tuan).count() == 1
    assert invitation.state(timezone.now()) == InvitationState.WAITING


def test_the_same_person_is_not_invited_twice_at_once(quan, offer):
    invitation, _ = invite(offer, by=quan)
    with pytest.raises(AlreadyInvited):
        invite(offer, by=quan)
    withdraw_invitation(invitation, by=quan)
    invite(offer, by=quan)
    assert Invitation.objects.count() == 2


@pytest.mark.parametrize("who", ["tuan", "chu", "linh", "thanh", "an"])
def test_only_administrators_invite_and_withdraw(who, quan, offer, request):
    invitation, _ = invite(offer, by=quan)
    person = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        invite(Offer(full_name="Ai Đó", role=Role.AUDITOR), by=person)
    with pytest.raises(PermissionDenied):
        withdraw_invitation(invitation, by=person)
    assert Invitation.objects.get().withdrawn_at is None


def test_the_link_goes_by_e_mail_when_there_is_an_address(
    quan, nua_ngam, mailoutbox, django_capture_on_commit_callbacks
):
    offer = Offer(full_name="Cà Thị Thảo", email="thao@example.com", role=Role.HELPER, point=nua_ngam)
    with django_capture_on_commit_callbacks(execute=True):
        _, code = invite(offer, by=quan)
    assert mailoutbox[0].to == ["thao@example.com"]
    assert link_of(code) in mailoutbox[0].body
    assert "thành viên tổ công nghệ số, Điểm hỗ trợ xã Núa Ngam" in mailoutbox[0].body


def test_the_pages_from_invitation_to_work(quan, nua_ngam, visitor):
    page = signed_in(quan).post(
        "/quan-tri/nguoi-lam/moi/", {"full_name": "Cà Thị Thảo", "role": "helper", "point": nua_ngam.pk}
    )
    code = page.context["code"]
    assert code in page.content.decode()
    assert code not in signed_in(quan).get("/quan-tri/nguoi-lam/").content.decode()
    answer = visitor.post("/loi-moi/", {"code": code.lower().replace("-", " ")})
    assert answer.headers["Location"] == f"/loi-moi/{code}/"
    assert "Mời làm thành viên tổ công nghệ số" in visitor.get(f"/loi-moi/{code}/").content.decode()
    answer = visitor.post(f"/loi-moi/{code}/", {**TYPED, **SAID_YES, "contact": "0912 345 678"})
    assert answer.headers["Location"] == "/can-bo/"
    assert visitor.get("/can-bo/hang/").status_code == 200
    spent = signed_in(quan).get(f"/loi-moi/{code}/")
    assert (spent.status_code, "không còn dùng được" in spent.content.decode()) == (404, True)


def test_a_weak_password_is_refused_and_nothing_typed_is_lost(quan, offer, visitor):
    _, code = invite(offer, by=quan)
    answer = visitor.post(f"/loi-moi/{code}/", {**TYPED, **SAID_YES, "password": "123"})
    assert answer.status_code == 422
    assert "Mật khẩu cần ít nhất 8 ký tự." in answer.content.decode()
    assert 'value="0912345678"' in answer.content.decode()
    assert nothing_came_of_it()


def test_a_wrong_code_is_said_at_its_box(visitor, db):
    answer = visitor.post("/loi-moi/", {"code": "ABCDE"})
    assert (answer.status_code, "Mã này không đúng" in answer.content.decode()) == (422, True)


def test_who_is_signed_in_is_asked_before_the_role_becomes_hers(quan, offer, an):
    _, code = invite(offer, by=quan)
    client = signed_in(an)
    assert "Lê Hoài An" in client.get(f"/loi-moi/{code}/").content.decode()
    assert workplaces_of(an) == frozenset()
    client.post(f"/loi-moi/{code}/")
    assert workplaces_of(an) == {"officer"}


def accepted_by(person):
    return {(each.policy, each.version, each.recorded_by_id) for each in acceptances_of(person)}


def test_with_the_role_she_accepts_the_rules(quan, offer):
    _, code = invite(offer, by=quan)
    person = accept_as_newcomer(code, **NEWCOMER)
    assert accepted_by(person) == {(each.policy, each.number, person.pk) for each in NEWCOMER["accepts"]}
    after = AuditEntry.objects.get(action="staff.invitation_accepted").after
    assert {each.policy: each.number for each in NEWCOMER["accepts"]}.items() <= after.items()


@pytest.mark.parametrize("accepts", [[], NEWCOMER["accepts"][:1]])
def test_without_a_yes_to_all_of_them_there_is_no_role(quan, offer, accepts):
    invitation, code = invite(offer, by=quan)
    with pytest.raises(RulesNotAccepted):
        accept_as_newcomer(code, **{**NEWCOMER, "accepts": accepts})
    assert nothing_came_of_it()
    assert invitation.state(timezone.now()) == InvitationState.WAITING


def test_the_page_asks_for_it_and_keeps_what_was_typed(quan, offer, visitor):
    _, code = invite(offer, by=quan)
    assert "/quy-che/" in visitor.get(f"/loi-moi/{code}/").content.decode()
    for said in ({}, {**SAID_YES, "versions": "quy-che:0"}):
        answer = visitor.post(f"/loi-moi/{code}/", {**TYPED, **said})
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["accepts"])
        assert 'value="0912345678"' in answer.content.decode()
    assert nothing_came_of_it()


def test_who_has_an_account_is_asked_for_what_she_has_not_accepted(quan, offer):
    _, code = invite(offer, by=quan)
    person = factories.user("thao@example.com", "Cà Thị Thảo", accepts=False)
    client = signed_in(person)
    assert client.post(f"/loi-moi/{code}/").status_code == 422
    assert (workplaces_of(person), accepted_by(person)) == (frozenset(), set())
    client.post(f"/loi-moi/{code}/", SAID_YES)
    assert workplaces_of(person) == {"officer"}
    assert len(accepted_by(person)) == len(NEWCOMER["accepts"])

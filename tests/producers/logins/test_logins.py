"""An administrator lets an account act for a producer and ends that: with a reason, written down; no permission."""

import pytest
from django.core.exceptions import PermissionDenied

from common.audit.models import AuditEntry
from common.audit.sentences import known_acts, told
from common.transitions import ReasonMissing
from producers.directory.models import Membership
from producers.directory.queries import producers_served_by
from producers.logins.services import (
    AccountLocked,
    LoginEnded,
    LoginHeldAlready,
    WorksHere,
    end_login,
    give_login,
)
from tests.people import signed_in

pytestmark = pytest.mark.django_db
WHY = "bà Mai xin tự ghi đơn"


def page_of(producer):
    return f"/quan-tri/nguoi-ban/{producer.pk}/dang-nhap/"


def given(client, producer, account="an@example.com", reason=WHY):
    return client.post(page_of(producer), {"account": account, "reason": reason})


def test_a_login_is_given_and_written_down(mai, an, quan):
    client = signed_in(quan)
    answer = given(client, mai, " AN@Example.com ")
    assert (answer.status_code, answer.headers["Location"]) == (302, page_of(mai))
    assert list(producers_served_by(an)) == [mai]
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by, entry.subject, entry.reason) == ("producer.login_given", quan, mai, WHY)
    assert (entry.on_behalf_of_id, entry.before, entry.after) == (mai.pk, {}, {"login": "an@example.com"})
    line = told(entry, acts=known_acts())
    assert line.whole == "Trần Quân cho đăng nhập để tự làm việc của người bán: Bà Lò Thị Mai"
    assert line.changes == [("Tên đăng nhập", "trống", "an@example.com")]
    page = client.get(page_of(mai)).text
    assert ("Lê Hoài An" in page, WHY in page) == (True, True)


def test_a_login_opens_her_pages_and_nothing_of_the_dashboard(mai, an, quan):
    give_login(mai, an, by=quan, reason=WHY)
    client = signed_in(an)
    assert client.get(f"/can-bo/nguoi-ban/{mai.pk}/").status_code == 200
    assert [client.get(f"/quan-tri/{part}").status_code for part in ("", "orders/", "partners/")] == [403] * 3
    assert not an.user_permissions.exists()
    assert not an.groups.exists()
    assert not an.is_staff


def test_a_login_is_ended_and_written_down(mai, an, quan):
    mai.partner.users.add(an)
    at_work, client = signed_in(an), signed_in(quan)
    assert at_work.get(f"/can-bo/nguoi-ban/{mai.pk}/").status_code == 200
    end = f"{page_of(mai)}{an.pk}/thoi/"
    assert client.get(end).status_code == 200
    assert mai.partner.users.exists()
    assert client.post(end, {"reason": WHY}).headers["Location"] == page_of(mai)
    assert at_work.get(f"/can-bo/nguoi-ban/{mai.pk}/").status_code == 404
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by, entry.reason, entry.on_behalf_of_id) == (
        "producer.login_ended",
        quan,
        WHY,
        mai.pk,
    )
    assert (entry.before, entry.after) == ({"login": "an@example.com"}, {})
    assert client.get(end).status_code == 404


def test_looking_gives_nothing(mai, an, quan):
    asked = {"account": "an@example.com", "reason": WHY}
    assert signed_in(quan).get(page_of(mai), asked).status_code == 200
    assert not mai.partner.users.exists()


@pytest.mark.parametrize(
    ("account", "reason", "field", "said"),
    [
        ("0912 999 999", WHY, "account", "Không có tài khoản nào có tên đăng nhập này"),
        ("", WHY, "account", "Hãy gõ tên đăng nhập"),
        ("an@example.com", " ", "reason", "Hãy ghi lý do"),
        ("tuan", WHY, "account", "người làm việc ở chợ"),
        ("linh", WHY, "account", "người làm việc ở chợ"),
        ("thanh", WHY, "account", "người làm việc ở chợ"),
        ("chu", WHY, "account", "người làm việc ở chợ"),
        ("quan", WHY, "account", "người làm việc ở chợ"),
    ],
)
def test_what_is_wrong_is_said_at_the_field(account, reason, field, said, mai, an, quan, tuan, linh, thanh, chu):
    answer = given(signed_in(quan), mai, account, reason)
    assert answer.status_code == 422
    assert [said in error for error in answer.context["form"].errors[field]] == [True]
    assert not mai.partner.users.exists()
    assert not AuditEntry.objects.exists()


def test_one_who_has_it_and_one_who_is_locked_are_refused(mai, an, quan):
    mai.partner.users.add(an)
    assert "đã làm việc cho người bán này rồi" in given(signed_in(quan), mai).text
    mai.partner.users.clear()
    an.is_active = False
    an.save()
    assert "đang bị khoá" in given(signed_in(quan), mai).text
    assert not mai.partner.users.exists()
    assert not AuditEntry.objects.exists()


def test_who_worked_here_once_may_sell(mai, chu, quan):
    Membership.objects.filter(user=chu).update(ended_at="2026-01-01T00:00:00Z")
    give_login(mai, chu, by=quan, reason=WHY)
    assert list(producers_served_by(chu)) == [mai]


@pytest.mark.parametrize("who", ["tuan", "linh", "thanh", "an"])
def test_nobody_else_gives_or_ends(who, mai, an, request):
    person = request.getfixturevalue(who)
    client = signed_in(person)
    assert client.get("/quan-tri/nguoi-ban/").status_code == client.get(page_of(mai)).status_code == 403
    assert given(client, mai).status_code == 403
    assert client.post(f"{page_of(mai)}{an.pk}/thoi/", {"reason": WHY}).status_code == 403
    for act in (give_login, end_login):
        with pytest.raises(PermissionDenied):
            act(mai, an, by=person, reason=WHY)
    assert not mai.partner.users.exists()
    assert not AuditEntry.objects.exists()


def test_the_service_refuses_by_itself(mai, an, tuan, quan):
    with pytest.raises(ReasonMissing):
        give_login(mai, an, by=quan, reason=" ")
    with pytest.raises(WorksHere):
        give_login(mai, tuan, by=quan, reason=WHY)
    with pytest.raises(LoginEnded):
        end_login(mai, an, by=quan, reason=WHY)
    give_login(mai, an, by=quan, reason=WHY)
    with pytest.raises(LoginHeldAlready):
        give_login(mai, an, by=quan, reason=WHY)
    an.is_active = False
    an.save()
    with pytest.raises(AccountLocked):
        give_login(mai, an, by=quan, reason=WHY)


def test_an_end_that_came_second_is_told(mai, an, quan, monkeypatch):
    mai.partner.users.add(an)

    def overtaken(*_args, **_words):
        raise LoginEnded

    monkeypatch.setattr("producers.logins.views.end_login", overtaken)
    answer = signed_in(quan).post(f"{page_of(mai)}{an.pk}/thoi/", {"reason": WHY}, follow=True)
    assert "vừa được người khác cho thôi" in answer.text


def test_producers_are_found_by_name(mai, pao, an, quan):
    mai.partner.users.add(an)
    client = signed_in(quan)
    page = client.get("/quan-tri/nguoi-ban/").text
    assert ("Bà Lò Thị Mai" in page, "Hộ Giàng A Páo" in page, "1 tài khoản" in page) == (True, True, True)
    page = client.get("/quan-tri/nguoi-ban/?q=lo mai").text
    assert ("Bà Lò Thị Mai" in page, "Hộ Giàng A Páo" in page) == (True, False)
    assert "Không thấy ai" in client.get("/quan-tri/nguoi-ban/?q=zzz").text
    assert "/quan-tri/nguoi-ban/" in client.get("/quan-tri/").text
    assert client.get("/quan-tri/nguoi-ban/999999/dang-nhap/").status_code == 404


def test_her_officer_reads_of_it_in_her_history(mai, an, tuan, quan):
    give_login(mai, an, by=quan, reason=WHY)
    assert "Cho đăng nhập để tự làm việc của người bán" in signed_in(tuan).get(f"/can-bo/nguoi-ban/{mai.pk}/").text

"""Roles end and move at once: a form that was open is refused, and nothing changes."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.audit.models import AuditEntry
from producers.directory.models import Membership, Producer
from producers.directory.queries import points_helped_by, points_of, workplaces_of
from producers.directory.states import Role
from producers.staffing.services import RoleEnded, RoleHeldAlready, end_membership, move_to_point
from tests import factories
from tests.factories.orders import consignment
from tests.people import signed_in

pytestmark = pytest.mark.django_db
WHY = "chuyển công tác"


@pytest.fixture
def role(tuan):
    return Membership.objects.get(user=tuan)


def test_an_ended_role_gives_nothing_at_once(quan, tuan, role):
    client = signed_in(tuan)
    assert client.get("/can-bo/").status_code == 200
    end_membership(role, by=quan, reason=WHY)
    assert client.get("/can-bo/").status_code == 404
    assert workplaces_of(tuan) == frozenset()
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by, entry.reason) == ("staff.membership_ended", quan, WHY)
    assert entry.before == {"role": "Cán bộ điểm hỗ trợ", "place": "Điểm hỗ trợ xã Núa Ngam"}
    with pytest.raises(RoleEnded):
        end_membership(role, by=quan, reason=WHY)


def test_a_move_is_one_act_with_before_and_after(quan, tuan, role, nua_ngam, sin_ho):
    new = move_to_point(role, sin_ho, by=quan, reason=WHY)
    assert list(points_of(tuan)) == [sin_ho]
    role.refresh_from_db()
    assert role.ended_at is not None
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.subject, entry.at_point_id) == ("staff.membership_moved", new, sin_ho.pk)
    assert (entry.before["place"], entry.after["place"]) == (nua_ngam.name, sin_ho.name)


def test_a_helper_moves_as_a_helper(quan, chu, sin_ho):
    move_to_point(Membership.objects.get(user=chu), sin_ho, by=quan, reason=WHY)
    assert (list(points_helped_by(chu)), list(points_of(chu))) == ([sin_ho], [])


def test_who_is_there_already_does_not_move_there(quan, tuan, role, sin_ho):
    Membership.objects.create(user=tuan, role=Role.OFFICER, point=sin_ho)
    with pytest.raises(RoleHeldAlready):
        move_to_point(role, sin_ho, by=quan, reason=WHY)
    role.refresh_from_db()
    assert role.ended_at is None
    assert not AuditEntry.objects.exists()


def test_an_approver_moves_to_no_point(quan, linh, nua_ngam):
    role = Membership.objects.get(user=linh)
    with pytest.raises(RoleEnded):
        move_to_point(role, nua_ngam, by=quan, reason=WHY)
    assert workplaces_of(linh) == {"approver"}


@pytest.mark.parametrize("who", ["tuan", "chu", "linh", "thanh", "an"])
def test_only_administrators_end_and_move(who, role, sin_ho, request):
    person = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        end_membership(role, by=person, reason=WHY)
    with pytest.raises(PermissionDenied):
        move_to_point(role, sin_ho, by=person, reason=WHY)
    client = signed_in(person)
    for address in ("", "moi/", f"{person.pk}/", f"vai-tro/{role.pk}/thoi/", f"vai-tro/{role.pk}/chuyen/"):
        answer = client.post(f"/quan-tri/nguoi-lam/{address}", {"reason": WHY, "point": sin_ho.pk})
        assert answer.status_code == 403
    role.refresh_from_db()
    assert role.ended_at is None


FORMS = {
    "/can-bo/nguoi-ban/{producer}/sua/": {"name": "Tên khác"},
    "/can-bo/nguoi-ban/{producer}/dong-y/": {"language_read": "blt"},
    "/can-bo/hang/{draft}/sua/": {"title": "Tên khác"},
    "/can-bo/hang/{draft}/gui/": {},
    "/can-bo/hang/{on_sale}/ngung/": {},
    "/can-bo/hang/{on_sale}/kho-gia/": {"stock": "0"},
    "/can-bo/don/{consignment}/tra-loi/": {"answer": "yes"},
    "/can-bo/diem/{point}/": {"phone": "0912345678"},
}
"""Forms that an officer may have open, and what she posts."""


@pytest.mark.parametrize("form", FORMS)
def test_an_officer_moved_with_a_form_open_is_refused_and_changes_nothing(form, quan, tuan, role, mai, an, sin_ho):
    on_sale, draft = factories.listing(of=mai), factories.listing("Khăn nháp", of=mai, state="draft")
    parcel = consignment(on_sale, buyer=an)
    rows = {"producer": mai, "draft": draft, "on_sale": on_sale, "consignment": parcel, "point": mai.point}
    address = form.format(**{name: row.pk for name, row in rows.items()})
    client = signed_in(tuan)
    assert client.get(address).status_code in {200, 405}
    before = [list(model.objects.values()) for model in (Producer, type(on_sale), type(parcel))]
    move_to_point(role, sin_ho, by=quan, reason=WHY)
    entries = AuditEntry.objects.count()
    assert client.post(address, FORMS[form]).status_code in {403, 404}
    assert [list(model.objects.values()) for model in (Producer, type(on_sale), type(parcel))] == before
    assert AuditEntry.objects.count() == entries


def test_the_pages_end_and_move(quan, tuan, role, sin_ho):
    administrator = signed_in(quan)
    page = administrator.get(f"/quan-tri/nguoi-lam/{tuan.pk}/").content.decode()
    assert f"/quan-tri/nguoi-lam/vai-tro/{role.pk}/chuyen/" in page
    refused = administrator.post(f"/quan-tri/nguoi-lam/vai-tro/{role.pk}/chuyen/", {"point": sin_ho.pk, "reason": ""})
    assert refused.status_code == 422
    assert list(points_of(tuan)) == [role.point]
    address = f"/quan-tri/nguoi-lam/vai-tro/{role.pk}/chuyen/"
    assert administrator.post(address, {"point": sin_ho.pk, "reason": WHY}).status_code == 302
    assert list(points_of(tuan)) == [sin_ho]
    assert administrator.get(address).status_code == 404
    new = Membership.objects.get(user=tuan, ended_at__isnull=True)
    administrator.post(f"/quan-tri/nguoi-lam/vai-tro/{new.pk}/thoi/", {"reason": WHY})
    assert list(points_of(tuan)) == []
    page = administrator.get(f"/quan-tri/nguoi-lam/{tuan.pk}/").content.decode()
    assert "Trần Quân chuyển sang điểm khác" in page
    assert "Điểm hỗ trợ xã Núa Ngam → Điểm hỗ trợ xã Sìn Hồ" in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_people_costs_the_same_for_one_and_for_three(quan, nua_ngam, number):
    for each in range(number):
        factories.officer(f"nguoi-{each}", "Lò Thị Ai", nua_ngam)
    client = signed_in(quan)
    with CaptureQueriesContext(connection) as queries:
        client.get("/quan-tri/nguoi-lam/")
    assert len(queries) == 6


@pytest.mark.parametrize("typed", ["tuấn", "luong van tuan", "TUAN"])
def test_people_are_found_with_marks_or_without(tuan, bao, quan, typed):
    page = signed_in(quan).get("/quan-tri/nguoi-lam/", {"q": typed})
    assert [name for _, name in page.context["rows"]] == ["Lường Văn Tuấn"]

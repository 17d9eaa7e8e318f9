"""An empty market gets its first point, officer and approver from an administrator, each by an invitation."""

import pytest
from django.test import Client
from django.utils import timezone

from common.audit.models import AuditEntry
from common.policies.queries import written
from common.policies.texts import asked_versions
from producers.directory.models import Membership, SupportPoint
from producers.directory.queries import workplaces_of
from producers.staffing.models import Invitation
from tests import factories
from tests.people import signed_in

pytestmark = pytest.mark.django_db

PASSWORD = "mot-cau-dai-de-nho"


def closed_week():
    return {f"day_{day}": "" for day in range(1, 8)}


def taken_up(administrator, name, contact, **offer):
    """Invite the person, take the invitation up in another browser, and return the new account's browser and user."""
    page = administrator.post("/quan-tri/nguoi-lam/moi/", {"full_name": name, "email": "", **offer})
    assert page.status_code == 200
    newcomer = Client(headers={"sec-fetch-site": "same-origin"})
    typed = {"full_name": name, "contact": contact, "password": PASSWORD, "accepts": "on"}
    typed["versions"] = written(asked_versions(on=timezone.localdate()))
    answer = newcomer.post(f"/loi-moi/{page.context['code']}/", typed)
    assert answer.status_code == 302
    return newcomer, Invitation.objects.get(full_name=name).accepted_by


def test_a_point_an_officer_and_an_approver(quan):
    administrator, commune = signed_in(quan), factories.commune("03358")
    form = {"name": "Điểm hỗ trợ Núa Ngam", "commune_code": commune.pk, "is_listed": "on", **closed_week()}
    assert administrator.post("/quan-tri/diem-ho-tro/them/", form).status_code == 302
    point = SupportPoint.objects.get()
    at_work, tuan = taken_up(administrator, "Lường Văn Tuấn", "0912 000 001", role="officer", point=point.pk)
    approving, linh = taken_up(
        administrator, "Nguyễn Thuỳ Linh", "linh@example.com", role="approver", province=commune.province_id
    )
    assert (workplaces_of(tuan), workplaces_of(linh)) == ({"officer"}, {"approver"})
    assert at_work.get("/can-bo/").status_code == approving.get("/duyet/").status_code == 200
    assert set(AuditEntry.objects.values_list("action", flat=True)) == {
        "point.added",
        "staff.invited",
        "staff.invitation_accepted",
    }


def test_an_officer_without_a_point_is_refused(quan):
    page = signed_in(quan).post("/quan-tri/nguoi-lam/moi/", {"full_name": "Lường Văn Tuấn", "role": "officer"})
    assert page.status_code == 422
    assert "Hãy chọn điểm hỗ trợ cho vai trò này." in page.content.decode()
    assert not Membership.objects.exists()
    assert not Invitation.objects.exists()


def test_the_admin_of_django_is_for_accounts_alone(quan):
    page = signed_in(quan).get("/quan-tri/he-thong/").content.decode()
    assert "auth/user/" in page
    assert "producers/" not in page


def test_the_dashboard_leads_to_points_and_people(quan):
    page = signed_in(quan).get("/quan-tri/").content.decode()
    assert "/quan-tri/diem-ho-tro/" in page
    assert "/quan-tri/nguoi-lam/" in page

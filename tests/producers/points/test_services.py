"""Points are opened and kept right, each act in the audit trail with before and after."""

import pytest
from django.core.exceptions import PermissionDenied

from common.audit.models import AuditEntry
from producers.directory.models import Membership, SupportPoint
from producers.points.queries import found_points, listed_points, place_of, points_kept_by, points_near
from producers.points.services import PointFacts, Service, add_point, change_point, change_service
from tests import factories

pytestmark = pytest.mark.django_db
WEEK = {"1": [["07:30", "11:30"]]}


def test_opening_a_point_is_written_down(quan):
    point = add_point(PointFacts(name="Điểm hỗ trợ Núa Ngam", commune=factories.commune(), week=WEEK), by=quan)
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by, entry.at_point_id) == ("point.added", quan, point.pk)
    assert entry.after == {
        "name": "Điểm hỗ trợ Núa Ngam",
        "commune": "Xã Núa Ngam, Điện Biên (03358)",
        "week": WEEK,
        "is_listed": True,
    }


def test_a_change_is_written_down_with_before_and_after_and_no_change_is_not(quan, nua_ngam):
    facts = PointFacts(name=nua_ngam.name, commune=nua_ngam.commune, phone="0215000009", villages=["bản Na Sang 1"])
    change_point(nua_ngam, facts, by=quan)
    change_point(nua_ngam, facts, by=quan)
    entry = AuditEntry.objects.get()
    assert (entry.before, entry.after) == (
        {"phone": "0215000001", "villages": []},
        {"phone": "0215000009", "villages": ["bản Na Sang 1"]},
    )
    assert found_points("na sang 1")[0].get() == nua_ngam


def test_an_officer_keeps_hours_phone_and_services_of_her_point(tuan, nua_ngam):
    change_service(nua_ngam, Service(phone="0215000002", week=WEEK, services=["wifi"]), by=tuan)
    nua_ngam.refresh_from_db()
    assert (nua_ngam.phone, nua_ngam.week, nua_ngam.services) == ("0215000002", WEEK, ["wifi"])
    assert AuditEntry.objects.get().at_point_id == nua_ngam.pk


@pytest.mark.parametrize("who", ["bao", "chu", "linh", "thanh", "an"])
def test_nobody_else_does(who, nua_ngam, request):
    with pytest.raises(PermissionDenied):
        change_service(nua_ngam, Service(phone="0999999999"), by=request.getfixturevalue(who))
    assert SupportPoint.objects.get(pk=nua_ngam.pk).phone == "0215000001"
    assert not AuditEntry.objects.exists()


def test_an_officer_who_was_moved_meanwhile_does_not_either(tuan, nua_ngam, sin_ho):
    assert points_kept_by(tuan).get() == nua_ngam
    Membership.objects.filter(user=tuan).update(point=sin_ho)
    with pytest.raises(PermissionDenied):
        change_service(nua_ngam, Service(phone="0999999999"), by=tuan)
    assert SupportPoint.objects.get(pk=nua_ngam.pk).phone == "0215000001"


def test_without_coordinates_of_its_own_a_point_stands_where_its_commune_does(nua_ngam):
    assert place_of(nua_ngam) == (21.3, 103.0)
    nua_ngam.latitude, nua_ngam.longitude = 21.1, 103.2
    assert place_of(nua_ngam) == (21.1, 103.2)


def test_a_point_that_is_not_listed_is_found_by_nobody(nua_ngam, sin_ho):
    SupportPoint.objects.filter(pk=sin_ho.pk).update(is_listed=False)
    assert list(listed_points()) == [nua_ngam]
    assert list(found_points("Sìn Hồ")[0]) == []
    assert [near.point for near in points_near(sin_ho.commune)] == [nua_ngam]

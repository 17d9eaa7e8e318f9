"""The directory and the pages of points: for everybody, for officers, for administrators."""

import gzip
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from common.audit.models import AuditEntry
from producers.directory.models import Membership, SupportPoint
from producers.places.models import FormerCommune
from tests import factories
from tests.people import signed_in

pytestmark = pytest.mark.django_db
THURSDAY_MORNING = datetime(2026, 11, 26, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
WEEK = {str(day): [["07:30", "11:30"], ["13:30", "16:30"]] for day in range(1, 6)}


@pytest.fixture
def point(nua_ngam, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: THURSDAY_MORNING)
    nua_ngam.week, nua_ngam.services, nua_ngam.villages = WEEK, ["photos", "wifi"], ["bản Na Sang 1", "bản Huổi Sang"]
    nua_ngam.save()
    return nua_ngam


def typed_week(**days):
    return {f"day_{day}": days.get(f"day_{day}", "") for day in range(1, 8)}


def test_the_directory_says_where_when_and_what_for(visitor, point):
    page = visitor.get("/diem-ho-tro/").content.decode()
    for words in (
        "Tỉnh Điện Biên",
        "Xã Núa Ngam, Điện Biên",
        "Đang mở cửa, đến 11:30",
        "Chụp ảnh hàng · Wi-Fi miễn phí",
    ):
        assert words in page
    assert f'href="/diem-ho-tro/{point.pk}-diem-ho-tro-xa-nua-ngam/"' in page
    assert 'aria-label="Điện Biên: 1 điểm"' in page


def test_a_point_says_everything(visitor, point):
    page = visitor.get(f"/diem-ho-tro/{point.pk}-diem-ho-tro-xa-nua-ngam/").content.decode()
    for words in (
        "<dt>Thứ hai đến thứ sáu</dt><dd>7:30–11:30, 13:30–16:30</dd>",
        "bản Na Sang 1, bản Huổi Sang.",
        "tel:0215000001",
        "img/ban-do/11.svg",
        "/xa/03358/nua-ngam/",
    ):
        assert words in page


def test_another_name_in_the_address_leads_to_the_right_one(visitor, point):
    answer = visitor.get(f"/diem-ho-tro/{point.pk}-ten-cu/")
    assert (answer.status_code, answer.headers["Location"]) == (
        301,
        f"/diem-ho-tro/{point.pk}-diem-ho-tro-xa-nua-ngam/",
    )


def test_a_point_that_is_not_listed_has_no_page(visitor, point):
    SupportPoint.objects.update(is_listed=False)
    assert visitor.get(f"/diem-ho-tro/{point.pk}-diem-ho-tro-xa-nua-ngam/").status_code == 404
    assert "Chưa có điểm hỗ trợ nào ở đây" in visitor.get("/diem-ho-tro/").content.decode()


def test_a_point_is_found_by_a_name_of_before(visitor, point):
    FormerCommune.objects.create(
        commune=point.commune,
        name="Xã Na Tông",
        district="Huyện Điện Biên",
        province_name="Tỉnh Điện Biên",
        extent="whole",
    )
    assert "1 điểm hợp với" in visitor.get("/diem-ho-tro/", {"q": "na tong"}).content.decode()
    assert "1 điểm hợp với" in visitor.get("/diem-ho-tro/", {"q": "huổi sang"}).content.decode()


def test_where_there_is_none_the_nearest_are_named(visitor, point):
    factories.commune("03217")
    page = visitor.get("/diem-ho-tro/", {"q": "Tủa Chùa"}).content.decode()
    assert "Chưa có điểm ở Xã Tủa Chùa, Điện Biên" in page
    assert "Xã Núa Ngam, Điện Biên, chừng 0 km" in page


def test_nothing_found_is_said(visitor, point):
    assert "Không thấy điểm nào" in visitor.get("/diem-ho-tro/", {"q": "xyzzy"}).content.decode()


def test_a_province_has_its_own_list_and_map(visitor, point, sin_ho):
    page = visitor.get("/diem-ho-tro/", {"tinh": "12"}).content.decode()
    assert "Điểm hỗ trợ xã Sìn Hồ" in page
    assert "Điểm hỗ trợ xã Núa Ngam" not in page
    assert "img/ban-do/12.svg" in page


@pytest.mark.parametrize("query", ["tinh=99", "tinh=x", "trang=zz", "trang=9", "tinh=²", "q=%00"])
def test_odd_addresses_are_answered(visitor, point, query):
    assert visitor.get(f"/diem-ho-tro/?{query}").status_code == 200


def test_a_visitor_gets_no_cookie_and_few_bytes(visitor, point):
    for number in range(30):
        factories.point(f"Điểm hỗ trợ số {number}", "03217")
    answer = visitor.get("/diem-ho-tro/")
    assert not visitor.cookies
    assert len(gzip.compress(answer.content)) < 25_000


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_three(visitor, point, number):
    for each in range(number - 1):
        factories.point(f"Điểm hỗ trợ số {each}", "03217")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        visitor.get("/diem-ho-tro/")
    assert len(queries) == 3


@pytest.mark.parametrize("number", [1, 3])
def test_the_administrators_list_too(quan, nua_ngam, number):
    for each in range(number - 1):
        factories.officer(f"nguoi-{each}", "Lò Thị Ai", factories.point(f"Điểm hỗ trợ số {each}", "03217"))
    client = signed_in(quan)
    with CaptureQueriesContext(connection) as queries:
        client.get("/quan-tri/diem-ho-tro/")
    assert len(queries) == 4


def test_an_officer_corrects_hours_phone_and_services(tuan, point):
    form = {"phone": "0215 000 0002", "hours": "", "services": ["wifi"], **typed_week(day_1="7h-11h")}
    answer = signed_in(tuan).post(f"/can-bo/diem/{point.pk}/", form)
    point.refresh_from_db()
    assert answer.status_code == 302
    assert (point.phone, point.week, point.services) == ("02150000002", {"1": [["07:00", "11:00"]]}, ["wifi"])
    assert AuditEntry.objects.get().by == tuan


def test_what_cannot_be_read_stays_in_the_box(tuan, point):
    form = {"phone": "12", "hours": "", **typed_week(day_1="sáng")}
    answer = signed_in(tuan).post(f"/can-bo/diem/{point.pk}/", form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="sáng"' in page
    assert "Chưa đọc được “sáng”" in page
    assert not AuditEntry.objects.exists()


def test_an_officer_moved_while_the_form_was_open_changes_nothing(tuan, point, sin_ho):
    client = signed_in(tuan)
    assert client.get(f"/can-bo/diem/{point.pk}/").status_code == 200
    Membership.objects.filter(user=tuan).update(point=sin_ho)
    assert client.post(f"/can-bo/diem/{point.pk}/", {"phone": "0912345678", **typed_week()}).status_code == 404
    assert SupportPoint.objects.get(pk=point.pk).phone == "0215000001"
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize("who", ["bao", "chu", "linh", "thanh", "quan", "an"])
def test_the_page_of_a_point_is_for_its_officers_alone(who, point, request):
    client = signed_in(request.getfixturevalue(who))
    assert client.get(f"/can-bo/diem/{point.pk}/").status_code == 404
    assert client.post(f"/can-bo/diem/{point.pk}/", {"phone": "0912345678", **typed_week()}).status_code == 404
    assert SupportPoint.objects.get(pk=point.pk).phone == "0215000001"


@pytest.mark.parametrize("who", ["tuan", "chu", "linh", "thanh", "an"])
def test_all_of_a_point_is_for_administrators_alone(who, point, request):
    client = signed_in(request.getfixturevalue(who))
    for address in ("/quan-tri/diem-ho-tro/", "/quan-tri/diem-ho-tro/them/", f"/quan-tri/diem-ho-tro/{point.pk}/"):
        assert client.get(address).status_code == 403
        assert client.post(address, {"name": "Điểm khác"}).status_code == 403
    assert SupportPoint.objects.get().name == "Điểm hỗ trợ xã Núa Ngam"


def test_an_administrator_changes_all_of_a_point(quan, point):
    form = {
        "name": "Điểm hỗ trợ Núa Ngam",
        "commune_code": "03358",
        "villages": "bản Na Sang 1\n\nbản Na Sang 2\nbản Na Sang 1",
        "latitude": "21.2",
        "longitude": "103.1",
        "host_place": "post_office",
        **typed_week(),
    }
    assert signed_in(quan).post(f"/quan-tri/diem-ho-tro/{point.pk}/", form).status_code == 302
    point.refresh_from_db()
    assert (point.name, point.villages) == ("Điểm hỗ trợ Núa Ngam", ["bản Na Sang 1", "bản Na Sang 2"])
    assert (point.latitude, point.longitude, point.is_listed, point.week) == (21.2, 103.1, False, {})
    page = signed_in(quan).get(f"/quan-tri/diem-ho-tro/{point.pk}/").content.decode()
    assert 'value="21.2"' in page


@pytest.mark.parametrize(
    ("typed", "field", "why"),
    [
        ({"latitude": "21.2"}, "longitude", "Hãy gõ cả vĩ độ và kinh độ, hoặc để trống cả hai."),
        (
            {"latitude": "22.3", "longitude": "103.1"},
            "latitude",
            "Chỗ này cách Xã Núa Ngam chừng 112 km. Xin xem lại vĩ độ và kinh độ.",
        ),
        ({"latitude": "51.5", "longitude": "0.1"}, "latitude", "Số này nằm ngoài nước ta: cần từ 6 đến 24."),
        ({"name": ""}, "name", "Hãy gõ tên điểm hỗ trợ."),
        ({"commune_code": ""}, "commune", "Hãy gõ tên xã, phường."),
    ],
)
def test_a_point_that_is_not_right_says_why(quan, point, typed, field, why):
    form = {"name": "Điểm hỗ trợ Núa Ngam", "commune_code": "03358", **typed_week(), **typed}
    answer = signed_in(quan).post(f"/quan-tri/diem-ho-tro/{point.pk}/", form)
    assert answer.status_code == 422
    assert answer.context["form"].errors[field] == [why]

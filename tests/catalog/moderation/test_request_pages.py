"""The pages of authorities' requests: the most urgent first, what must be typed, who may read and who may act."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from catalog.listings.states import ListingState
from catalog.moderation.models import AuthorityRequest
from common.audit.models import AuditEntry
from producers.directory.models import Membership
from producers.directory.states import Role
from tests import factories
from tests.factories.moderation import authority_request
from tests.people import signed_in

pytestmark = pytest.mark.django_db
LIST = "/duyet/yeu-cau/"


def typed(**changes):
    return {
        "kind": "takedown",
        "authority": "Chi cục Quản lý thị trường",
        "document_no": "125/QLTT-NV",
        "received_at": f"{timezone.localtime() - timedelta(hours=2):%H:%M %d/%m/%Y}",
        "reason": "Hàng không rõ nguồn gốc.",
        **changes,
    }


def page(person, address: str) -> str:
    response = signed_in(person).get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_most_urgent_stands_first_with_its_clock(linh, mai):
    now = timezone.now()
    authority_request(mai, document_no="1/KHAN", received_at=now - timedelta(hours=2))
    authority_request(mai, document_no="2/QUA-HAN", received_at=now - timedelta(hours=30))
    shown = page(linh, LIST)
    assert shown.index("2/QUA-HAN") < shown.index("1/KHAN")
    assert (shown.count("Quá hạn"), shown.count("Đang chờ<")) == (1, 1)


def test_what_is_done_is_kept_with_whether_it_was_in_time(linh, mai):
    now = timezone.now()
    authority_request(mai, document_no="1/A", state="done", done_at=now)
    authority_request(mai, document_no="2/B", state="done", done_at=now + timedelta(days=2))
    assert "1/A" not in page(linh, LIST)
    shown = page(linh, f"{LIST}?muc=xong")
    assert (shown.count("Xong, đúng hạn"), shown.count("Xong, trễ hạn")) == (1, 1)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(linh, mai, rows, django_assert_num_queries):
    for number in range(rows):
        authority_request(mai, document_no=f"{number}/X")
    client = signed_in(linh)
    client.get(LIST)
    with django_assert_num_queries(11):
        client.get(LIST)


@pytest.mark.parametrize("who", ["tuan", "an", "bao"])
def test_the_pages_exist_for_nobody_else(who, mai, request):
    row = authority_request(mai)
    client = signed_in(request.getfixturevalue(who))
    assert [client.get(each).status_code for each in (LIST, f"{LIST}{row.pk}/", f"{LIST}them/")] == [404, 404, 404]


def test_another_province_sees_nothing_of_it(giang, mai):
    row = authority_request(mai)
    assert "125/QLTT-NV" not in page(giang, LIST)
    assert signed_in(giang).get(f"{LIST}{row.pk}/").status_code == 404
    assert signed_in(giang).get(f"{LIST}them/{mai.pk}/").status_code == 404


def test_an_auditor_reads_and_does_nothing(thanh, mai):
    row = authority_request(mai, factories.listing(of=mai))
    shown = page(thanh, f"{LIST}{row.pk}/")
    assert ("Hàng không rõ nguồn gốc." in shown, "Gỡ khỏi chợ ngay" in shown) == (True, False)
    assert signed_in(thanh).post(f"{LIST}{row.pk}/lam/", {"lam": "thuc-hien"}).status_code == 404
    row.refresh_from_db()
    assert row.state == "open"


def test_an_auditor_of_one_province_reads_of_that_one_alone(mai, pao):
    person = factories.user("kiem", "Lê Kiểm")
    Membership.objects.create(user=person, role=Role.AUDITOR, province=pao.commune.province)
    authority_request(mai, document_no="1/DB")
    authority_request(pao, document_no="2/LC")
    shown = page(person, LIST)
    assert ("1/DB" in shown, "2/LC" in shown) == (False, True)


def test_an_administrator_works_everywhere(quan, mai, pao):
    rows = [authority_request(mai, factories.listing(of=mai)), authority_request(pao, document_no="2/LC")]
    assert signed_in(quan).post(f"{LIST}{rows[0].pk}/lam/", {"lam": "thuc-hien"}).status_code == 302
    rows[0].refresh_from_db()
    assert (rows[0].state, "2/LC" in page(quan, LIST)) == ("done", True)


def test_the_producer_is_found_without_marks(linh, mai, pao):
    shown = page(linh, f"{LIST}them/?q=lo thi mai")
    assert (f'href="{LIST}them/{mai.pk}/"' in shown, f'href="{LIST}them/{pao.pk}/"' in shown) == (True, False)


def test_a_request_is_recorded_with_its_goods_and_its_scan(linh, mai, visitor, tuan):
    scarf = factories.listing(of=mai)
    data = typed(listings=[scarf.pk], scan=factories.photo_file())
    response = signed_in(linh).post(f"{LIST}them/{mai.pk}/", data)
    row = AuthorityRequest.objects.get()
    assert (response.status_code, response.headers["Location"]) == (302, f"{LIST}{row.pk}/")
    assert (list(row.listings.all()), row.scan[:6]) == ([scarf], "rieng/")
    scan = signed_in(linh).get(f"{LIST}{row.pk}/van-ban/")
    assert (scan.status_code, scan.headers["Content-Type"]) == (200, "image/webp")
    assert b"".join(scan.streaming_content)[:4] == b"RIFF"
    assert visitor.get(f"/tep/{row.scan}").status_code == 404
    assert signed_in(tuan).get(f"{LIST}{row.pk}/van-ban/").status_code == 404


def test_the_listing_of_the_link_is_chosen_already(linh, mai):
    scarf, other = factories.listing(of=mai), factories.listing("Túi", of=mai)
    shown = page(linh, f"{LIST}them/{mai.pk}/?hang={scarf.pk}")
    assert f'value="{scarf.pk}"' in shown
    assert "checked" in shown.partition(f'value="{scarf.pk}"')[2].partition(">")[0]
    assert "checked" not in shown.partition(f'value="{other.pk}"')[2].partition(">")[0]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"authority": ""}, "Cơ quan nào"),
        ({"received_at": "hôm qua"}, "Hãy gõ giờ rồi ngày, ví dụ 14:30 26/11/2026."),
        ({"received_at": "09:00 01/01/2099"}, "Giờ này chưa tới. Hãy gõ lúc văn bản đến."),
        ({}, "Hãy chọn ít nhất một mặt hàng, hoặc chọn mọi mặt hàng ở trên."),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_loses_nothing(linh, mai, changes, sentence):
    factories.listing(of=mai)
    entries = AuditEntry.objects.count()
    response = signed_in(linh).post(f"{LIST}them/{mai.pk}/", typed(**changes))
    shown = response.content.decode()
    assert (response.status_code, sentence in shown, "Hàng không rõ nguồn gốc." in shown) == (422, True, True)
    assert (AuthorityRequest.objects.count(), AuditEntry.objects.count()) == (0, entries)


def test_goods_of_another_producer_cannot_be_named(linh, mai, pao):
    his = factories.listing("Chè", of=pao)
    assert signed_in(linh).post(f"{LIST}them/{mai.pk}/", typed(listings=[his.pk])).status_code == 422
    assert not AuthorityRequest.objects.exists()


def test_a_scan_that_is_no_picture_is_refused_at_its_field(linh, mai):
    file = SimpleUploadedFile("cong-van.jpg", b"khong phai anh")
    response = signed_in(linh).post(f"{LIST}them/{mai.pk}/", typed(names_all="on", scan=file))
    assert (response.status_code, AuthorityRequest.objects.count()) == (422, 0)
    assert "Tệp này không phải ảnh" in response.content.decode()


def test_carrying_it_out_takes_down_and_says_so(linh, mai):
    scarf = factories.listing(of=mai)
    row = authority_request(mai, scarf)
    client = signed_in(linh)
    response = client.post(f"{LIST}{row.pk}/lam/", {"lam": "thuc-hien"}, follow=True)
    scarf.refresh_from_db()
    shown = response.content.decode()
    assert scarf.state == ListingState.SUSPENDED
    assert ("Đã gỡ khỏi chợ và báo cho điểm hỗ trợ." in shown, "(đúng hạn)" in shown) == (True, True)


def test_letting_goods_come_back_wants_a_reason_at_the_field(linh, mai):
    scarf = factories.listing(of=mai)
    row = authority_request(mai, scarf)
    client = signed_in(linh)
    client.post(f"{LIST}{row.pk}/lam/", {"lam": "thuc-hien"})
    response = client.post(f"{LIST}{row.pk}/lam/", {"lam": "thoi", "words": " "})
    assert (response.status_code, "Hãy ghi mấy lời" in response.content.decode()) == (422, True)
    client.post(f"{LIST}{row.pk}/lam/", {"lam": "thoi", "words": "Đã có hoá đơn."})
    scarf.refresh_from_db()
    assert scarf.state == ListingState.APPROVED


def test_who_comes_second_is_told_so(linh, mai):
    row = authority_request(mai, factories.listing(of=mai))
    client = signed_in(linh)
    client.post(f"{LIST}{row.pk}/lam/", {"lam": "thuc-hien"})
    response = client.post(f"{LIST}{row.pk}/lam/", {"lam": "thuc-hien"}, follow=True)
    assert "người khác vừa xử lý việc này" in response.content.decode()


def test_a_suspended_listings_page_says_that_it_is_not_on_sale_and_no_more(linh, mai, visitor):
    scarf = factories.listing(of=mai)
    address = f"/hang/{scarf.product_id}/khan-tho-cam-lao/"
    assert visitor.get(address).status_code == 200
    signed_in(linh).post(f"{LIST}{authority_request(mai, scarf).pk}/lam/", {"lam": "thuc-hien"})
    response = visitor.get(address)
    shown = response.content.decode()
    assert (response.status_code, "Món này hiện không bán" in shown) == (404, True)
    assert not any(word in shown for word in ("Lò Thị Mai", "nguồn gốc", "Quản lý thị trường", "Khăn thổ cẩm Lào"))
    assert "no-store" in response.headers["Cache-Control"] or "private" in response.headers["Cache-Control"]

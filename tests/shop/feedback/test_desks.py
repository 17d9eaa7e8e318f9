"""The desks where complaints are read and answered, each seeing what is its own."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertNumQueries, assertRedirects

from shop.feedback.models import Complaint, Reply
from shop.feedback.services import refer_complaint
from tests import factories
from tests.factories.complaints import WORDS, complaint
from tests.people import signed_in

pytestmark = pytest.mark.django_db

POINT, PROVINCE, AUDITORS = "/can-bo/khieu-nai/", "/duyet/khieu-nai/", "/giam-sat/khieu-nai/"
ANSWER = {"outcome": "right", "words": "Đã sửa số đo trên trang."}


@pytest.fixture
def made(mai):
    return complaint(factories.listing(of=mai), phone="0912345678", email="an@example.com")


def look(person, address, made=None):
    answer = signed_in(person).get(f"{address}{made.pk}/" if made else address)
    return answer.content.decode() if answer.status_code == 200 else answer.status_code


def post(person, address, made, act, **data):
    return signed_in(person).post(f"{address}{made.pk}/{act}/", data)


def test_the_officer_takes_it_up_and_answers(tuan, made):
    assert made.number in look(tuan, POINT)
    page = look(tuan, POINT, made)
    assert WORDS in page
    assert "0912 345 678" in page
    assertRedirects(post(tuan, POINT, made, "nhan"), f"{POINT}{made.pk}/")
    assertRedirects(post(tuan, POINT, made, "tra-loi", **ANSWER), f"{POINT}{made.pk}/")
    assert (Complaint.objects.get().state, Reply.objects.get().words) == ("answered", ANSWER["words"])
    assert "0912 345 678" not in look(tuan, POINT, made)
    assert made.number in look(tuan, f"{POINT}?muc=xong")


def test_a_form_filled_in_wrongly_keeps_what_was_typed(tuan, made):
    answer = post(tuan, POINT, made, "tra-loi", words=ANSWER["words"])
    assert (answer.status_code, Complaint.objects.get().state) == (422, "received")
    assert ANSWER["words"] in answer.content.decode()
    assert "Chọn một kết quả" in answer.content.decode()
    assert post(tuan, POINT, made, "chuyen").status_code == 422


def test_what_is_referred_is_the_approvers_and_the_officer_sees_no_contact(tuan, linh, made):
    assertRedirects(post(tuan, POINT, made, "chuyen", reason="Cần xem giấy tờ"), f"{POINT}{made.pk}/")
    assert "0912 345 678" not in look(tuan, POINT, made)
    assert made.number in look(tuan, f"{POINT}?muc=o-tinh")
    assert made.number in look(linh, PROVINCE)
    assert "0912 345 678" in look(linh, PROVINCE, made)
    assert post(tuan, POINT, made, "tra-loi", **ANSWER).status_code == 302
    assert Complaint.objects.get().state == "referred"
    assertRedirects(post(linh, PROVINCE, made, "tra-loi", **ANSWER), f"{PROVINCE}{made.pk}/")
    assert Complaint.objects.get().state == "answered"


def test_what_is_late_stands_with_the_approver_before_any_round(linh, made):
    assert made.number not in look(linh, PROVINCE)
    assert made.number in look(linh, f"{PROVINCE}?muc=o-diem")
    Complaint.objects.update(due_date=timezone.localdate() - timedelta(days=1))
    assert "Quá hạn" in look(linh, PROVINCE)
    post(linh, PROVINCE, made, "chuyen", reason="Điểm chưa trả lời")
    post(linh, PROVINCE, made, "tra-loi", **ANSWER)
    assert Complaint.objects.get().state == "answered"


def test_what_is_said_of_the_point_is_hidden_from_it_until_it_is_answered(tuan, linh, mai):
    made = complaint(mai, "other", is_about_point=True)
    assert made.number not in look(tuan, f"{POINT}?muc=o-tinh")
    assert look(tuan, POINT, made) == 404
    post(linh, PROVINCE, made, "tra-loi", **ANSWER)
    assert WORDS in look(tuan, POINT, made)


def test_an_officer_who_sells_reads_nothing_said_of_his_own_goods(tuan, mai, made):
    mai.partner.users.add(tuan)
    assert look(tuan, POINT, made) == 404
    assert made.number not in look(tuan, POINT)


def test_the_auditor_reads_all_but_the_contact(thanh, made):
    assert made.number in look(thanh, AUDITORS)
    page = look(thanh, AUDITORS, made)
    assert WORDS in page
    assert "0912 345 678" not in page
    assert "an@example.com" not in page
    assert "<form" not in page.partition("<main")[2]


@pytest.mark.parametrize(("who", "address"), [("bao", POINT), ("giang", PROVINCE), ("linh", POINT), ("tuan", PROVINCE)])
def test_others_get_nothing_and_change_nothing(who, address, made, request):
    person = request.getfixturevalue(who)
    assert look(person, address, made) == 404
    assert post(person, address, made, "tra-loi", **ANSWER).status_code == 404
    assert post(person, address, made, "chuyen", reason="Không phải việc của tôi").status_code == 404
    assert Complaint.objects.get().state == "received"


def test_a_producer_with_a_login_reads_no_complaint(mai, made):
    herself = factories.user("mai", "Lò Thị Mai")
    mai.partner.users.add(herself)
    assert look(herself, POINT) == look(herself, POINT, made) == 404


def test_nothing_there_is_said(tuan, linh, thanh):
    for person, address in ((tuan, POINT), (linh, PROVINCE), (thanh, AUDITORS)):
        assert "Không có phản ánh nào ở đây" in look(person, address)


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_costs_the_same_however_long(tuan, linh, thanh, mai, number):
    listing = factories.listing(of=mai)
    for _ in range(number):
        complaint(listing)
        refer_complaint(complaint(listing), by=linh, reason="Nhiều người báo")
    for person, address, queries in ((tuan, POINT, 7), (linh, PROVINCE, 8), (thanh, AUDITORS, 10)):
        client = signed_in(person)
        with assertNumQueries(queries):
            client.get(address)

"""The approver's pages for producers: the queue, one application, the decision, and the one who comes late."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from common.audit.models import AuditEntry
from producers.applications.queries import version_of
from producers.applications.services import return_application, suspend_producer
from producers.directory.models import Producer
from tests import factories
from tests.people import signed_in

pytestmark = pytest.mark.django_db
LIST = "/duyet/nguoi-ban/"


def waiting(name, at, by, days=0, **fields):
    sent = timezone.now() - timedelta(days=days)
    return factories.producer(name, at, created_by=by, state="submitted", submitted_at=sent, submitted_by=by, **fields)


@pytest.fixture
def muon(nua_ngam, tuan):
    """A producer whose application waits."""
    return waiting("Bà Quàng Thị Mươn", nua_ngam, tuan)


def decide(person, producer, decision, reason="", seen=None):
    form = {"quyet-dinh": decision, "reason": reason, "seen": seen or version_of(producer)}
    return signed_in(person).post(f"{LIST}{producer.pk}/quyet-dinh/", form)


def test_the_oldest_stands_first_and_late_ones_say_so(muon, linh, nua_ngam, tuan):
    old = waiting("Ông Vàng A Sùng", nua_ngam, tuan, days=12)
    response = signed_in(linh).get(LIST)
    assert [row.producer for row in response.context["rows"]] == [old, muon]
    assert [row.is_overdue for row in response.context["rows"]] == [True, False]


def test_the_queue_of_another_province_is_empty(muon, giang):
    response = signed_in(giang).get(LIST)
    assert response.context["rows"] == []
    assertContains(response, "Không còn hồ sơ nào chờ")
    assert signed_in(giang).get(f"{LIST}{muon.pk}/").status_code == 404
    assert decide(giang, muon, "duyet").status_code == 404


def test_a_draft_is_the_officers_alone(nua_ngam, tuan, linh):
    draft = factories.producer("Bà Lù Thị Nháp", nua_ngam, created_by=tuan, state="draft")
    assert signed_in(linh).get(f"{LIST}{draft.pk}/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_for_one_and_three(linh, nua_ngam, tuan, number, django_assert_num_queries):
    for each in range(number):
        waiting(f"Bà Lù Thị {'ABC'[each]}", nua_ngam, tuan)
    client = signed_in(linh)
    with django_assert_num_queries(7):  # session, user, whether there is a queue, count, rows, frame
        client.get(LIST)


def test_the_page_has_what_a_decision_needs(muon, linh):
    muon.payout_way, muon.bank_name, muon.bank_account = "bank", "Agribank", "8900205123456"
    muon.bank_holder, muon.bank_reason, muon.tax_code = "LO VAN CON", "con trai bà nhận hộ", "011190000123"
    muon.phone = "0912345678"
    muon.save()
    factories.producer("Ông Quàng Văn Bản", muon.point, created_by=muon.created_by, phone="0912345678")
    response = signed_in(linh).get(f"{LIST}{muon.pk}/")
    assertContains(response, "con trai bà nhận hộ")
    assertContains(response, "Cùng số điện thoại với")
    assertContains(response, "Chưa xác minh danh tính")
    assertContains(response, "…0123")
    assertNotContains(response, "011190000123")
    assertNotContains(response, "8900205123456")


def test_a_likely_twin_is_named_even_while_a_draft(muon, linh, nua_ngam, tuan):
    factories.producer("Quang Thi Muon", nua_ngam, created_by=tuan, state="draft")
    response = signed_in(linh).get(f"{LIST}{muon.pk}/")
    assertContains(response, "Cùng tên, cùng xã: Quang Thi Muon, đang ghi")


def test_her_tax_code_at_another_provinces_producer_is_named(muon, linh, sin_ho, bao):
    muon.tax_code = "9900000016"
    muon.save()
    assertNotContains(signed_in(linh).get(f"{LIST}{muon.pk}/"), "Cùng mã số thuế")
    factories.producer("HTX Nậm Cuổi", sin_ho, created_by=bao, tax_code="9900000016")
    assertContains(signed_in(linh).get(f"{LIST}{muon.pk}/"), "Cùng mã số thuế với HTX Nậm Cuổi, Xã Sìn Hồ")


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_for_one_twin_and_three(muon, linh, nua_ngam, tuan, number, django_assert_num_queries):
    for _ in range(number):
        factories.producer("Quang Thi Muon", nua_ngam, created_by=tuan)
    client = signed_in(linh)
    with django_assert_num_queries(21):
        client.get(f"{LIST}{muon.pk}/")


def test_the_reason_that_a_refusal_wants_is_not_called_optional(muon, linh):
    page = signed_in(linh).get(f"{LIST}{muon.pk}/").text
    assert "Lý do, viết cho cán bộ xã" in page
    assert "không bắt buộc" not in page


def test_it_is_approved(muon, linh):
    assertRedirects(decide(linh, muon, "duyet"), LIST)
    muon.refresh_from_db()
    assert (muon.state, muon.decided_by) == ("approved", linh)


def test_without_a_reason_nothing_is_sent_back(muon, linh):
    response = decide(linh, muon, "tra-lai")
    assert response.status_code == 422
    assertContains(response, "Cần lý do", status_code=422)
    muon.refresh_from_db()
    assert muon.state == "submitted"


def test_who_wrote_it_is_told_to_let_somebody_else(muon, linh):
    muon.created_by = linh
    muon.save()
    assertContains(decide(linh, muon, "duyet"), "phải để người khác duyệt", status_code=422)


def test_the_second_comes_late_and_changes_nothing(muon, linh):
    seen = version_of(muon)
    return_application(muon, by=linh, reason="Thiếu thôn.", seen=seen)
    entries = AuditEntry.objects.count()
    response = decide(linh, muon, "tu-choi", "Không rõ.", seen=seen)
    assert response.status_code == 409
    assertContains(response, "Nguyễn Thuỳ Linh đã quyết định", status_code=409)
    assertContains(response, "Không rõ.", status_code=409)
    muon.refresh_from_db()
    assert (muon.state, muon.decision_reason, AuditEntry.objects.count()) == (
        "changes_requested",
        "Thiếu thôn.",
        entries,
    )


@pytest.mark.parametrize("who", ["linh", "quan"])
def test_guardians_lift_a_suspension(mai, who, request):
    suspend_producer(mai, by=None, reason="Hàng không đúng ảnh.")
    decide(request.getfixturevalue(who), mai, "thoi-dinh-chi")
    assert Producer.objects.get().state == "approved"


def test_nobody_suspends_here_without_notice_or_an_authority(mai, linh):
    assert decide(linh, mai, "dinh-chi", "Hàng không đúng ảnh.").status_code in (404, 422)
    assert Producer.objects.get().state == "approved"
    page = signed_in(linh).get(f"{LIST}{mai.pk}/")
    assertContains(page, f"/duyet/han-che/nguoi-ban/{mai.pk}/")
    assertContains(page, f"/duyet/yeu-cau/them/{mai.pk}/")


def test_an_administrator_does_not_approve(muon, quan):
    assert decide(quan, muon, "duyet").status_code == 403
    muon.refresh_from_db()
    assert muon.state == "submitted"


def test_an_officer_has_no_such_page(muon, tuan):
    assert signed_in(tuan).get(LIST).status_code == 404

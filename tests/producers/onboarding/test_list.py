"""The list of producers: for those who serve them, and for a producer with her own login."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories
from tests.people import signed_in

LIST = "/can-bo/nguoi-ban/"


def test_the_officer_sees_the_producers_of_the_point_and_no_others(mai, pao, tuan):
    response = signed_in(tuan).get(LIST)
    assertContains(response, "Bà Lò Thị Mai")
    assertContains(response, "bản Na Sang 1, Xã Núa Ngam, Điện Biên")
    assertContains(response, "1 người bán")
    assertNotContains(response, "Giàng A Páo")
    assert response.headers["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_an_officer_of_two_points_sees_both(mai, pao, tuan, sin_ho):
    factories.Membership.objects.create(user=tuan, role="officer", point=sin_ho)
    assertContains(signed_in(tuan).get(LIST), "2 người bán")


def test_a_visitor_is_sent_to_sign_in(mai, visitor):
    response = visitor.get(LIST)
    assert (response.status_code, response.headers["Location"]) == (302, f"/tai-khoan/vao/?next={LIST}")


@pytest.mark.parametrize("who", ["an", "linh", "thanh", "quan"])
def test_for_a_buyer_an_approver_an_auditor_and_an_administrator_there_is_no_list(mai, who, request):
    assert signed_in(request.getfixturevalue(who)).get(LIST).status_code == 404


def test_a_producer_with_her_own_login_sees_herself_and_adds_nobody(mai, pao, an):
    mai.partner.users.add(an)
    response = signed_in(an).get(LIST)
    assertContains(response, "Bà Lò Thị Mai")
    assertNotContains(response, "Giàng A Páo")
    assertNotContains(response, "Thêm người bán")


def test_a_membership_that_has_ended_shows_nothing(mai, tuan):
    tuan.memberships.update(ended_at="2026-01-01T00:00Z")
    assert signed_in(tuan).get(LIST).status_code == 404


@pytest.mark.parametrize("sought", ["lo thi", "LÒ THỊ MAI", "mai lo", "ba"])
def test_a_name_is_found_with_or_without_marks_in_any_order(mai, tuan, sought):
    factories.producer("Ông Quàng Văn Hặc", created_by=tuan)
    response = signed_in(tuan).get(LIST, {"q": sought})
    assertContains(response, "Bà Lò Thị Mai")
    assertNotContains(response, "Quàng Văn Hặc")


def test_nobody_of_that_name_is_said_so(mai, tuan):
    response = signed_in(tuan).get(LIST, {"q": "<Chảo>"})
    assertContains(response, "Không thấy ai tên như vậy")
    assertContains(response, 'value="&lt;Chảo&gt;"')


def test_an_empty_point_is_invited_to_add_the_first(tuan):
    response = signed_in(tuan).get(LIST)
    assertContains(response, "Chưa có người bán nào")
    assertContains(response, "Thêm người bán đầu tiên")


def test_twenty_stand_on_a_page(nua_ngam, tuan):
    for number in range(21):
        factories.producer(f"Bà Lò Thị {number:02}", nua_ngam, created_by=tuan, consents="")
    client = signed_in(tuan)
    assert [row.producer.name for row in client.get(LIST, {"trang": 2}).context["rows"]] == ["Bà Lò Thị 20"]
    assertContains(client.get(LIST), "?trang=2")


def test_consent_and_goods_are_seen_at_a_glance(nua_ngam, tuan):
    agrees = factories.producer("A", nua_ngam, created_by=tuan)
    factories.producer("B", nua_ngam, created_by=tuan, consents="voice")
    factories.producer("C", nua_ngam, created_by=tuan, consents="")
    factories.listing(of=agrees)
    factories.listing("Khăn khác", of=agrees, state="draft")
    rows = signed_in(tuan).get(LIST).context["rows"]
    assert [(row.producer.name, row.goods, row.consent.text) for row in rows] == [
        ("A", 2, "Đồng ý bán"),
        ("B", 0, "Không đăng hàng"),
        ("C", 0, "Chưa hỏi đồng ý"),
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_a_longer_list_asks_no_more(nua_ngam, tuan, count, django_assert_num_queries):
    for name in ("A", "B", "C")[:count]:
        factories.listing(of=factories.producer(name, nua_ngam, created_by=tuan))
    client = signed_in(tuan)
    with django_assert_num_queries(6):  # session, user, points, how many, the page, consents
        response = client.get(LIST)
    assert len(response.context["rows"]) == count

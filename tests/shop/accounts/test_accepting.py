"""Nothing is accepted silently: people at work are asked once for each new version, buyers when they order."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from common.audit.queries import history_of
from common.policies.queries import acceptances_of, versions_to_accept
from common.policies.services import accept
from shop.checkout.models import Purchase
from tests import factories
from tests.people import signed_in
from tests.shop.checkout.ordering import NOBODY, basket_with, form

pytestmark = pytest.mark.django_db
WHERE = "/tai-khoan/quy-che-moi/"
YES = {"accepts": "on", "versions": "quy-che:2"}


@pytest.fixture(autouse=True)
def _nobody_has_tried(db):
    cache.clear()


@pytest.fixture
def new_rules(tuan, linh, an, quan, announce):
    """A second version of the rules that holds since today; all have accepted the first."""
    today = timezone.localdate()
    announce(today - timedelta(days=9), today)


def sign_in(name, to=""):
    client = Client(headers={"sec-fetch-site": "same-origin"})
    return client, client.post("/tai-khoan/vao/", {"name": name, "password": "cho-phien", "next": to})


def versions_of(subject):
    return {(yes.policy, yes.version) for yes in acceptances_of(subject)}


def test_an_officer_is_asked_once_and_comes_where_she_wanted_to_go(new_rules, tuan):
    client, response = sign_in("tuan", "/can-bo/hang/")
    assert response["Location"] == f"{WHERE}?next=%2Fcan-bo%2Fhang%2F"
    page = client.get(response["Location"]).text
    assert ("Quy chế hoạt động, bản 2" in page, "Chính sách dữ liệu cá nhân" in page) == (True, False)
    assert client.post(WHERE, {**YES, "next": "/can-bo/hang/"})["Location"] == "/can-bo/hang/"
    assert versions_of(tuan) == {("quy-che", 1), ("quy-che", 2), ("du-lieu-ca-nhan", 1)}
    entry = history_of(tuan).first()
    assert (entry.action, entry.by, entry.after) == ("policy.accepted", tuan, {"quy-che": 2})
    assert sign_in("tuan", "/can-bo/hang/")[1]["Location"] == "/can-bo/hang/"


@pytest.mark.parametrize("sent", [{}, {"versions": "quy-che:2"}, {"accepts": "on", "versions": "quy-che:1"}])
def test_without_a_yes_to_what_was_shown_nothing_is_written_down(sent, new_rules, tuan):
    client, _ = sign_in("tuan")
    assert client.post(WHERE, sent).status_code == 422
    assert ("quy-che", 2) not in versions_of(tuan)
    assert sign_in("tuan")[1]["Location"].startswith(WHERE)


@pytest.mark.parametrize(("name", "is_asked"), [("linh", True), ("quan", True), ("an@example.com", False)])
def test_people_at_work_are_asked_when_they_sign_in_and_buyers_are_not(name, is_asked, new_rules):
    assert sign_in(name)[1]["Location"].startswith(WHERE) == is_asked


@pytest.mark.parametrize(
    ("name", "page"), [("tuan", "/can-bo/hang/"), ("linh", "/duyet/?muc=x"), ("quan", "/quan-tri/nguoi-lam/")]
)
def test_typing_another_address_does_not_pass_by_the_question(name, page, new_rules):
    client, _ = sign_in(name)
    response = client.get(page)
    assert response["Location"] == f"{WHERE}?{urlencode({'next': page})}"
    assert client.get("/tro-giup/quy-che/").status_code == 200
    client.post(WHERE, {**YES, "next": page})
    assert client.get(page).status_code == 200


def test_who_is_at_work_when_a_version_begins_is_asked_on_the_next_page_and_loses_nothing(tuan, mai, announce):
    client = signed_in(tuan)
    assert client.get("/can-bo/hang/").status_code == 200
    today = timezone.localdate()
    announce(today - timedelta(days=9), today)
    assert client.post(f"/can-bo/nguoi-ban/{mai.pk}/sua/", {"name": "Bà Mai"}).status_code == 422
    assert client.get("/can-bo/hang/")["Location"].startswith(WHERE)


def test_a_page_of_somebody_at_work_asks_for_acceptances_once_in_a_session(tuan):
    client, _ = sign_in("tuan")
    client.get("/can-bo/hang/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/can-bo/hang/")
    assert "acceptance" not in str(asked.captured_queries)


def test_a_buyer_at_a_page_of_people_at_work_is_asked_nothing(an, new_rules):
    client, _ = sign_in("an@example.com")
    assert client.get("/can-bo/hang/").status_code == 404


def test_administrators_see_who_has_yet_to_accept(new_rules, tuan, linh, quan):
    accept(versions_to_accept(quan, on=timezone.localdate()), subject=quan, by=quan)
    accept(versions_to_accept(linh, on=timezone.localdate()), subject=linh, by=linh)
    page = signed_in(quan).get("/quan-tri/nguoi-lam/", {"muc": "chua-dong-y"})
    assertContains(page, "1 người chưa đồng ý")
    assertContains(page, "Lường Văn Tuấn")
    accept(versions_to_accept(tuan, on=timezone.localdate()), subject=tuan, by=tuan)
    assertContains(signed_in(quan).get("/quan-tri/nguoi-lam/", {"muc": "chua-dong-y"}), "Mọi người đã đồng ý")


def test_officers_see_which_producers_have_yet_to_accept(mai, tuan, nua_ngam):
    other = factories.producer("Bà Quàng Thị Mươn", nua_ngam, created_by=tuan)
    accept(versions_to_accept(None, on=timezone.localdate()), subject=other, by=tuan)
    page = signed_in(tuan).get("/can-bo/nguoi-ban/", {"muc": "chua-dong-y"})
    assertContains(page, "1 người bán chưa đồng ý với quy chế đang dùng")
    assertContains(page, "Bà Lò Thị Mai")
    assertContains(signed_in(tuan).get(f"/can-bo/nguoi-ban/{mai.pk}/"), "Chưa nói đồng ý với quy chế hoạt động bản 1")
    assertNotContains(signed_in(tuan).get(f"/can-bo/nguoi-ban/{other.pk}/"), "Chưa nói đồng ý với quy chế")


def test_who_has_nothing_to_accept_goes_on(tuan):
    assert signed_in(tuan).get(WHERE, {"next": "/can-bo/hang/"})["Location"] == "/can-bo/hang/"
    assert signed_in(tuan).get(WHERE, {"next": "https://example.com/"})["Location"] == "/can-bo/"
    assert signed_in(tuan).post(WHERE, YES)["Location"] == "/can-bo/"
    assert versions_of(tuan) == {("quy-che", 1), ("du-lieu-ca-nhan", 1)}


def test_a_yes_is_kept_once_and_as_it_was(tuan):
    before = acceptances_of(tuan).get(policy="quy-che").accepted_at
    accept(versions_to_accept(None, on=timezone.localdate()), subject=tuan, by=tuan)
    assert acceptances_of(tuan).get(policy="quy-che").accepted_at == before


def order(person, **changes):
    basket_id = basket_with((factories.listing(), 1), user=person or NOBODY)
    client = signed_in(person) if person else Client(headers={"sec-fetch-site": "same-origin"})
    return client, client.post("/dat-hang/", {**form(basket_id), **changes})


def test_a_guest_s_yes_is_kept_with_the_purchase(mai):
    _, response = order(None)
    assert response.status_code == 302
    purchase = Purchase.objects.get()
    assert versions_of(purchase) == {("quy-che", 1), ("du-lieu-ca-nhan", 1)}
    assert acceptances_of(purchase)[0].recorded_by is None
    assert history_of(purchase.order).get().after["quy-che"] == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [({"accepts": ""}, "Hãy đọc và đánh dấu đồng ý"), ({"versions": "quy-che:9"}, "Vừa có bản mới")],
)
def test_a_guest_who_does_not_accept_orders_nothing(changes, said, mai):
    _, response = order(None, **changes)
    assert (response.status_code, said in response.text) == (422, True)
    assert Purchase.objects.count() == 0


def test_a_buyer_with_an_account_is_asked_only_for_what_is_new(mai, an, new_rules):
    _, response = order(an, accepts="")
    assert (response.status_code, "bản 2" in response.text) == (422, True)
    _, response = order(an, versions="quy-che:2")
    assert response.status_code == 302
    assert ("quy-che", 2) in versions_of(an)


def test_a_buyer_who_has_accepted_all_is_not_asked(mai, an):
    _, response = order(an, accepts="", versions="")
    assert response.status_code == 302

"""Opening an account: a name, a phone number or e-mail, a password, and a consent that is written down."""

import pytest
from django.core.cache import cache

from common.audit.queries import history_of
from common.policies.queries import acceptances_of
from shop.basket.queries import pieces_in_basket
from tests.factories import listing, user
from tests.people import signed_in
from tests.shop.checkout.ordering import ordered

pytestmark = pytest.mark.django_db
WHERE = "/tai-khoan/dang-ky/"
TYPED = {
    "name": "Trần Thị Bình",
    "contact": "0912 345 678",
    "password": "hoa-ban-no-trang",
    "accepts": "on",
    "versions": "quy-che:1,du-lieu-ca-nhan:1",
}


@pytest.fixture(autouse=True)
def _nobody_has_tried(db):
    cache.clear()


def sign_up(client, **changes):
    return client.post(WHERE, {**TYPED, **changes})


@pytest.mark.parametrize(
    ("contact", "username", "email"),
    [
        ("0912 345 678", "0912345678", ""),
        ("+84 912.345.678", "0912345678", ""),
        ("Binh.Tran@Example.COM", "binh.tran@example.com", "binh.tran@example.com"),
    ],
)
def test_a_phone_number_or_an_e_mail_opens_it(visitor, django_user_model, contact, username, email):
    response = sign_up(visitor, contact=contact)
    opened = django_user_model.objects.get()
    assert (response.status_code, response["Location"]) == (302, "/tai-khoan/")
    assert (opened.username, opened.email, opened.get_full_name()) == (username, email, "Trần Thị Bình")
    assert (opened.is_staff, opened.is_superuser, opened.memberships.count()) == (False, False, 0)
    assert "Chào Trần Thị Bình" in visitor.get("/tai-khoan/").content.decode()


def test_which_rules_were_accepted_is_written_down(visitor, django_user_model):
    sign_up(visitor)
    opened = django_user_model.objects.get()
    (entry,) = history_of(opened)
    accepted = {"quy-che": 1, "du-lieu-ca-nhan": 1}
    assert (entry.action, entry.by, entry.after) == ("account.opened", opened, accepted)
    assert {(yes.policy, yes.version, yes.recorded_by) for yes in acceptances_of(opened)} == {
        ("quy-che", 1, opened),
        ("du-lieu-ca-nhan", 1, opened),
    }


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "Hãy gõ họ và tên."),
        ({"contact": ""}, "Hãy gõ số di động 10 chữ số hoặc địa chỉ e-mail"),
        ({"contact": "12345"}, "Hãy gõ số di động 10 chữ số hoặc địa chỉ e-mail"),
        ({"contact": "binh@"}, "Hãy gõ số di động 10 chữ số hoặc địa chỉ e-mail"),
        ({"contact": "binh"}, "Hãy gõ số di động 10 chữ số hoặc địa chỉ e-mail"),
        ({"password": "ngan"}, "Mật khẩu cần ít nhất 8 ký tự."),
        ({"password": "12345678"}, "Mật khẩu này nhiều người dùng, dễ đoán."),
        ({"password": "0912345678"}, "Mật khẩu quá giống tên, số điện thoại hoặc e-mail."),
        ({"accepts": ""}, "Cần đồng ý thì mới mở được tài khoản."),
        ({"versions": "quy-che:1,du-lieu-ca-nhan:0"}, "Vừa có bản mới."),
    ],
)
def test_bad_input_is_answered_in_plain_words_and_opens_nothing(visitor, django_user_model, changes, words):
    response = sign_up(visitor, **changes)
    page = response.content.decode()
    assert response.status_code == 422
    assert words in page
    assert "sessionid" not in response.cookies
    assert not django_user_model.objects.exists()
    if "name" not in changes:
        assert 'value="Trần Thị Bình"' in page
    assert "hoa-ban-no-trang" not in page


@pytest.mark.parametrize("again", ["0912345678", "0912.345.678"])
def test_one_phone_number_opens_one_account(visitor, django_user_model, again):
    user("0912345678", "Lò Thị Mai")
    response = sign_up(visitor, contact=again)
    assert response.status_code == 422
    assert "đã có tài khoản" in response.content.decode()
    assert django_user_model.objects.get().get_full_name() != "Trần Thị Bình"


def test_the_basket_comes_along(visitor, mai, django_user_model):
    visitor.post("/gio/them/", {"product": listing(of=mai).product_id, "quantity": 2})
    response = sign_up(visitor)
    assert response.cookies["gio"].value == ""
    assert pieces_in_basket(django_user_model.objects.get(username="0912345678"), None) == 2


def test_guest_orders_with_the_same_phone_stay_with_who_has_their_link(visitor, mai):
    purchase = ordered((listing(of=mai), 1))
    sign_up(visitor, contact=purchase.phone)
    assert purchase.order.number not in visitor.get("/tai-khoan/don/").content.decode()


def test_it_leads_back_to_where_the_buyer_was(visitor):
    assert sign_up(visitor, next="/dat-hang/")["Location"] == "/dat-hang/"


def test_who_asks_for_many_taken_numbers_has_to_wait(visitor, an):
    for _ in range(20):
        assert sign_up(visitor, contact="an@example.com").status_code == 422
    assert sign_up(visitor).status_code == 429


def test_somebody_signed_in_may_look_at_the_page(an):
    assert signed_in(an).get(WHERE).status_code == 200

"""Signing in and out: one answer for all that is wrong, slow for who guesses, and everybody lands where they work."""

import pytest
from django.core.cache import cache

from shop.accounts.queries import first_page_of
from shop.basket.queries import goods_in
from tests.factories import listing, user
from tests.people import signed_in
from tests.shop.checkout.ordering import basket_with

pytestmark = pytest.mark.django_db
WHERE = "/tai-khoan/vao/"
PASSWORD = "cho-phien"
WRONG = "Số điện thoại, e-mail hoặc mật khẩu chưa đúng."


@pytest.fixture(autouse=True)
def _nobody_has_tried(db):
    cache.clear()


def sign_in(client, name="an@example.com", password=PASSWORD, **fields):
    return client.post(WHERE, {"name": name, "password": password, **fields})


def is_signed_in(client):
    return client.get("/tai-khoan/").status_code == 200


@pytest.mark.parametrize("name", ["an@example.com", " AN@Example.com "])
def test_an_e_mail_however_it_is_written(visitor, an, name):
    response = sign_in(visitor, name)
    assert (response.status_code, response["Location"]) == (302, "/tai-khoan/")
    assert is_signed_in(visitor)


@pytest.mark.parametrize("name", ["0912345678", "0912 345 678", "84912345678"])
def test_a_phone_number_however_it_is_written(visitor, name):
    user("0912345678", "Lò Thị Bình")
    sign_in(visitor, name)
    assert is_signed_in(visitor)


def test_a_wrong_password_and_a_wrong_name_get_the_same_answer(visitor, an):
    wrong_password = sign_in(visitor, password="sai-mat-khau")
    wrong_name = sign_in(visitor, name="ai-do@example.com")
    for response in (wrong_password, wrong_name):
        assert response.status_code == 422
        assert WRONG in response.content.decode()
    strip = [response.content.decode().replace("ai-do@", "an@") for response in (wrong_password, wrong_name)]
    assert strip[0] == strip[1]
    assert not is_signed_in(visitor)


def test_who_was_shut_out_cannot_sign_in(visitor, an):
    an.is_active = False
    an.save()
    assert WRONG in sign_in(visitor).content.decode()
    assert not is_signed_in(visitor)


@pytest.mark.parametrize("name", ["", "\x00", "x" * 151])
def test_bad_input_is_answered(visitor, an, name):
    assert sign_in(visitor, name).status_code == 422


def test_who_guesses_too_often_has_to_wait_even_with_the_right_password(visitor, an):
    for _ in range(10):
        sign_in(visitor, password="sai-mat-khau")
    response = sign_in(visitor)
    assert response.status_code == 429
    assert "Đã thử nhiều lần." in response.content.decode()
    assert not is_signed_in(visitor)


def test_others_in_the_same_house_need_not_wait(visitor, an, linh):
    for _ in range(10):
        sign_in(visitor, password="sai-mat-khau")
    assert sign_in(visitor, "linh").status_code == 302


@pytest.mark.parametrize(
    ("person", "page"),
    [("tuan", "/can-bo/"), ("linh", "/duyet/"), ("thanh", "/giam-sat/"), ("quan", "/quan-tri/"), ("an", "/tai-khoan/")],
)
def test_everybody_lands_where_they_work(request, person, page):
    assert first_page_of(request.getfixturevalue(person)) == page


def test_a_producer_with_her_own_login_lands_where_she_works(an, mai):
    mai.partner.users.add(an)
    assert first_page_of(an) == "/can-bo/"


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [
        ("/dat-hang/", "/dat-hang/"),
        ("/can-bo/don/?tab=xong", "/can-bo/don/?tab=xong"),
        ("https://elsewhere.example/", "/tai-khoan/"),
        ("//elsewhere.example/", "/tai-khoan/"),
        ("javascript:alert(1)", "/tai-khoan/"),
        ("\\\\elsewhere.example", "/tai-khoan/"),
        ("", "/tai-khoan/"),
    ],
)
def test_it_leads_on_to_our_own_pages_only(visitor, an, asked, led_to):
    assert sign_in(visitor, next=asked)["Location"] == led_to
    assert visitor.get(WHERE, {"next": asked})["Location"] == led_to


def test_a_page_that_needs_an_account_asks_and_leads_back(visitor, an):
    response = visitor.get("/tai-khoan/don/")
    assert (response.status_code, response["Location"]) == (302, "/tai-khoan/vao/?next=/tai-khoan/don/")
    page = visitor.get(response["Location"]).content.decode()
    assert 'name="next" value="/tai-khoan/don/"' in page


def test_what_was_chosen_before_comes_along_and_nothing_is_lost(visitor, an, mai):
    towel, bag = listing("Khăn", of=mai), listing("Túi", of=mai)
    mine = basket_with((towel, 1), user=an)
    visitor.post("/gio/them/", {"product": towel.product_id, "quantity": 2})
    visitor.post("/gio/them/", {"product": bag.product_id, "quantity": 1})
    response = sign_in(visitor)
    assert response.cookies["gio"].value == ""
    assert [(good.title, good.quantity) for good in goods_in(mine)] == [("Khăn", 3), ("Túi", 1)]


def test_signing_out_is_a_post_and_leaves_the_basket_in_the_account(an, mai):
    client = signed_in(an)
    basket = basket_with((listing("Khăn", of=mai), 1), user=an)
    assert client.get("/tai-khoan/ra/").status_code == 405
    assert client.post("/tai-khoan/ra/")["Location"] == "/"
    assert not is_signed_in(client)
    assert "Giỏ còn trống" in client.get("/gio/").content.decode()
    assert len(goods_in(basket)) == 1


def test_the_door_is_kept_by_nobody_and_sets_no_cookie(visitor, db):
    for page in ("/tai-khoan/vao/", "/tai-khoan/dang-ky/", "/tai-khoan/quen-mat-khau/"):
        response = visitor.get(page)
        assert "no-store" in response["Cache-Control"]
        assert not response.cookies

"""Finding an order again by its number and phone number; guessing is slow."""

import pytest
from django.core.cache import cache

from tests.factories import listing
from tests.shop.checkout.ordering import ordered

pytestmark = pytest.mark.django_db
TRIES = 10


@pytest.fixture(autouse=True)
def _nobody_has_tried(db):
    cache.clear()


@pytest.fixture
def purchase(mai):
    return ordered((listing(of=mai), 1))


def find(client, number, phone="0912345678", **headers):
    return client.post("/don/", {"number": number, "phone": phone}, **headers)


@pytest.mark.parametrize("phone", ["0912345678", "0912 345 678", "+84 912.345.678"])
@pytest.mark.parametrize("spell", [str, str.lower, lambda number: f" #{number} ", lambda number: f"{number}-1"])
def test_number_and_phone_lead_to_the_page_however_they_are_written(visitor, purchase, phone, spell):
    response = find(visitor, spell(purchase.order.number), phone)
    assert (response.status_code, response["Location"]) == (302, f"/don/{purchase.token}/")


@pytest.mark.parametrize(
    ("number", "phone", "words"),
    [
        ("CP222222", "0912345678", "Không có đơn nào khớp"),
        (None, "0912345679", "Không có đơn nào khớp"),
        (None, "12", "Số điện thoại chưa đúng."),
        ("", "0912345678", "Hãy gõ mã đơn."),
    ],
)
def test_one_wrong_half_finds_nothing(visitor, purchase, number, phone, words):
    response = find(visitor, purchase.order.number if number is None else number, phone)
    page = response.content.decode()
    assert response.status_code == 422
    assert words in page
    assert purchase.token not in page


def test_who_guesses_too_often_has_to_wait_even_with_the_right_answer(visitor, purchase):
    for _ in range(TRIES):
        assert find(visitor, "CP222222").status_code == 422
    response = find(visitor, purchase.order.number)
    assert response.status_code == 429
    assert "Đã thử nhiều lần." in response.content.decode()


def test_others_need_not_wait(visitor, purchase):
    for _ in range(TRIES):
        find(visitor, "CP222222")
    assert find(visitor, purchase.order.number, REMOTE_ADDR="192.0.2.9").status_code == 302


def test_who_finds_does_not_use_up_tries(visitor, purchase):
    for _ in range(TRIES + 2):
        assert find(visitor, purchase.order.number).status_code == 302


def test_behind_a_proxy_its_header_tells_visitors_apart(visitor, purchase, settings):
    settings.CLIENT_ADDRESS = "HTTP_X_REAL_IP"
    for _ in range(TRIES):
        find(visitor, "CP222222", headers={"x-real-ip": "192.0.2.1"})
    assert find(visitor, purchase.order.number, headers={"x-real-ip": "192.0.2.1"}).status_code == 429
    assert find(visitor, purchase.order.number, headers={"x-real-ip": "192.0.2.2"}).status_code == 302


def test_the_empty_form_complains_of_nothing(visitor, db):
    page = visitor.get("/don/")
    assert page.status_code == 200
    assert "tom-loi" not in page.content.decode()

"""What the page showed, carried through the form and compared."""

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from shop.basket.services import change_quantity
from shop.checkout.queries import review_of
from shop.checkout.review import LOOK_AGAIN, Review
from tests.factories import listing
from tests.shop.checkout.ordering import NOBODY, basket_with


@pytest.fixture
def basket(mai, pao):
    """Two towels of Mai's and a honey of Páo's."""
    towel = listing("Khăn", of=mai, price=250_000, weight_grams=300)
    return basket_with((towel, 2), (listing("Mật ong", of=pao, price=120_000, weight_grams=1_100), 1))


def read(basket, destination="01"):
    return review_of(basket, destination=destination, on=timezone.localdate())


@pytest.mark.django_db
def test_sums_are_of_all_parcels(basket):
    review = read(basket)
    assert (review.pieces, review.goods_dong, review.fees_dong, review.total_dong) == (3, 620_000, 61_000, 681_000)
    assert (review.has_fees, review.has_trouble) == (True, False)


@pytest.mark.django_db
def test_without_a_destination_the_sum_is_not_known(basket):
    review = read(basket, destination=None)
    assert (review.has_fees, review.fees_dong) == (False, 0)


@pytest.mark.django_db
def test_what_was_seen_is_what_is_there(basket):
    assert read(basket).changes_since(read(basket).seen) == []


@pytest.mark.django_db
def test_fees_not_seen_yet_are_told(basket):
    assert read(basket).changes_since(read(basket, destination=None).seen) == [
        "Phí giao kiện của Bà Lò Thị Mai: 28.000\xa0₫.",
        "Phí giao kiện của Hộ Giàng A Páo: 33.000\xa0₫.",
    ]


@pytest.mark.django_db
def test_another_destination_is_another_fee(basket):
    assert read(basket, "11").changes_since(read(basket, "01").seen) == [
        "Phí giao kiện của Bà Lò Thị Mai đã đổi: 28.000\xa0₫ → 22.000\xa0₫."
    ]


@pytest.mark.django_db
def test_what_was_taken_out_is_told(basket):
    seen = read(basket).seen
    honey = read(basket).goods[1].product_id
    change_quantity(user=NOBODY, guest_basket_id=basket, product_id=honey, quantity=0)
    assert read(basket).changes_since(seen) == ["Có món không còn trong giỏ."]


@given(st.text(max_size=200))
def test_whatever_comes_back_is_read_without_an_error(seen):
    assert Review([]).changes_since(seen) in ([], [LOOK_AGAIN], ["Có món không còn trong giỏ."])

"""A basket as the parcels it will become, and what keeps a thing from being sent."""

from dataclasses import replace
from datetime import date

import pytest

from catalog.listings.states import Reach
from shop.basket.goods import Trouble
from shop.basket.parcels import parcels_of
from shop.basket.queries import good_of
from tests.factories import listing

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


@pytest.fixture
def honey(mai):
    """A bottle of honey of Điện Biên, 1,1 kg."""
    return replace(good_of(listing("Mật ong", of=mai, price=120_000, weight_grams=1_100).product_id), quantity=1)


@pytest.mark.parametrize(
    ("destination", "fee", "days"), [("11", 26_000, (2, 3)), ("01", 33_000, (3, 5)), ("79", 43_000, (4, 6))]
)
def test_a_parcel_is_quoted_by_weight_and_way(honey, destination, fee, days):
    (parcel,) = parcels_of([honey], destination=destination, on=DAY)
    assert (parcel.fee_dong, parcel.quote.days_min, parcel.quote.days_max) == (fee, *days)


def test_without_a_destination_there_is_no_fee_yet(honey):
    (parcel,) = parcels_of([honey], destination=None, on=DAY)
    assert (parcel.quote, parcel.fee_dong) == (None, 0)


@pytest.mark.parametrize(("grams", "words"), [(300, "300 g"), (999, "999 g"), (1_000, "1,0 kg"), (2_250, "2,2 kg")])
def test_weight_is_told_as_people_say_it(honey, grams, words):
    (parcel,) = parcels_of([replace(honey, weight_grams=grams)], destination=None, on=DAY)
    assert parcel.weight == words


@pytest.mark.parametrize(
    ("changes", "trouble"),
    [
        ({}, None),
        ({"quantity": 5}, None),
        ({"quantity": 6}, Trouble.TOO_FEW),
        ({"free": 0}, Trouble.SOLD_OUT),
        ({"free": -1}, Trouble.SOLD_OUT),
        ({"is_on_sale": False, "free": 0}, Trouble.OFF_SALE),
        ({"reach": Reach.OWN_PROVINCE}, Trouble.STAYS_HOME),
    ],
)
def test_what_keeps_a_thing_from_being_sent_to_ha_noi(honey, changes, trouble):
    assert replace(honey, **changes).trouble("01") == trouble


@pytest.mark.parametrize("destination", ["11", None])
def test_what_stays_in_its_province_travels_there(honey, destination):
    assert replace(honey, reach=Reach.OWN_PROVINCE).trouble(destination) is None

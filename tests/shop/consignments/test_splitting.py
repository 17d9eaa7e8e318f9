"""A basket becomes one part per producer, and nothing is lost on the way."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from shop.consignments.splitting import goods_dong, split_by_producer


@dataclass(frozen=True)
class Thing:
    name: str
    producer_id: int
    quantity: int
    price_dong: int
    weight_grams: int


things = st.lists(
    st.builds(
        Thing,
        name=st.text(max_size=3),
        producer_id=st.integers(1, 6),
        quantity=st.integers(1, 999),
        price_dong=st.integers(1, 10**9),
        weight_grams=st.integers(0, 10**6),
    ),
    max_size=30,
)


def test_each_producer_sends_one_parcel_in_the_order_of_the_basket():
    towel = Thing("khăn", 7, 1, 250_000, 260)
    honey = Thing("mật ong", 3, 2, 120_000, 1_100)
    bag = Thing("túi", 7, 3, 90_000, 150)
    parts = split_by_producer([towel, honey, bag])
    assert [(part.producer_id, part.things) for part in parts] == [(7, (towel, bag)), (3, (honey,))]
    assert [(part.goods_dong, part.grams) for part in parts] == [(520_000, 710), (240_000, 2_200)]


def test_an_empty_basket_has_no_parcels():
    assert split_by_producer([]) == []


@given(things)
def test_no_thing_and_no_dong_is_lost(basket):
    parts = split_by_producer(basket)
    assert sorted(id(thing) for part in parts for thing in part.things) == sorted(map(id, basket))
    assert sum(part.goods_dong for part in parts) == goods_dong(basket)
    assert sum(part.grams for part in parts) == sum(thing.quantity * thing.weight_grams for thing in basket)


@given(things)
def test_every_part_is_of_one_producer_and_every_producer_has_one_part(basket):
    parts = split_by_producer(basket)
    assert len({part.producer_id for part in parts}) == len(parts)
    assert all(thing.producer_id == part.producer_id for part in parts for thing in part.things)

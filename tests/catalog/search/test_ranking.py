"""The orders that all goods stand in."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from catalog.search.ranking import LADDER, LARGEST_KEY, ORDER_FIELDS, order_numbers

FACTS = st.fixed_dictionaries(
    {
        "key": st.integers(0, LARGEST_KEY),
        "price": st.none() | st.integers(0, 10**12),
        "is_available": st.booleans(),
        "listed_at": st.datetimes(datetime(1990, 1, 1), datetime(2150, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
        "sold": st.integers(0, 10**9),
    }
)
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def numbers(**changes):
    return order_numbers(**({"key": 1, "price": 1000, "is_available": True, "listed_at": NOW, "sold": 0} | changes))


@given(FACTS)
def test_every_number_fits_into_63_bits(facts):
    found = order_numbers(**facts)
    assert tuple(found) == ORDER_FIELDS
    assert all(0 <= number < 2**63 for number in found.values())


@given(FACTS, FACTS)
def test_no_two_goods_share_a_number(one, other):
    other["key"] = (one["key"] + 1) % LARGEST_KEY
    pairs = zip(order_numbers(**one).values(), order_numbers(**other).values(), strict=True)
    assert all(first != second for first, second in pairs)


def test_the_standing_is_availability_then_sales_then_age_then_number():
    standings = [
        numbers(sold=1)["standing"],
        numbers(listed_at=NOW + timedelta(days=1))["standing"],
        numbers(key=0)["standing"],
        numbers()["standing"],
        numbers(is_available=False, sold=900, listed_at=NOW + timedelta(days=9), key=0)["standing"],
    ]
    assert standings == sorted(standings, reverse=True)


@given(st.integers(0, 2**31 - 3), st.integers(1, 10))
def test_prices_stand_in_order_and_a_price_on_request_last(price, more):
    cheap, dear, asked = numbers(price=price), numbers(price=price + min(more, 2**31 - 2 - price)), numbers(price=None)
    assert cheap["cheapest"] < dear["cheapest"] < asked["cheapest"]
    assert dear["dearest"] > cheap["dearest"] > asked["dearest"]


def test_every_step_is_told_to_the_public_once():
    assert len({step.said for step in LADDER}) == len({(step.zone, step.fit) for step in LADDER}) == len(LADDER)

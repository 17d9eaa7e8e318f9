"""What is in the house and what of it is promised; the last piece is promised once."""

import pytest
from oscar.apps.partner.models import StockRecord

from catalog.search.models import SearchOutbox
from shop.consignments import stock
from tests.factories import listing

pytestmark = pytest.mark.django_db


@pytest.fixture
def towel(mai):
    """A towel: five in the house."""
    return record(listing("Khăn", of=mai, stock=5))


@pytest.fixture
def bag(mai):
    """A bag: two in the house."""
    return record(listing("Túi", of=mai, stock=2))


def record(of):
    return StockRecord.objects.get(product=of.product)


def counted(of):
    """(in the house, promised)."""
    of.refresh_from_db()
    return of.num_in_stock, of.num_allocated


def marked():
    """The products that the search was told of."""
    return sorted(SearchOutbox.objects.values_list("key", flat=True))


def test_a_promise_leaves_less_for_others_and_the_house_as_it_is(towel):
    stock.reserve({towel.pk: 2})
    assert counted(towel) == (5, 2)


def test_a_stock_record_that_never_counted_promises_counts_from_nothing(towel):
    StockRecord.objects.update(num_allocated=None)
    stock.reserve({towel.pk: 5})
    assert counted(towel) == (5, 5)


def test_the_last_piece_can_be_had_and_no_more(towel):
    stock.reserve({towel.pk: 5})
    with pytest.raises(stock.OutOfStock) as refusal:
        stock.reserve({towel.pk: 1})
    assert refusal.value.stock_record_id == towel.pk
    assert counted(towel) == (5, 5)


def test_all_is_promised_or_nothing(towel, bag):
    with pytest.raises(stock.OutOfStock):
        stock.reserve({towel.pk: 1, bag.pk: 3})
    assert (counted(towel), counted(bag)) == ((5, 0), (2, 0))


def test_records_are_changed_in_the_order_of_their_ids(towel, bag, django_assert_num_queries):
    with django_assert_num_queries(5) as seen:
        stock.reserve({bag.pk: 1, towel.pk: 1})
    updates = [query["sql"] for query in seen if query["sql"].startswith("UPDATE")]
    assert [f'"id" = {pk}' in sql for pk, sql in zip(sorted([towel.pk, bag.pk]), updates, strict=True)] == [True, True]


def test_the_search_hears_of_goods_that_ran_out_and_of_no_others(towel, bag):
    stock.reserve({towel.pk: 4, bag.pk: 2})
    assert marked() == [bag.product_id]


def test_a_released_promise_is_free_again(towel):
    stock.reserve({towel.pk: 3})
    stock.release({towel.pk: 2})
    assert counted(towel) == (5, 1)


def test_more_than_was_promised_cannot_be_released(towel):
    stock.reserve({towel.pk: 1})
    with pytest.raises(stock.NotPromised):
        stock.release({towel.pk: 2})
    assert counted(towel) == (5, 1)


def test_the_search_hears_when_goods_can_be_had_again(towel, bag):
    stock.reserve({towel.pk: 2, bag.pk: 2})
    SearchOutbox.objects.all().delete()
    stock.release({towel.pk: 2, bag.pk: 1})
    assert marked() == [bag.product_id]


def test_goods_on_their_way_are_neither_in_the_house_nor_promised(towel):
    stock.reserve({towel.pk: 3})
    stock.hand_over({towel.pk: 2})
    assert counted(towel) == (3, 1)


def test_a_house_counted_lower_meanwhile_is_never_below_nothing(towel):
    stock.reserve({towel.pk: 3})
    StockRecord.objects.update(num_in_stock=1)
    stock.hand_over({towel.pk: 3})
    assert counted(towel) == (0, 0)


def test_what_is_missing_leaves_nothing_free_and_keeps_the_promises_to_others(towel):
    stock.reserve({towel.pk: 3})
    stock.run_out({towel.pk: 1})
    assert counted(towel) == (2, 2)
    assert marked() == [towel.product_id]


def test_what_came_back_is_in_the_house_again(bag):
    stock.reserve({bag.pk: 2})
    stock.hand_over({bag.pk: 2})
    SearchOutbox.objects.all().delete()
    stock.put_back({bag.pk: 1})
    assert counted(bag) == (1, 0)
    assert marked() == [bag.product_id]

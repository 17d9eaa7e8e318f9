"""Two officers at once: a parcel is delivered once, and the pieces of two parcels are all counted."""

import pytest
from oscar.apps.analytics.models import ProductRecord

from shop.consignments.models import Consignment
from shop.consignments.services import deliver_consignment, reopen_consignment
from tests.catalog.approvals.test_races import at_once
from tests.factories import listing
from tests.shop.checkout.ordering import ordered

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def things(mai):
    """A towel and a bag of Mai's, in two orders, each put into the basket first once."""
    towel, bag = listing("Khăn thổ cẩm", of=mai, stock=9), listing("Túi vải", of=mai, stock=9)
    ordered((towel, 1), (bag, 2))
    ordered((bag, 3), (towel, 4))
    Consignment.objects.update(state="sent")
    return [towel, bag]


def parcels():
    """Rows of one's own, as every request has them."""
    return list(Consignment.objects.order_by("pk"))


def sold(things) -> list[int]:
    records = dict(ProductRecord.objects.values_list("product_id", "num_purchases"))
    return [records.get(each.product_id, 0) for each in things]


def test_one_parcel_delivered_twice_at_once_counts_once(things, tuan):
    outcomes = at_once(*(lambda: deliver_consignment(parcels()[0], by=tuan),) * 2)
    assert sorted(type(each).__name__ for each in outcomes) == ["MoveNotAllowed", "NoneType"]
    assert sold(things) == [1, 2]


def test_two_parcels_of_the_same_things_at_once_all_count_and_none_waits_for_ever(things, tuan):
    first, second = parcels()
    outcomes = at_once(lambda: deliver_consignment(first, by=tuan), lambda: deliver_consignment(second, by=tuan))
    assert (outcomes, sold(things)) == ([None, None], [5, 5])
    outcomes = at_once(lambda: reopen_consignment(first, by=tuan), lambda: reopen_consignment(second, by=tuan))
    assert (outcomes, sold(things)) == ([None, None], [0, 0])

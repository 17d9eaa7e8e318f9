"""An order becomes one consignment per producer, with what was agreed written down."""

import pytest

from shop.consignments.models import Consignment
from tests.factories import listing
from tests.shop.checkout.ordering import ordered

pytestmark = pytest.mark.django_db


@pytest.fixture
def purchase(mai, pao):
    """Two towels and a bag of Mai's, one honey of Páo's."""
    towel = listing("Khăn thổ cẩm", of=mai, price=250_000, weight_grams=300)
    bag = listing("Túi vải", of=mai, price=90_000, weight_grams=150)
    honey = listing("Mật ong", of=pao, price=120_000, weight_grams=1_100, unit="chai")
    return ordered((towel, 2), (honey, 1), (bag, 1))


def test_one_consignment_per_producer_numbered_after_the_order(purchase, mai, pao):
    number = purchase.order.number
    rows = Consignment.objects.values_list(
        "number", "producer", "point", "state", "goods_dong", "fee_dong", "days_min", "days_max"
    )
    assert list(rows) == [
        (f"{number}-1", mai.pk, mai.point_id, "placed", 590_000, 28_000, 3, 5),
        (f"{number}-2", pao.pk, pao.point_id, "placed", 120_000, 33_000, 3, 5),
    ]


def test_its_lines_keep_name_unit_and_price_of_that_day(purchase):
    first, second = Consignment.objects.all()
    columns = ("title", "unit", "price_dong", "ordered", "confirmed")
    assert list(first.lines.values_list(*columns)) == [
        ("Khăn thổ cẩm", "chiếc", 250_000, 2, None),
        ("Túi vải", "chiếc", 90_000, 1, None),
    ]
    assert list(second.lines.values_list(*columns)) == [("Mật ong", "chai", 120_000, 1, None)]
    assert [line.order_line.title for line in first.lines.all()] == ["Khăn thổ cẩm", "Túi vải"]


def test_sums_of_the_parts_are_the_sum_of_the_order(purchase):
    parts = Consignment.objects.all()
    assert int(purchase.order.total_incl_tax) == sum(part.due_dong for part in parts) == 771_000
    assert int(purchase.order.shipping_incl_tax) == sum(part.fee_dong for part in parts) == 61_000

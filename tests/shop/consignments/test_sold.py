"""What was delivered counts as sold, once, for as long as it stays delivered; the search hears of it."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from oscar.apps.analytics.models import ProductRecord

from catalog.search.models import SearchOutbox
from common.transitions import MoveNotAllowed, NotTheirMove
from shop.consignments import services
from shop.consignments.models import Consignment
from tests.factories import listing
from tests.factories.orders import consignment
from tests.shop.checkout.ordering import ordered

pytestmark = pytest.mark.django_db


@pytest.fixture
def towel(mai):
    return listing("Khăn thổ cẩm", of=mai)


@pytest.fixture
def parcel(towel):
    """Three towels under way."""
    return consignment(towel, quantity=3, state="sent")


def sold(of) -> int:
    return sum(ProductRecord.objects.filter(product=of.product_id).values_list("num_purchases", flat=True))


def heard() -> list[int]:
    """What the search is told since the last time that it was asked."""
    keys = list(SearchOutbox.objects.values_list("key", flat=True))
    SearchOutbox.objects.all().delete()
    return keys


def test_delivered_pieces_count_and_the_search_hears_of_them(parcel, towel, tuan):
    services.deliver_consignment(parcel, by=tuan)
    assert (sold(towel), heard()) == (3, [towel.product_id])


def test_pieces_of_all_parcels_add_up_and_what_the_producer_had_not_is_not_counted(parcel, towel, tuan):
    services.deliver_consignment(parcel, by=tuan)
    other = consignment(towel, quantity=5, state="sent")
    other.lines.update(confirmed=1)
    services.deliver_consignment(other, by=tuan)
    assert sold(towel) == 4


@pytest.mark.parametrize("state", ["placed", "confirmed", "packed", "refused", "returned", "delivered", "cancelled"])
def test_only_a_parcel_under_way_is_delivered_and_nothing_counts_twice(state, parcel, towel, tuan):
    Consignment.objects.update(state=state)
    with pytest.raises(MoveNotAllowed):
        services.deliver_consignment(parcel, by=tuan)
    assert (sold(towel), heard()) == (0, [])


@pytest.mark.parametrize("who", ["bao", "linh", "an"])
def test_who_may_not_deliver_counts_nothing(who, parcel, towel, request):
    with pytest.raises(NotTheirMove):
        services.deliver_consignment(parcel, by=request.getfixturevalue(who))
    assert (sold(towel), heard()) == (0, [])


def test_a_slip_of_the_finger_is_taken_back_and_a_parcel_that_returns_is_not_sold(parcel, towel, tuan):
    for _ in range(2):
        services.deliver_consignment(parcel, by=tuan)
        services.reopen_consignment(parcel, by=tuan)
    assert (sold(towel), heard()) == (0, [towel.product_id] * 4)
    services.refuse_consignment(parcel, by=tuan, reason="Đi vắng")
    services.return_consignment(parcel, by=tuan, can_be_sold=False)
    assert sold(towel) == 0


def test_a_refusal_taken_back_takes_nothing_off(parcel, towel, tuan):
    services.deliver_consignment(consignment(towel, quantity=2, state="sent"), by=tuan)
    services.refuse_consignment(parcel, by=tuan, reason="Đi vắng")
    seen_as_delivered = Consignment.objects.get(pk=parcel.pk)
    seen_as_delivered.state = "delivered"
    services.reopen_consignment(seen_as_delivered, by=tuan)
    assert sold(towel) == 2


def test_each_producers_things_count_when_her_own_parcel_is_delivered(towel, mai, pao, tuan):
    bag, honey = listing("Túi vải", of=mai), listing("Mật ong", of=pao)
    ordered((towel, 2), (honey, 1), (bag, 4))
    Consignment.objects.update(state="sent")
    services.deliver_consignment(Consignment.objects.get(producer=mai), by=tuan)
    assert (sold(towel), sold(bag), sold(honey)) == (2, 4, 0)
    assert heard()[-2:] == [towel.product_id, bag.product_id]


def test_what_was_delivered_before_anybody_counted_is_counted_once(parcel, towel, mai):
    bag = listing("Túi vải", of=mai)
    for state, number in (("delivered", 2), ("delivered", 5), ("returned", 9)):
        consignment(bag, quantity=number, state=state)
    count_delivered = import_module("shop.migrations.0005_sold").count_delivered
    for _ in range(2):
        count_delivered(apps, SimpleNamespace(connection=connection))
    assert (sold(towel), sold(bag), set(heard())) == (0, 7, {bag.product_id})

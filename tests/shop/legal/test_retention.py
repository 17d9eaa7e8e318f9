"""Listings are kept a year after they end, orders three years; the page says until when."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone
from oscar.apps.order.models import Order

from catalog.listings.models import Listing
from shop.legal.retention import listing_kept_until, order_kept_until, years_after
from tests import factories
from tests.people import signed_in
from tests.shop.checkout.ordering import ordered

pytestmark = pytest.mark.django_db
WHERE = "/giam-sat/luu-giu/"


@pytest.mark.parametrize(
    ("day", "number", "until"),
    [
        (date(2026, 11, 26), 3, date(2029, 11, 26)),
        (date(2028, 2, 29), 1, date(2029, 3, 1)),
        (date(2028, 2, 29), 4, date(2032, 2, 29)),
    ],
)
def test_years_lose_no_day(day, number, until):
    assert years_after(day, number) == until


def test_a_listing_s_year_begins_when_it_ends(mai):
    on_sale, ended = factories.listing("Khăn", mai), factories.listing("Túi", mai, state="retired")
    Listing.objects.filter(pk=ended.pk).update(changed_at=datetime(2026, 5, 31, 17, 30, tzinfo=UTC))
    ended.refresh_from_db()
    assert listing_kept_until(on_sale) is None
    assert listing_kept_until(ended) == date(2027, 6, 1)


def test_an_order_is_kept_three_years_from_its_day_in_vietnam(mai, set_rule):
    order = Order(date_placed=datetime(2026, 5, 31, 17, 30, tzinfo=UTC))
    assert order_kept_until(order) == date(2029, 6, 1)
    set_rule("keep.order_years", 5)
    assert order_kept_until(order) == date(2031, 6, 1)


def test_the_page_says_what_is_kept_until_when(mai, pao, thanh):
    parcel = ordered((factories.listing("Khăn", mai), 1)).order.consignments.get()
    goods = signed_in(thanh).get(WHERE).text
    assert ("Khăn" in goods, "hạn tính từ ngày ngừng bán" in goods) == (True, True)
    orders = signed_in(thanh).get(f"{WHERE}?muc=don").text
    assert (parcel.number in orders, f"{years_after(timezone.localdate(), 3):%d/%m/%Y}" in orders) == (True, True)


@pytest.mark.parametrize("who", ["tuan", "bao", "linh", "an"])
def test_for_others_it_is_not_there(who, request):
    assert signed_in(request.getfixturevalue(who)).get(WHERE).status_code == 404


@pytest.mark.parametrize("kind", ["hang", "don"])
@pytest.mark.parametrize("number", [1, 3])
def test_it_asks_as_much_for_three_as_for_one(kind, number, nua_ngam, thanh, django_assert_num_queries):
    for each in range(number):
        ordered((factories.listing(f"Khăn {each}", factories.producer(f"Bà {each}", nua_ngam)), 1))
    client = signed_in(thanh)
    with django_assert_num_queries(6):
        client.get(f"{WHERE}?muc={kind}")

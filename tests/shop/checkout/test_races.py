"""Many buyers at the same moment, over HTTP against four processes on PostgreSQL: traps 1 to 3 of a stock Oscar."""

import pytest
from django.core.signing import Signer
from django.db import connection
from django.test import Client
from oscar.apps.basket.models import Basket, Line
from oscar.apps.order.models import Order
from oscar.apps.partner.models import StockRecord

from shop.basket.cookie import SALT
from shop.checkout.models import Purchase
from shop.consignments.models import Consignment
from tests.factories import listing
from tests.people import signed_in
from tests.shop.checkout.ordering import basket_with, counted, form

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets only one write at a time"),
]
BUYERS = 20
ORDER, ADD = "/dat-hang/", "/gio/them/"


@pytest.fixture
def towel(mai):
    return listing("Khăn thổ cẩm", of=mai, price=250_000, stock=BUYERS, weight_grams=300)


@pytest.fixture
def honey(pao):
    return listing("Mật ong", of=pao, price=120_000, stock=BUYERS, weight_grams=1_100)


def guest_cookie(basket_id):
    return f"gio={Signer(salt=SALT).sign(str(basket_id))}"


def account_cookie(client: Client):
    return f"sessionid={client.cookies['sessionid'].value}"


def statuses(answers):
    return sorted(status for status, _ in answers)


def test_twenty_buyers_of_the_last_piece_make_one_order(send, towel):
    StockRecord.objects.update(num_in_stock=1)
    baskets = [basket_with((towel, 1)) for _ in range(BUYERS)]
    answers = send([(ORDER, guest_cookie(each), form(each)) for each in baskets])
    assert statuses(answers) == [302] + [409] * (BUYERS - 1)
    assert (Order.objects.count(), Purchase.objects.count(), Consignment.objects.count()) == (1, 1, 1)
    assert counted(towel) == (1, 1)
    assert Basket.objects.filter(status=Basket.OPEN).count() == BUYERS - 1


def test_buyers_of_two_things_in_any_order_neither_oversell_nor_wait_for_each_other_for_ever(send, towel, honey):
    StockRecord.objects.update(num_in_stock=3)
    one_way = [basket_with((towel, 1), (honey, 1)) for _ in range(BUYERS // 2)]
    the_other = [basket_with((honey, 1), (towel, 1)) for _ in range(BUYERS // 2)]
    answers = send([(ORDER, guest_cookie(each), form(each)) for each in (*one_way, *the_other)])
    assert statuses(answers) == [302] * 3 + [409] * (BUYERS - 3)
    assert Order.objects.count() == 3
    assert (counted(towel), counted(honey)) == ((3, 3), (3, 3))


def test_five_presses_at_once_make_one_order_and_lead_to_it(send, towel, honey):
    basket = basket_with((towel, 2), (honey, 1))
    answers = send([(ORDER, guest_cookie(basket), form(basket))] * 5)
    purchase = Purchase.objects.get()
    assert set(answers) == {(302, f"/don/{purchase.token}/?vua-dat=1")}
    assert Order.objects.count() == 1
    assert Consignment.objects.count() == 2
    assert (counted(towel), counted(honey)) == ((BUYERS, 2), (BUYERS, 1))


def test_five_presses_of_an_account_make_one_order(send, an, towel):
    basket = basket_with((towel, 2), user=an)
    answers = send([(ORDER, account_cookie(signed_in(an)), form(basket))] * 5)
    assert set(answers) == {(302, f"/don/{Purchase.objects.get().token}/?vua-dat=1")}
    assert counted(towel) == (BUYERS, 2)


def test_twenty_additions_to_a_visitors_basket_are_twenty(send, towel, honey):
    basket = basket_with((honey, 1))
    answers = send([(ADD, guest_cookie(basket), {"product": towel.product_id, "quantity": 1})] * BUYERS)
    assert statuses(answers) == [302] * BUYERS
    assert Line.objects.get(product=towel.product).quantity == BUYERS
    assert Basket.objects.count() == 1


def test_twenty_additions_to_an_account_that_has_no_basket_yet_open_one(send, an, towel):
    cookie = account_cookie(signed_in(an))
    answers = send([(ADD, cookie, {"product": towel.product_id, "quantity": 1})] * BUYERS)
    assert statuses(answers) == [302] * BUYERS
    assert Basket.objects.count() == 1
    assert Line.objects.get().quantity == BUYERS


def test_additions_stop_where_the_stock_ends(send, towel):
    StockRecord.objects.update(num_in_stock=7)
    basket = basket_with((towel, 1))
    answers = send([(ADD, guest_cookie(basket), {"product": towel.product_id, "quantity": 1})] * BUYERS)
    assert statuses(answers) == [302] * 6 + [422] * (BUYERS - 6)
    assert Line.objects.get().quantity == 7


def test_additions_while_an_order_is_placed_are_never_lost(send, an, towel, honey):
    basket = basket_with((towel, 1), user=an)
    cookie = account_cookie(signed_in(an))
    adding = (ADD, cookie, {"product": honey.product_id, "quantity": 1})
    answers = send([adding, adding, (ORDER, cookie, form(basket)), adding, adding, adding])
    waiting = Line.objects.filter(basket__status=Basket.OPEN, basket__owner=an)
    placed = answers[2][0] == 302  # else a thing came in before, and the buyer is asked to look again
    assert statuses(answers) == [302] * (6 if placed else 5) + [409] * (not placed)
    assert Order.objects.count() == placed
    assert dict(waiting.values_list("product__title", "quantity")) == {
        "Mật ong": 5,
        **({} if placed else {"Khăn thổ cẩm": 1}),
    }
    assert Basket.objects.filter(status=Basket.OPEN).count() == 1


def test_five_cancels_at_once_free_the_goods_once(send, towel):
    basket = basket_with((towel, 2))
    send([(ORDER, guest_cookie(basket), form(basket))])
    parcel = Consignment.objects.get()
    answers = send([(f"/don/{Purchase.objects.get().token}/huy/", "", {"parcel": parcel.number})] * 5)
    assert statuses(answers) == [302] + [409] * 4
    assert counted(towel) == (BUYERS, 0)

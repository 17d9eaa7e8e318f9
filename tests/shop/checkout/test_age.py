"""Spirits are sold by licence, to people who state that the recipient is a grown-up; the packer reads that too."""

from datetime import timedelta

import pytest
from django.utils import timezone
from oscar.apps.order.models import Order
from oscar.apps.partner.models import StockRecord

from catalog.licences.models import Licence
from shop.basket.services import NotForSale, add_to_basket
from shop.checkout.services import AgeNotStated, NotPlaced, place_order
from shop.consignments.models import Consignment
from tests.factories import commune, listing
from tests.factories.moderation import licence
from tests.people import signed_in
from tests.shop.checkout.ordering import NOBODY, agreed, basket_with, counted, form

pytestmark = pytest.mark.django_db
WHERE = "/dat-hang/"
STATED = "Tôi xác nhận người nhận đủ 18 tuổi"


@pytest.fixture(autouse=True)
def _alcohol_is_sold(settings, db):
    settings.ALCOHOL_ONLY_SHOWN = False
    commune("00070")


@pytest.fixture
def wine(mai):
    licence(mai)
    return listing("Rượu Mông Kê", of=mai, price=90_000, stock=5, product_set_no=14, unit="chai")


@pytest.fixture
def honey(pao):
    return listing("Mật ong", of=pao, price=120_000, stock=3, unit="chai")


def end_the_licence():
    Licence.objects.update(until_date=timezone.localdate() - timedelta(days=1))


def test_without_a_licence_it_goes_into_no_basket(wine):
    end_the_licence()
    with pytest.raises(NotForSale):
        add_to_basket(user=NOBODY, guest_basket_id=None, product_id=wine.product_id, quantity=1)


def test_while_the_market_only_shows_it_it_goes_into_no_basket(wine, settings):
    settings.ALCOHOL_ONLY_SHOWN = True
    with pytest.raises(NotForSale):
        add_to_basket(user=NOBODY, guest_basket_id=None, product_id=wine.product_id, quantity=1)


def test_a_licence_that_ended_meanwhile_stops_the_order(wine):
    basket = basket_with((wine, 1))
    was_agreed = agreed(basket, is_of_age=True)
    end_the_licence()
    with pytest.raises(NotPlaced) as refusal:
        place_order(basket, by=NOBODY, agreed=was_agreed)
    assert refusal.value.notices == ["Rượu Mông Kê hiện không còn bán."]
    assert (Order.objects.count(), counted(wine)) == (0, (5, 0))


def test_without_the_statement_nothing_is_ordered(wine, honey):
    basket = basket_with((wine, 1), (honey, 1))
    with pytest.raises(AgeNotStated):
        place_order(basket, by=NOBODY, agreed=agreed(basket))
    promised = StockRecord.objects.exclude(num_allocated=0)
    assert (Order.objects.count(), Consignment.objects.count(), promised.count()) == (0, 0, 0)


def test_the_statement_stands_on_the_parcel_that_asks_for_it(wine, honey, mai, pao):
    basket = basket_with((wine, 1), (honey, 1))
    place_order(basket, by=NOBODY, agreed=agreed(basket, is_of_age=True))
    assert dict(Consignment.objects.values_list("producer", "stated_age")) == {mai.pk: 18, pao.pk: 0}


def test_other_goods_ask_for_no_age(honey):
    basket = basket_with((honey, 1))
    place_order(basket, by=NOBODY, agreed=agreed(basket))
    assert Consignment.objects.get().stated_age == 0


def test_the_page_asks_only_when_something_in_it_asks(visitor, wine, honey):
    visitor.post("/gio/them/", {"product": honey.product_id, "quantity": 1})
    assert STATED not in visitor.get(WHERE).content.decode()
    visitor.post("/gio/them/", {"product": wine.product_id, "quantity": 1})
    page = visitor.get(WHERE).content.decode()
    assert (STATED in page, "Luật 44/2019/QH14" in page) == (True, True)


def test_without_the_tick_the_field_says_so_and_nothing_is_lost(visitor, wine):
    visitor.post("/gio/them/", {"product": wine.product_id, "quantity": 1})
    basket = int(visitor.cookies["gio"].value.partition(":")[0])
    response = visitor.post(WHERE, form(basket, note="Gọi trước"))
    page = response.content.decode()
    assert (response.status_code, Order.objects.count(), counted(wine)) == (422, 0, (5, 0))
    assert 'id="id_is_of_age_error"' in page
    assert "hãy xác nhận người nhận đủ 18 tuổi" in page
    assert all(words in page for words in ("Nguyễn Thu Hà", "12 phố Lò Sũ", "Gọi trước"))
    assert visitor.post(WHERE, form(basket, is_of_age="on")).status_code == 302
    assert Consignment.objects.get().stated_age == 18


def test_officers_and_carriers_read_it(visitor, wine, tuan):
    basket = basket_with((wine, 1))
    purchase = place_order(basket, by=NOBODY, agreed=agreed(basket, is_of_age=True))
    parcel = Consignment.objects.get()
    officer = signed_in(tuan)
    sheet = officer.get(f"/can-bo/don/{parcel.pk}/phieu/").content.decode()
    assert "Kiểm tra người nhận đủ 18 tuổi trước khi giao hàng và thu tiền." in sheet
    assert "khi người nhận đủ 18 tuổi" in officer.get(f"/can-bo/don/{parcel.pk}/").content.decode()
    assert "người nhận đủ 18 tuổi" in visitor.get(f"/don/{purchase.token}/").content.decode()


def test_other_sheets_say_nothing_of_age(honey, bao):
    basket = basket_with((honey, 1))
    place_order(basket, by=NOBODY, agreed=agreed(basket))
    parcel = Consignment.objects.get()
    assert "tuổi" not in signed_in(bao).get(f"/can-bo/don/{parcel.pk}/phieu/").content.decode()

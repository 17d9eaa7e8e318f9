"""A producer takes back her consent while an order is open: it goes on to the buyer's door, and no new one comes."""

import pytest
from oscar.apps.basket.models import Line

from producers.consents.services import withdraw_consent
from shop.basket.services import NotForSale
from shop.checkout.services import place_order
from shop.consignments import services
from shop.consignments.models import Consignment
from shop.consignments.states import ConsignmentState
from tests import factories
from tests.people import signed_in
from tests.shop.checkout.ordering import NOBODY, agreed, basket_with, ordered

pytestmark = pytest.mark.django_db


@pytest.fixture
def towel(mai):
    """A towel of Mai's: five in the house."""
    return factories.listing("Khăn thổ cẩm Lào", of=mai, stock=5, photos=1)


@pytest.fixture
def open_order(towel, mai, tuan):
    """An order of two, placed before she took everything back."""
    purchase = ordered((towel, 2))
    for scope in ("goods", "name_and_picture"):
        withdraw_consent(mai, scope, by=tuan)
    return purchase


def test_the_open_order_is_answered_packed_and_delivered(open_order, tuan, visitor):
    parcel = Consignment.objects.get(order=open_order.order)
    services.answer_consignment(parcel, by=tuan, confirmed={parcel.lines.get().pk: 2})
    services.pack_consignment(parcel, by=tuan)
    services.send_consignment(parcel, by=tuan, carrier="Bưu điện")
    services.deliver_consignment(parcel, by=tuan)
    parcel.refresh_from_db()
    assert parcel.state == ConsignmentState.DELIVERED
    assert visitor.get(f"/don/{open_order.token}/").status_code == 200


def test_the_officer_still_finds_it_with_her_name_and_sheets(open_order, tuan):
    parcel = Consignment.objects.get(order=open_order.order)
    client = signed_in(tuan)
    for address in ("/can-bo/don/", f"/can-bo/don/{parcel.pk}/"):
        page = client.get(address)
        assert page.status_code == 200
        assert "Bà Lò Thị Mai" in page.text


def test_the_buyers_page_goes_on_without_her_name(open_order, visitor):
    page = visitor.get(f"/don/{open_order.token}/").text
    assert "Khăn thổ cẩm Lào" in page
    assert "Hộ sản xuất ở xã Núa Ngam" in page
    assert "Lò Thị Mai" not in page
    assert "/tep/" not in page


def test_no_new_order_comes_not_even_from_a_basket(towel, mai, tuan):
    basket_id = basket_with((towel, 1))
    was_agreed = agreed(basket_id)
    withdraw_consent(mai, "goods", by=tuan)
    with pytest.raises(Exception, match="không còn bán"):
        place_order(basket_id, by=NOBODY, agreed=was_agreed)
    with pytest.raises(NotForSale):
        basket_with((towel, 1))
    assert not Consignment.objects.exists()


def test_a_basket_shows_no_picture_of_what_is_no_longer_on_sale(towel, mai, tuan, an):
    client = signed_in(an)
    client.post("/gio/them/", {"product": towel.product_id, "quantity": 1})
    assert "/tep/anh/" in client.get("/gio/").text
    withdraw_consent(mai, "goods", by=tuan)
    page = client.get("/gio/").text
    assert Line.objects.count() == 1
    assert "Khăn thổ cẩm Lào" in page
    assert "/tep/anh/" not in page

"""What law makes the market keep is deleted by nobody: not on Oscar's dashboard, not in the admin, not by a slip."""

import pytest
from django.db.models import ProtectedError
from oscar.apps.catalogue.models import Product
from oscar.apps.order.models import Order
from oscar.apps.partner.models import Partner, StockRecord

from producers.directory.models import Membership, SupportPoint
from tests.factories import listing
from tests.factories.orders import consignment
from tests.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def parcel(mai, an):
    """A parcel of a towel to An."""
    return consignment(listing("Khăn piêu", of=mai), buyer=an)


def counts():
    return [kind.objects.count() for kind in (Product, Partner, Order, StockRecord, SupportPoint, Membership)]


def addresses(parcel, mai, tuan):
    product = parcel.lines.get().order_line.product
    yield f"/quan-tri/catalogue/products/{product.pk}/delete/"
    yield f"/quan-tri/partners/{mai.partner_id}/delete/"
    yield f"/quan-tri/he-thong/auth/user/{tuan.pk}/delete/"


def test_no_page_deletes_and_each_says_why(parcel, mai, tuan, quan):
    before = counts()
    for address in addresses(parcel, mai, tuan):
        for answer in (signed_in(quan).get(address), signed_in(quan).post(address, {"post": "yes"})):
            assert (address, answer.status_code, "không xoá được" in answer.text) == (address, 403, True)
    assert counts() == before


@pytest.mark.parametrize("who", ["an", "tuan", "linh", "thanh"])
def test_others_do_not_even_see_that(who, parcel, mai, tuan, request):
    client = signed_in(request.getfixturevalue(who))
    assert [client.get(address).status_code for address in addresses(parcel, mai, tuan)] == [404] * 3


def test_the_admin_offers_no_deleting(tuan, quan):
    client = signed_in(quan)
    assert "delete_selected" not in client.get("/quan-tri/he-thong/auth/user/").text
    assert "deletelink" not in client.get(f"/quan-tri/he-thong/auth/user/{tuan.pk}/change/").text


def test_a_stock_record_cannot_be_ticked_away(parcel, quan):
    product = parcel.lines.get().order_line.product
    page = signed_in(quan).get(f"/quan-tri/catalogue/products/{product.pk}/").text
    assert "stockrecords-0-partner_sku" in page
    assert "stockrecords-0-DELETE" not in page


def test_the_rows_themselves_refuse(parcel, mai):
    product = parcel.lines.get().order_line.product
    for row in (product, mai.partner, parcel.order, mai, mai.point, parcel.lines.get().order_line):
        with pytest.raises(ProtectedError):
            row.delete()

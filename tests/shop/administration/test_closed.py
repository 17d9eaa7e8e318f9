"""Nobody deletes what law makes the market keep, or changes goods past the approver: not on the dashboard."""

import pytest
from django.db.models import ProtectedError
from oscar.apps.catalogue.models import Category, Product, ProductClass
from oscar.apps.order.models import Order, OrderNote, ShippingAddress
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


def test_goods_change_on_no_page_of_the_dashboard(parcel, quan):
    product = parcel.lines.get().order_line.product
    Product.objects.filter(pk=product.pk).update(is_public=False)
    before = (counts(), Product.objects.values().get(pk=product.pk), StockRecord.objects.values().get())
    for address, sent in (
        (f"{product.pk}/", {"title": "Tên khác", "is_public": "on"}),
        ("create/hang-cho-phien/", {"title": "Hàng lạ", "is_public": "on"}),
        (f"{product.pk}/create-variant/", {"title": "Hàng lạ"}),
        ("bulk-action/", {"selected_product": product.pk, "action": "make_public"}),
    ):
        answer = signed_in(quan).post(f"/quan-tri/catalogue/products/{address}", sent)
        assert (address, answer.status_code, "không sửa được ở đây" in answer.text) == (address, 403, True)
    assert (counts(), Product.objects.values().get(pk=product.pk), StockRecord.objects.values().get()) == before


def test_the_rows_themselves_refuse(parcel, mai):
    product = parcel.lines.get().order_line.product
    for row in (product, mai.partner, parcel.order, mai, mai.point, parcel.lines.get().order_line):
        with pytest.raises(ProtectedError):
            row.delete()


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_login_of_a_producer_is_given_or_ended_on_the_dashboard(method, mai, an, quan):
    below = f"/quan-tri/partners/{mai.partner_id}/users/"
    for rest in ("add/", "select/", f"{an.pk}/link/", f"{an.pk}/unlink/", f"{an.pk}/update/"):
        answer = getattr(signed_in(quan), method)(below + rest)
        assert (rest, answer.status_code, "không làm ở đây" in answer.text) == (rest, 403, True)
        assert signed_in(an).get(below + rest).status_code == 404
    an.refresh_from_db()
    assert not mai.partner.users.exists()
    assert not an.user_permissions.exists()


def test_whatever_is_sent_to_the_dashboard_changes_nothing(parcel, mai, quan):
    order = parcel.order
    sent = {
        f"orders/{order.number}/": {"order_action": "change_order_status", "new_status": "Cancelled"},
        f"orders/{order.number}/shipping-address/": {"first_name": "Người khác", "line1": "Nơi khác"},
        f"orders/{order.number}/notes/0/": {"message": "Đã trả tiền"},
        "orders/": {"action": "change_order_statuses", "selected_order": order.pk, "new_status": "Cancelled"},
        f"partners/{mai.partner_id}/": {"name": "Tên khác"},
        "partners/create/": {"name": "Người lạ"},
        "catalogue/product-type/create/": {"name": "Loại lạ"},
        "catalogue/categories/create/": {"name": "Nhóm lạ", "_position": "last-child"},
        "users/alerts/1/delete/": {},
    }
    kinds = (Product, ProductClass, Category, Partner, Order, ShippingAddress, StockRecord, OrderNote)
    before = [list(kind.objects.order_by("pk").values()) for kind in kinds]
    client = signed_in(quan)
    for address, form in sent.items():
        for method in (client.post, client.put, client.delete):
            answer = method(f"/quan-tri/{address}", form if method == client.post else None)
            assert (address, answer.status_code, "chỉ để xem" in answer.text) == (address, 403, True)
    assert [list(kind.objects.order_by("pk").values()) for kind in kinds] == before


def test_an_administrator_still_looks(parcel, quan):
    for address in ("", "orders/", f"orders/{parcel.order.number}/", "partners/", "users/", "catalogue/"):
        assert (address, signed_in(quan).get(f"/quan-tri/{address}").status_code) == (address, 200)

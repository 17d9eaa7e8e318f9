"""The order page: one page for everybody, nothing typed is lost, nothing is ordered that was not seen."""

import pytest
from django.test import Client
from oscar.apps.address.models import UserAddress
from oscar.apps.order.models import Order
from oscar.apps.partner.models import StockRecord

from shop.accounts.services import keep_address
from shop.basket.services import take_over_guest_basket
from shop.checkout.models import Purchase
from tests.factories import commune, listing
from tests.people import signed_in
from tests.shop.checkout.ordering import RECIPIENT, basket_with, counted, form, home

pytestmark = pytest.mark.django_db
WHERE = "/dat-hang/"


@pytest.fixture(autouse=True)
def ha_noi(db):
    return commune("00070")


@pytest.fixture
def towel(mai):
    return listing("Khăn thổ cẩm", of=mai, price=250_000, stock=5, weight_grams=300)


@pytest.fixture
def honey(pao):
    return listing("Mật ong", of=pao, price=120_000, stock=3, weight_grams=1_100, unit="chai")


@pytest.fixture
def basket(visitor, towel, honey):
    """The visitor's basket: a towel and two bottles of honey."""
    visitor.post("/gio/them/", {"product": towel.product_id, "quantity": 1})
    visitor.post("/gio/them/", {"product": honey.product_id, "quantity": 2})
    return int(visitor.cookies["gio"].value.partition(":")[0])


def hidden(page, name):
    """The value of a hidden input."""
    return page.partition(f'name="{name}" value="')[2].partition('"')[0]


def test_a_visitor_orders_on_one_page(visitor, basket, towel, honey):
    page = visitor.get(WHERE + "?tinh=01").content.decode()
    assert "Đặt hàng · 561.000\xa0₫" in page
    sent = {**form(basket), "basket": hidden(page, "basket"), "seen": hidden(page, "seen")}
    response = visitor.post(WHERE, sent)
    purchase = Purchase.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"/don/{purchase.token}/?vua-dat=1")
    assert response.cookies["gio"].value == ""
    assert (counted(towel), counted(honey)) == ((5, 1), (3, 2))
    assert int(purchase.order.total_incl_tax) == 561_000


def test_without_a_basket_there_is_nothing_to_order(visitor, db):
    for response in (visitor.get(WHERE), visitor.post(WHERE, RECIPIENT)):
        assert (response.status_code, response["Location"]) == (302, "/gio/")
        assert not response.cookies


def test_the_page_without_a_place_asks_for_it_before_naming_a_sum(visitor, basket):
    page = visitor.get(WHERE).content.decode()
    assert "Xem phí và tổng tiền" in page
    assert "Đặt hàng ·" not in page


@pytest.mark.parametrize("province", ["99", "x", "\x00", "1" * 500])
def test_a_province_that_is_none_names_no_sum(visitor, basket, province):
    response = visitor.get(WHERE, {"tinh": province})
    assert response.status_code == 200
    assert "Đặt hàng ·" not in response.content.decode()


def test_fees_nobody_has_seen_are_shown_before_anything_is_ordered(visitor, basket):
    page = visitor.get(WHERE).content.decode()
    response = visitor.post(WHERE, {**form(basket), "seen": hidden(page, "seen")})
    shown = response.content.decode()
    assert response.status_code == 409
    assert "Phí giao kiện của Bà Lò Thị Mai: 28.000\xa0₫." in shown
    assert not Order.objects.exists()
    again = visitor.post(WHERE, {**form(basket), "seen": hidden(shown, "seen")})
    assert again.status_code == 302
    assert Order.objects.count() == 1


def test_working_out_the_fee_keeps_everything_and_complains_of_nothing(visitor, basket):
    typed = {"recipient": "Hà", "phone": "09", "commune_province": "11", "note": "Gói kỹ", "tinh": "1"}
    response = visitor.post(WHERE, {**form(basket), "commune_text": "", "commune_code": "", **typed})
    page = response.content.decode()
    assert response.status_code == 200
    assert 'value="Hà"' in page
    assert 'value="09"' in page
    assert "Gói kỹ</textarea>" in page
    assert "aria-invalid" not in page
    assert "22.000" in page
    assert not Order.objects.exists()


def test_a_place_that_is_not_understood_is_asked_for_when_the_fee_is_worked_out(visitor, basket):
    sent = {**form(basket), "commune_text": "Xã Không Có", "commune_code": "", "tinh": "1"}
    response = visitor.post(WHERE, sent)
    assert response.status_code == 200
    assert "Không tìm thấy xã, phường nào tên như vậy." in response.content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"recipient": " "}, "Hãy gõ tên người nhận."),
        ({"recipient": "x" * 121}, "Tên người nhận"),
        ({"phone": "12345"}, "Số điện thoại chưa đúng."),
        ({"phone": ""}, "Hãy gõ số điện thoại."),
        ({"house": ""}, "Hãy gõ số nhà, tên đường hoặc thôn, bản."),
        ({"commune_text": "", "commune_code": ""}, "Hãy gõ tên xã, phường."),
        ({"commune_province": "11"}, "không thuộc tỉnh đã chọn"),
        ({"note": "x" * 301}, "Lời nhắn"),
    ],
)
def test_bad_input_is_answered_beside_its_field_and_all_is_kept(visitor, basket, changes, words):
    sent = {**form(basket), "note": "Gọi trước", **changes}
    response = visitor.post(WHERE, sent)
    page = response.content.decode()
    assert response.status_code == 422
    assert words in page
    assert "tom-loi" in page
    assert 'aria-invalid="true"' in page
    for name, kept in sent.items():
        if name in {"recipient", "phone", "house"} and kept.strip():
            assert kept.replace(" ", "") in page.replace(" ", "")
    assert not Order.objects.exists()


def test_html_in_a_field_is_text(visitor, basket):
    response = visitor.post(WHERE, form(basket, recipient="<script>alert(1)</script>"), follow=True)
    page = response.content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_what_ran_out_is_told_with_the_form_kept(visitor, basket, towel):
    sent = form(basket, note="Gọi trước")
    StockRecord.objects.filter(product=towel.product).update(num_allocated=5)
    response = visitor.post(WHERE, sent)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Món này vừa hết." in page
    assert "Nguyễn Thu Hà" in page
    assert "Gọi trước</textarea>" in page
    assert "Đặt hàng ·" not in page
    assert not Order.objects.exists()


def test_the_rest_can_be_ordered_without_it(visitor, basket, towel):
    StockRecord.objects.filter(product=towel.product).update(num_allocated=5)
    page = visitor.post(WHERE, {**form(basket), "fit": f"{towel.product_id}:0"}).content.decode()
    assert "Khăn thổ cẩm" not in page
    assert "Đặt hàng · 283.000\xa0₫" in page
    visitor.post(WHERE, {**form(basket), "seen": hidden(page, "seen")})
    assert int(Purchase.objects.get().order.total_incl_tax) == 283_000


def test_too_many_can_be_fitted_to_what_is_left(visitor, basket, honey):
    StockRecord.objects.filter(product=honey.product).update(num_in_stock=1)
    page = visitor.get(WHERE + "?tinh=01").content.decode()
    assert "Chỉ còn 1 chai." in page
    assert f'value="{honey.product_id}:1"' in page
    page = visitor.post(WHERE, {**form(basket), "fit": f"{honey.product_id}:1"}).content.decode()
    assert "Chỉ còn 1 chai." not in page
    assert "Đặt hàng ·" in page


@pytest.mark.parametrize("fit", ["", "x", "1", "1:x", ":", "99999:1", "1:-1", f"{10**30}:1"])
def test_a_fitting_nobody_offered_changes_nothing(visitor, basket, fit):
    response = visitor.post(WHERE, {**form(basket), "fit": fit})
    assert response.status_code == 200
    assert not Order.objects.exists()


def test_a_second_press_leads_to_the_order_of_the_first(visitor, basket, towel):
    sent = form(basket)
    first, second = visitor.post(WHERE, sent), visitor.post(WHERE, sent)
    assert first["Location"] == second["Location"]
    assert Order.objects.count() == 1
    assert counted(towel) == (5, 1)


def test_a_second_press_in_a_browser_that_lost_its_cookie_too(visitor, basket):
    sent = form(basket)
    first = visitor.post(WHERE, sent)
    elsewhere = Client(headers={"sec-fetch-site": "same-origin"})
    assert elsewhere.post(WHERE, sent)["Location"] == first["Location"]
    assert Order.objects.count() == 1


def test_a_form_drawn_before_signing_in_orders_the_accounts_basket(an, basket, visitor):
    sent = form(basket)
    take_over_guest_basket(an, basket)
    assert signed_in(an).post(WHERE, sent).status_code == 302
    assert Order.objects.get().user == an


def test_nobody_orders_or_finds_an_accounts_basket(an, linh, towel, visitor):
    hers = basket_with((towel, 1), user=an)
    sent = form(hers)
    for client in (visitor, signed_in(linh)):
        assert client.post(WHERE, sent)["Location"] == "/gio/"
    assert not Order.objects.exists()
    signed_in(an).post(WHERE, sent)
    for client in (visitor, signed_in(linh)):
        assert client.post(WHERE, sent)["Location"] == "/gio/"


@pytest.mark.parametrize("basket_field", ["", "1", "1:forged", "x" * 200])
def test_a_forged_number_orders_nobodys_basket(towel, basket_field):
    theirs = basket_with((towel, 1))
    stranger = Client(headers={"sec-fetch-site": "same-origin"})
    assert stranger.post(WHERE, form(theirs, basket=basket_field))["Location"] == "/gio/"
    assert not Order.objects.exists()


def test_an_account_finds_its_kept_address_filled_in_and_may_choose_another(an, towel):
    keep_address(an, home())
    keep_address(an, home("03127"), is_usual=True)
    basket_with((towel, 1), user=an)
    page = signed_in(an).get(WHERE).content.decode()
    assert "Phường Điện Biên Phủ" in page
    assert "Đặt hàng · 272.000\xa0₫" in page  # to the usual address, in the maker's own province


def test_a_kept_address_needs_nothing_typed(an, towel):
    kept = keep_address(an, home())
    basket_id = basket_with((towel, 1), user=an)
    nothing = dict.fromkeys(("recipient", "phone", "house", "commune_text", "commune_code"), "")
    response = signed_in(an).post(WHERE, {**form(basket_id), **nothing, "address": str(kept.pk)})
    assert response.status_code == 302
    purchase = Purchase.objects.get()
    assert (purchase.recipient, purchase.phone, purchase.commune_id) == ("Nguyễn Thu Hà", "0912345678", "00070")


def test_another_persons_kept_address_cannot_be_chosen(an, linh, towel):
    hers = keep_address(linh, home())
    keep_address(an, home("03127"))
    basket_id = basket_with((towel, 1), user=an)
    response = signed_in(an).post(WHERE, {**form(basket_id), "address": str(hers.pk)})
    assert response.status_code == 422
    assert not Order.objects.exists()


def test_an_address_is_kept_only_if_the_buyer_says_so(an, towel):
    signed_in(an).post(WHERE, form(basket_with((towel, 1), user=an)))
    assert not UserAddress.objects.exists()
    signed_in(an).post(WHERE, form(basket_with((towel, 1), user=an), keep="on"))
    assert UserAddress.objects.get().place.commune_id == "00070"


def test_a_visitor_is_not_offered_to_keep_an_address(visitor, basket):
    assert 'name="keep"' not in visitor.get(WHERE).content.decode()
    visitor.post(WHERE, form(basket, keep="on"))
    assert Order.objects.count() == 1
    assert not UserAddress.objects.exists()


def test_guest_orders_are_never_tied_to_an_account_with_that_phone(visitor, basket, django_user_model):
    django_user_model.objects.create_user("0912345678", password="x")
    visitor.post(WHERE, form(basket))
    assert Order.objects.get().user is None


def test_the_page_is_kept_by_nobody(visitor, basket):
    response = visitor.get(WHERE)
    assert "no-store" in response["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in response.content.decode()

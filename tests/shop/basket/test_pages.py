"""The basket's page and forms, as a visitor's browser meets them."""

import pytest
from django.test import Client
from oscar.apps.basket.models import Basket, Line
from oscar.apps.partner.models import StockRecord

from catalog.listings.states import HowSold, ListingState, Reach
from tests.factories import commune, listing, producer
from tests.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ha_noi(db):
    """Somewhere else to send to."""
    return commune("00070").province


@pytest.fixture
def towel(mai):
    return listing("Khăn thổ cẩm", of=mai, price=250_000, stock=5, weight_grams=300)


@pytest.fixture
def honey(pao):
    return listing("Mật ong", of=pao, price=120_000, stock=3, weight_grams=1_100, unit="chai")


def put(client, of, **fields):
    return client.post("/gio/them/", {"product": of.product_id, "quantity": 1, **fields})


def quantities():
    return dict(Line.objects.values_list("product__title", "quantity"))


def test_an_empty_basket_costs_a_visitor_nothing(visitor, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = visitor.get("/gio/")
    assert response.status_code == 200
    assert "Giỏ còn trống" in response.content.decode()
    assert not response.cookies
    assert not Basket.objects.exists()


def test_the_first_thing_sets_one_cookie_that_no_script_can_read(visitor, towel):
    response = put(visitor, towel, quantity=2)
    assert (response.status_code, response["Location"]) == (302, f"/gio/?da-them={towel.product_id}")
    assert list(response.cookies) == ["gio"]
    assert (response.cookies["gio"]["httponly"], response.cookies["gio"]["samesite"]) == (True, "Lax")
    assert quantities() == {"Khăn thổ cẩm": 2}


def test_buy_now_goes_on_to_the_order(visitor, towel):
    assert put(visitor, towel, buy_now="1")["Location"] == "/dat-hang/"


def test_the_page_shows_one_parcel_per_producer_with_fee_and_days(visitor, towel, honey):
    put(visitor, towel)
    put(visitor, honey, quantity=2)
    page = visitor.get("/gio/?tinh=11").content.decode()
    assert "3 món của 2 người bán" in page
    for shown in ("Bà Lò Thị Mai", "Hộ Giàng A Páo", "xã Sìn Hồ, Lai Châu", "2–3 ngày", "3–5 ngày", "22.000", "43.000"):
        assert shown in page
    assert "555.000" in page


def test_without_a_province_the_page_promises_no_fee(visitor, towel):
    put(visitor, towel)
    for address in ("/gio/", "/gio/?tinh=99", "/gio/?tinh=x"):
        page = visitor.get(address).content.decode()
        assert "Chưa có phí giao" in page


def test_a_maker_who_does_not_want_to_be_named_is_not_named(visitor, nua_ngam, tuan):
    towel = listing(of=producer("Bà Ẩn Danh", nua_ngam, consents="goods", created_by=tuan))
    put(visitor, towel)
    page = visitor.get("/gio/").content.decode()
    assert "Ẩn Danh" not in page
    assert "Hộ sản xuất ở xã Núa Ngam" in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"quantity": "0"}, "Số lượng ít nhất là 1."),
        ({"quantity": "-3"}, "Số lượng ít nhất là 1."),
        ({"quantity": "1,5"}, "Số lượng phải là số nguyên, ví dụ 2."),
        ({"quantity": "abc"}, "Số lượng phải là số nguyên, ví dụ 2."),
        ({"quantity": ""}, "Xin gõ số lượng."),
        ({"quantity": "1000"}, "Mỗi món đặt nhiều nhất 999."),
        ({"quantity": "6"}, "Khăn thổ cẩm: chỉ còn 5 chiếc."),
        ({"product": "0"}, "Chợ không có món này."),
        ({"product": "x"}, "Chợ không có món này."),
        ({"product": str(10**30)}, "Chợ không có món này."),
        ({"product": "999999"}, "Món này hiện không bán qua giỏ hàng."),
    ],
)
def test_bad_input_is_answered_in_plain_words_and_opens_nothing(visitor, towel, fields, words):
    response = put(visitor, towel, **fields)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not response.cookies
    assert not Basket.objects.exists()


@pytest.mark.parametrize("how_sold", [HowSold.ON_REQUEST, HowSold.SHOWCASE])
def test_what_is_not_sold_through_the_basket_is_refused_with_a_phone_number(visitor, mai, how_sold):
    response = put(visitor, listing("Rượu men lá", of=mai, how_sold=how_sold))
    page = response.content.decode()
    assert response.status_code == 422
    assert "không bán qua giỏ hàng" in page
    assert "Xem lại Rượu men lá" in page
    assert not Basket.objects.exists()


@pytest.mark.parametrize("value", ["", "1", "1:forged", "nothing at all", "9" * 500])
def test_a_forged_cookie_opens_nobodys_basket(towel, value):
    other = Client(headers={"sec-fetch-site": "same-origin"})
    put(other, towel, quantity=2)
    forger = Client(headers={"sec-fetch-site": "same-origin"})
    forger.cookies["gio"] = value
    assert "Giỏ còn trống" in forger.get("/gio/").content.decode()
    put(forger, towel)
    assert sorted(Line.objects.values_list("quantity", flat=True)) == [1, 2]
    assert "1 món của 1 người bán" in forger.get("/gio/").content.decode()


def test_a_page_of_another_site_puts_nothing_into_the_basket(towel):
    response = put(Client(enforce_csrf_checks=True, headers={"sec-fetch-site": "cross-site"}), towel)
    assert response.status_code == 403
    assert not Basket.objects.exists()


def test_the_number_is_changed_and_the_province_is_kept(visitor, towel):
    put(visitor, towel)
    response = visitor.post("/gio/doi/", {"product": towel.product_id, "quantity": 3, "tinh": "01"})
    assert (response.status_code, response["Location"]) == (302, "/gio/?tinh=01")
    assert quantities() == {"Khăn thổ cẩm": 3}


def test_too_many_are_refused_and_the_number_stays(visitor, towel):
    put(visitor, towel, quantity=2)
    response = visitor.post("/gio/doi/", {"product": towel.product_id, "quantity": 6})
    assert response.status_code == 422
    assert "Khăn thổ cẩm: chỉ còn 5 chiếc." in response.content.decode()
    assert quantities() == {"Khăn thổ cẩm": 2}


def test_what_is_taken_out_can_be_put_back_with_one_press(visitor, towel):
    put(visitor, towel, quantity=2)
    response = visitor.post("/gio/doi/", {"product": towel.product_id, "quantity": 2, "remove": "1"})
    assert quantities() == {}
    page = visitor.get(response["Location"]).content.decode()
    assert "Đã bỏ Khăn thổ cẩm khỏi giỏ." in page
    assert f'name="product" value="{towel.product_id}"' in page
    assert 'name="quantity" value="2"' in page
    put(visitor, towel, quantity=2)
    assert quantities() == {"Khăn thổ cẩm": 2}


def notices(client, address="/gio/?tinh=01"):
    return client.get(address).content.decode()


def test_goods_that_ran_out_are_told_and_not_counted(visitor, towel, honey):
    put(visitor, towel)
    put(visitor, honey)
    StockRecord.objects.filter(product=towel.product).update(num_allocated=5)
    page = notices(visitor)
    assert "Vừa hết hàng." in page
    assert "153.000" in page  # the honey and its fee alone


def test_too_few_left_are_told(visitor, towel):
    put(visitor, towel, quantity=4)
    StockRecord.objects.update(num_in_stock=3)
    assert "Chỉ còn 3 chiếc, bạn đang chọn 4." in notices(visitor)


def test_a_new_price_is_told_old_and_new(visitor, towel):
    put(visitor, towel)
    StockRecord.objects.update(price=270_000)
    page = notices(visitor)
    assert "Giá đã đổi từ khi bạn chọn: 250.000\xa0₫ → <b>270.000\xa0₫</b>" in page


def test_goods_no_longer_sold_are_told(visitor, towel):
    put(visitor, towel)
    towel.state = ListingState.RETIRED
    towel.save()
    assert "không còn bán" in notices(visitor)


def test_goods_that_stay_in_their_province_say_so(visitor, mai):
    put(visitor, listing("Thịt trâu tươi", of=mai, reach=Reach.OWN_PROVINCE))
    assert "Chỉ giao trong tỉnh Điện Biên, không gửi tới" in notices(visitor)
    assert "Chỉ giao trong tỉnh Điện Biên." in notices(visitor, "/gio/?tinh=11")


def test_what_is_made_to_order_says_how_long_it_takes(visitor, mai):
    put(visitor, listing("Khung cửi", of=mai, how_sold=HowSold.TO_ORDER, days_to_make=14))
    words = "Làm theo đơn, chừng 14 ngày rồi gửi"
    assert words in notices(visitor)
    assert words in visitor.get("/dat-hang/").content.decode()


def test_an_account_meets_its_basket_on_another_phone_and_others_do_not(an, linh, towel):
    response = put(signed_in(an), towel, quantity=2)
    assert "gio" not in response.cookies
    assert "2 món của 1 người bán" in signed_in(an).get("/gio/").content.decode()
    assert "Giỏ còn trống" in signed_in(linh).get("/gio/").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_for_one_parcel_and_for_three(visitor, mai, number, django_assert_num_queries):
    for each in range(number):
        put(visitor, listing(f"Món {each}", of=producer(f"Bà {each}", mai.point), photos=1))
    with django_assert_num_queries(4):
        visitor.get("/gio/?tinh=01")


def test_adding_costs_so_many_queries(visitor, towel, honey, django_assert_num_queries):
    put(visitor, honey)
    with django_assert_num_queries(6):
        put(visitor, towel)


def test_only_posts_change_a_basket(visitor, towel):
    assert [visitor.get("/gio/them/").status_code, visitor.get("/gio/doi/").status_code] == [405, 405]
    assert visitor.post("/gio/").status_code == 405

"""A buyer's own pages: orders, addresses, name. Nobody else's are there."""

import pytest
from oscar.apps.address.models import UserAddress

from common.audit.queries import history_of
from producers.places.models import Commune
from shop.accounts.services import keep_address
from tests.factories import commune, listing
from tests.people import signed_in
from tests.shop.checkout.ordering import home, ordered

pytestmark = pytest.mark.django_db
PAGES = ["", "don/", "dia-chi/", "dia-chi/them/", "ten/", "mat-khau/"]
TYPED = {
    "recipient": "Lê Hoài An",
    "phone": "0912 345 678",
    "commune_province": "01",
    "commune_text": "Hoàn Kiếm",
    "commune_code": "00070",
    "house": "12 phố Lò Sũ",
}


@pytest.fixture(autouse=True)
def hoan_kiem(db) -> Commune:
    return commune("00070")


@pytest.mark.parametrize("page", PAGES)
def test_a_visitor_is_sent_to_sign_in(visitor, db, page):
    for response in (visitor.get(f"/tai-khoan/{page}"), visitor.post(f"/tai-khoan/{page}", TYPED)):
        assert (response.status_code, response["Location"]) == (302, f"/tai-khoan/vao/?next=/tai-khoan/{page}")
    assert not UserAddress.objects.exists()


@pytest.mark.parametrize("page", PAGES)
def test_own_pages_are_kept_by_nobody(an, page):
    response = signed_in(an).get(f"/tai-khoan/{page}")
    assert (response.status_code, "no-store" in response["Cache-Control"]) == (200, True)


def test_orders_are_the_accounts_own_newest_first(an, linh, mai):
    towel = listing(of=mai, stock=9)
    older, newer = ordered((towel, 1), user=an), ordered((towel, 2), user=an)
    hers = ordered((towel, 1), user=linh)
    page = signed_in(an).get("/tai-khoan/don/").content.decode()
    assert page.index(newer.order.number) < page.index(older.order.number)
    assert "528.000" in page
    assert hers.order.number not in page


def test_orders_come_twenty_a_page(an, mai):
    towel = listing(of=mai, stock=99)
    for _ in range(21):
        ordered((towel, 1), user=an)
    first, second = (signed_in(an).get(f"/tai-khoan/don/?trang={number}").content.decode() for number in (1, 2))
    assert (first.count("<b>Đơn CP"), second.count("<b>Đơn CP")) == (20, 1)
    assert signed_in(an).get("/tai-khoan/don/?trang=x").status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_one_order_and_for_three(an, mai, number, django_assert_num_queries):
    towel = listing(of=mai, stock=9)
    for _ in range(number):
        ordered((towel, 1), user=an)
    client = signed_in(an)
    with django_assert_num_queries(7):
        client.get("/tai-khoan/don/")


def test_an_address_is_kept_and_the_first_is_the_usual_one(an):
    client = signed_in(an)
    assert client.post("/tai-khoan/dia-chi/them/", TYPED)["Location"] == "/tai-khoan/dia-chi/"
    kept = UserAddress.objects.get()
    assert (kept.user, kept.place.commune_id, kept.is_default_for_shipping) == (an, "00070", True)
    page = client.get("/tai-khoan/dia-chi/").content.decode()
    assert "12 phố Lò Sũ, Phường Hoàn Kiếm, Hà Nội" in page
    assert "Đã giữ địa chỉ." in page


def test_there_is_one_usual_address(an):
    client = signed_in(an)
    client.post("/tai-khoan/dia-chi/them/", TYPED)
    client.post("/tai-khoan/dia-chi/them/", {**TYPED, "house": "5 phố Huế", "is_usual": "on"})
    assert list(UserAddress.objects.filter(is_default_for_shipping=True).values_list("line1", flat=True)) == [
        "5 phố Huế"
    ]


def test_the_same_address_twice_is_kept_once(an):
    for phone in ("0912345678", "0987654321"):
        signed_in(an).post("/tai-khoan/dia-chi/them/", {**TYPED, "phone": phone})
    assert str(UserAddress.objects.get().phone_number) == "+84987654321"


def test_a_bad_address_is_answered_and_not_kept(an):
    response = signed_in(an).post("/tai-khoan/dia-chi/them/", {**TYPED, "commune_province": "11", "phone": "1"})
    page = response.content.decode()
    assert response.status_code == 422
    assert "không thuộc tỉnh đã chọn" in page
    assert 'value="12 phố Lò Sũ"' in page
    assert not UserAddress.objects.exists()


def test_an_address_is_corrected(an):
    kept = keep_address(an, home())
    client = signed_in(an)
    assert 'value="12 phố Lò Sũ"' in client.get(f"/tai-khoan/dia-chi/{kept.pk}/").content.decode()
    client.post(f"/tai-khoan/dia-chi/{kept.pk}/", {**TYPED, "house": "5 phố Huế"})
    kept.refresh_from_db()
    assert (kept.line1, kept.first_name, UserAddress.objects.count()) == ("5 phố Huế", "Lê Hoài An", 1)


def test_an_address_does_not_become_the_same_as_another(an):
    keep_address(an, home())
    other = keep_address(an, home("03127"))
    typed = {**TYPED, "recipient": "Nguyễn Thu Hà"}
    response = signed_in(an).post(f"/tai-khoan/dia-chi/{other.pk}/", typed)
    assert response.status_code == 422
    assert "một địa chỉ y như vậy" in response.content.decode()
    other.refresh_from_db()
    assert other.line4 == "Điện Biên"


def test_a_deleted_usual_address_leaves_another_usual_one_and_orders_as_they_are(an, mai):
    first, usual = keep_address(an, home()), keep_address(an, home("03127"), is_usual=True)
    purchase = ordered((listing(of=mai), 1), user=an)
    assert signed_in(an).post(f"/tai-khoan/dia-chi/{usual.pk}/xoa/").status_code == 302
    first.refresh_from_db()
    assert (UserAddress.objects.count(), first.is_default_for_shipping) == (1, True)
    purchase.order.refresh_from_db()
    assert purchase.order.shipping_address.line1 == "12 phố Lò Sũ"


def test_another_persons_address_is_not_there(an, linh):
    hers = keep_address(linh, home())
    client = signed_in(an)
    answers = [
        client.get(f"/tai-khoan/dia-chi/{hers.pk}/"),
        client.post(f"/tai-khoan/dia-chi/{hers.pk}/", TYPED),
        client.post(f"/tai-khoan/dia-chi/{hers.pk}/xoa/"),
    ]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert UserAddress.objects.get().first_name == "Nguyễn Thu Hà"


def test_a_name_is_one_box_and_can_be_changed(an):
    client = signed_in(an)
    assert client.post("/tai-khoan/ten/", {"name": ""}).status_code == 422
    client.post("/tai-khoan/ten/", {"name": "  Vàng   A Chỉnh "})
    an.refresh_from_db()
    assert an.get_full_name() == "Vàng A Chỉnh"
    assert "Chào Vàng A Chỉnh" in client.get("/tai-khoan/").content.decode()


def test_a_name_kept_in_two_parts_is_read_family_name_first(an):
    assert (an.first_name, an.last_name) == ("An", "Lê Hoài")
    client = signed_in(an)
    assert "Chào Lê Hoài An" in client.get("/tai-khoan/").content.decode()
    assert 'value="Lê Hoài An"' in client.get("/tai-khoan/ten/").content.decode()


def test_staff_find_the_way_to_their_work_and_buyers_do_not(an, tuan):
    assert 'href="/can-bo/"' in signed_in(tuan).get("/tai-khoan/").content.decode()
    assert "Nơi làm việc" not in signed_in(an).get("/tai-khoan/").content.decode()


def test_who_wants_the_account_deleted_is_told_how(an):
    assert "Xoá tài khoản" in signed_in(an).get("/tai-khoan/").content.decode()


def test_another_name_is_in_the_trail(an):
    signed_in(an).post("/tai-khoan/ten/", {"name": "Lê An"})
    entry = history_of(an).get(action="account.renamed")
    assert (entry.before, entry.after) == ({"name": "Lê Hoài An"}, {"name": "Lê An"})

"""Number and price of goods on sale: live at once, within bounds, always in the trail."""

import pytest
from oscar.apps.partner.models import StockRecord

from catalog.listings.models import Listing
from catalog.listings.states import HowSold, ListingState
from catalog.onsale.services import PriceMoveTooLarge, StockMoved, band_around, change_price, change_stock
from catalog.search.models import SearchOutbox
from common.audit.models import AuditEntry
from common.transitions import MoveNotAllowed
from tests import factories
from tests.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def scarf(mai):
    """Mai's scarf: 7 in the house, 2 of them promised, approved at 250.000 ₫."""
    listing = factories.listing(of=mai, stock=7, approved_price_dong=250_000)
    StockRecord.objects.update(num_allocated=2)
    SearchOutbox.objects.all().delete()
    return listing


def stock() -> tuple[int, int, int]:
    row = StockRecord.objects.get()
    return row.num_in_stock, row.num_allocated, int(row.price)


def post(person, listing, **data):
    return signed_in(person).post(f"/can-bo/hang/{listing.pk}/kho-gia/", data)


def test_what_is_counted_lies_beside_what_is_promised(scarf, tuan, mai, nua_ngam):
    change_stock(scarf, 9, seen=5, by=tuan)
    assert stock() == (11, 2, 250_000)
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.before, entry.after) == ("listing.stock_changed", {"stock": 5}, {"stock": 9})
    assert (entry.by, entry.on_behalf_of_id, entry.at_point_id) == (tuan, mai.pk, nua_ngam.pk)
    assert list(SearchOutbox.objects.values_list("key", flat=True)) == [scarf.product_id]


def test_none_left_is_a_number_too(scarf, tuan):
    change_stock(scarf, 0, seen=5, by=tuan)
    assert StockRecord.objects.get().net_stock_level == 0


def test_pieces_sold_since_the_officer_counted_are_not_sold_again(scarf, tuan):
    StockRecord.objects.update(num_allocated=4)
    with pytest.raises(StockMoved) as moved:
        change_stock(scarf, 5, seen=5, by=tuan)
    assert moved.value.free == 3
    assert stock() == (7, 4, 250_000)
    assert not AuditEntry.objects.exists()


def test_the_page_says_what_was_sold_meanwhile_and_takes_the_next_count(scarf, tuan):
    StockRecord.objects.update(num_allocated=4)
    response = post(tuan, scarf, free="6", seen="5")
    page = response.content.decode()
    assert response.status_code == 409
    assert "Lúc mở trang còn 5, nay còn 3" in page
    assert 'name="free" value="6"' in page
    assert 'name="seen" value="3"' in page
    assert post(tuan, scarf, free="6", seen="3").status_code == 302
    assert stock() == (10, 4, 250_000)


@pytest.mark.parametrize(
    ("free", "why"), [("-1", "Không được nhỏ hơn 0"), ("1,5", "Phải là số chẵn"), ("", "hết thì gõ 0")]
)
def test_a_wrong_count_is_said_beside_its_box(scarf, tuan, free, why):
    response = post(tuan, scarf, free=free, seen="5")
    assert response.status_code == 422
    assert why in response.content.decode()
    assert stock() == (7, 2, 250_000)


@pytest.mark.parametrize("price", [200_000, 240_000, 300_000])
def test_a_small_step_of_the_price_goes_live_at_once(scarf, tuan, price):
    change_price(scarf, price, by=tuan)
    assert stock() == (7, 2, price)
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.before, entry.after) == ("listing.price_changed", {"price": 250_000}, {"price": price})
    assert list(SearchOutbox.objects.values_list("key", flat=True)) == [scarf.product_id]


@pytest.mark.parametrize("price", [1, 199_999, 300_001, 1_000_000])
def test_a_large_step_needs_the_approver(scarf, tuan, price):
    with pytest.raises(PriceMoveTooLarge):
        change_price(scarf, price, by=tuan)
    assert stock() == (7, 2, 250_000)
    assert not AuditEntry.objects.exists()
    assert not SearchOutbox.objects.exists()


def test_small_steps_do_not_add_up(scarf, tuan):
    change_price(scarf, 300_000, by=tuan)
    with pytest.raises(PriceMoveTooLarge):
        change_price(scarf, 310_000, by=tuan)


def test_goods_approved_before_the_price_was_kept_start_from_today(scarf, tuan):
    Listing.objects.update(approved_price_dong=None)
    scarf.refresh_from_db()
    change_price(scarf, 260_000, by=tuan)
    assert Listing.objects.get().approved_price_dong == 250_000


def test_the_band_is_a_rule_of_its_own_and_its_ends_are_whole_dong(set_rule):
    assert band_around(250_000) == (200_000, 300_000)
    set_rule("listing.price_band_percent", 10)
    assert band_around(33_333) == (30_000, 36_666)


def test_the_page_explains_a_large_step_and_offers_the_way(scarf, tuan):
    response = post(tuan, scarf, price="500k")
    page = response.content.decode()
    assert response.status_code == 422
    assert "Giá đã duyệt là 250.000\xa0₫; sửa ngay được từ 200.000\xa0₫ đến 300.000\xa0₫." in page
    assert 'name="de-nghi"' in page
    assert 'value="500k"' in page


@pytest.mark.parametrize("price", ["0", "12,5", "rẻ", ""])
def test_a_wrong_price_is_said_beside_its_box(scarf, tuan, price):
    assert post(tuan, scarf, price=price).status_code == 422
    assert stock() == (7, 2, 250_000)


def test_a_small_step_on_the_page(scarf, tuan):
    response = signed_in(tuan).post(f"/can-bo/hang/{scarf.pk}/kho-gia/", {"price": "240k"}, follow=True)
    assert "Đã đổi giá thành 240.000" in response.content.decode()
    assert stock() == (7, 2, 240_000)


@pytest.mark.parametrize("state", [state for state in ListingState if state != ListingState.APPROVED])
def test_only_goods_on_sale_are_changed_here(scarf, tuan, state):
    Listing.objects.update(state=state)
    for change in (lambda: change_stock(scarf, 1, seen=5, by=tuan), lambda: change_price(scarf, 240_000, by=tuan)):
        with pytest.raises(MoveNotAllowed):
            change()
    assert post(tuan, scarf, free="1", seen="5")["Location"] == f"/can-bo/hang/{scarf.pk}/"
    assert stock() == (7, 2, 250_000)


@pytest.mark.parametrize("how_sold", [HowSold.ON_REQUEST, HowSold.SHOWCASE])
def test_what_is_not_put_into_a_basket_has_no_such_page(scarf, tuan, how_sold):
    Listing.objects.update(how_sold=how_sold)
    assert signed_in(tuan).get(f"/can-bo/hang/{scarf.pk}/kho-gia/").status_code == 302


@pytest.mark.parametrize("who", ["bao", "linh", "an", "thanh", "quan"])
def test_nobody_else_changes_number_or_price(scarf, who, request):
    person = request.getfixturevalue(who)
    assert post(person, scarf, free="1", seen="5").status_code == 404
    assert post(person, scarf, price="240k").status_code == 404
    assert stock() == (7, 2, 250_000)


def test_the_page_shows_what_is_promised_and_the_band(scarf, tuan):
    page = signed_in(tuan).get(f"/can-bo/hang/{scarf.pk}/kho-gia/").content.decode()
    assert 'name="free" value="5"' in page
    assert "Ngoài ra có 2 chiếc đã có người đặt" in page
    assert "Từ 200.000\xa0₫ đến 300.000\xa0₫" in page

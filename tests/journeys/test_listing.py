"""Step 2: Tuấn lists Mai's scarf. Nothing typed is lost to a wrong price, a reload or a dead network."""

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from catalog.listings.models import Listing
from catalog.listings.photos import photos_of_listing
from catalog.listings.states import ListingState
from tests.journeys.officer_steps import STORY, open_empty_listing, write_listing
from tests.journeys.photos import take_photos
from tests.journeys.window import Window

pytestmark = pytest.mark.browser

NO_NETWORK = "Không có mạng – cứ làm, máy đang giữ"


@pytest.fixture
def window(open_window, mai) -> Window:
    """Tuấn's window, with an empty listing of Mai's open."""
    window = open_window()
    window.sign_in("tuan")
    open_empty_listing(window, "Bà Lò Thị Mai")
    return window


def test_a_wrong_price_costs_nothing_that_was_typed(window, tmp_path):
    window.looks_right("ghi-hang")
    write_listing(window, "Khăn thổ cẩm Lào", price="125.000,5", photos=take_photos(tmp_path, 3))
    with window.refused():
        window.submit("Lưu nháp", within=window.page.locator(".chan-nut"))
    assert "Lỗi: " in window.error_beside("Giá bán")
    window.looks_right("ghi-hang-sai-gia")
    for _ in range(2):
        assert window.value_of("Giá bán") == "125.000,5"
        assert window.value_of("Tên hàng") == "Khăn thổ cẩm Lào"
        assert window.value_of("Câu chuyện") == STORY
        expect(window.page.get_by_label("Tháng 11", exact=True)).to_be_checked()
        expect(window.page.get_by_label(re.compile("Ảnh . chụp gì"))).to_have_count(3)
        window.go(f"/can-bo/hang/{Listing.objects.get().pk}/sua/")
    listing = Listing.objects.get()
    assert (listing.state, listing.product.stockrecords.get().price) == (ListingState.DRAFT, None)


def test_photos_stand_upright_and_tell_no_place(window, tmp_path):
    write_listing(window, "Khăn thổ cẩm Lào", price="125.000", photos=take_photos(tmp_path, 3))
    window.submit("Lưu, xem thử")
    window.sees("Khăn thổ cẩm Lào", "125.000 ₫", "bà Mai")
    window.looks_right("xem-thu")
    photos = photos_of_listing(Listing.objects.get())
    assert [(each.picture.width, each.picture.height) for each in photos] == [(900, 1200)] * 3
    for each in photos:
        answer = window.context.request.get(f"/tep/{each.picture.path(320)}")
        kept = Image.open(BytesIO(answer.body()))
        assert (kept.format, kept.size, dict(kept.getexif())) == ("WEBP", (320, 427), {})


def test_the_network_goes_away_half_way(window, tmp_path):
    write_listing(window, "Khăn thổ cẩm Lào", price="125.000", photos=take_photos(tmp_path, 3))
    bar = window.page.get_by_role("status").filter(has_text=NO_NETWORK)
    expect(bar).to_be_hidden()
    window.context.set_offline(True)
    expect(bar).to_be_visible()
    window.page.get_by_role("button", name="Lưu nháp").last.click()
    window.sees("Chưa gửi được vì không có mạng. Máy đang giữ.")
    window.looks_right("mat-mang")
    assert window.value_of("Câu chuyện") == STORY
    assert Listing.objects.get().product.title == ""
    window.context.set_offline(False)
    expect(bar).to_be_hidden()
    window.submit("Thử lại")
    window.sees(re.compile(r"Đã lưu nháp \d\d:\d\d\."))
    listing = Listing.objects.get()
    assert (listing.product.title, listing.product.story.text) == ("Khăn thổ cẩm Lào", STORY)
    assert len(photos_of_listing(listing)) == 3


def test_what_is_lacking_is_said_and_then_it_is_sent(window, tmp_path, tuan):
    with window.refused():
        window.submit("Gửi duyệt")
    window.sees("Chưa gửi duyệt được, nhưng đã lưu nháp hết.")
    assert window.error_beside("Cân nặng khi gói") == "Lỗi: Cần cân nặng để tính phí giao."
    window.looks_right("con-thieu")
    write_listing(window, "Khăn thổ cẩm Lào", price="250k", photos=take_photos(tmp_path, 3))
    window.submit("Gửi duyệt")
    window.sees("Đã gửi duyệt. Tỉnh xem xong sẽ báo ở đây.", "Chờ duyệt")
    window.looks_right("da-gui-duyet")
    listing = Listing.objects.get()
    stock = listing.product.stockrecords.get()
    assert (listing.state, listing.submitted_by) == (ListingState.SUBMITTED, tuan)
    assert (listing.unit, listing.weight_grams, listing.months) == ("chiếc", 300, [10, 11])
    assert (stock.price, stock.num_in_stock, listing.product.is_public) == (250_000, 5, False)
    window.go("/can-bo/hang/?muc=submitted")
    window.looks_right("hang-cho-duyet")

"""Tuấn changes what is on sale while buyers see the approved version; Linh compares, approves, and approves three."""

import re

import pytest

from catalog.listings.models import Listing
from catalog.listings.presentation import product_url
from tests import factories
from tests.factories.identity import identity_check
from tests.journeys.window import Window

pytestmark = pytest.mark.browser

NEW_STORY = "Mẹ dạy tôi dệt từ năm mười tuổi. Một tấm khăn làm mất hai tháng."


@pytest.fixture
def scarf(market, mai):
    """Mai's scarf on sale, with two photos."""
    return factories.listing(of=mai, photos=2, months=[10, 11])


def test_an_officer_changes_what_is_on_sale_and_the_approver_compares(open_window, scarf, tuan, linh):
    tuans, linhs, buyers = open_window(), open_window(), open_window()
    tuans.sign_in("tuan")
    writes_the_change(tuans, scarf)
    buyers.go(product_url(scarf.product_id, str(scarf)))
    buyers.sees(re.compile("Cô dâu dệt tấm khăn này"))
    buyers.sees_not(re.compile("Mẹ dạy tôi dệt"))

    linhs.sign_in("linh")
    linhs.go("/duyet/")
    linhs.sees("Bản sửa")
    linhs.looks_right("hang-cho-co-ban-sua")
    linhs.follow("Khăn thổ cẩm Lào")
    linhs.sees("Trước", "Sau", re.compile("Mẹ dạy tôi dệt"), "400.000")
    linhs.looks_right("so-sanh")
    linhs.submit("Duyệt bản sửa")
    linhs.sees(re.compile("Đã duyệt bản sửa"))

    tuans.go("/can-bo/tin/")
    tuans.sees(re.compile("Tỉnh đã duyệt bản sửa"))
    tuans.looks_right("tin")
    tuans.submit(re.compile("Mở xem"))
    tuans.sees("Bản sửa đã duyệt")
    assert Listing.objects.get(pk=scarf.pk).approved_price_dong == 400_000


def writes_the_change(tuans: Window, scarf: Listing) -> None:
    """Tuấn opens the change, types a story and a price, looks at the difference and sends it."""
    tuans.go(f"/can-bo/hang/{scarf.pk}/")
    tuans.submit("Sửa thông tin, ảnh, giá")
    tuans.fill("Câu chuyện", NEW_STORY)
    tuans.fill("Giá bán", "400.000")
    tuans.looks_right("sua-hang-dang-ban")
    tuans.submit("Lưu, so với bản đang bán")
    tuans.sees("Khác bản đang bán chỗ nào", "400.000")
    tuans.looks_right("ban-sua")
    tuans.submit("Gửi duyệt bản sửa")
    tuans.go(f"/can-bo/hang/{scarf.pk}/")
    tuans.sees("Có bản sửa đang chờ duyệt")
    tuans.looks_right("hang-co-ban-sua")


def test_three_plain_things_are_approved_together(open_window, market, mai, tuan, linh):
    identity_check(mai)
    factories.listing("Khăn xưa", mai, approved_price_dong=250_000)
    for name in ("Khăn đỏ", "Khăn xanh", "Khăn vàng"):
        factories.listing(name, mai, state="submitted", submitted_by=tuan, photos=1)
    linhs = open_window()
    linhs.sign_in("linh")
    linhs.go("/duyet/")
    for name in ("Khăn đỏ", "Khăn xanh", "Khăn vàng"):
        linhs.page.get_by_label(re.compile(f"Duyệt chung: {name}")).check()
    linhs.looks_right("chon-nhieu")
    linhs.submit("Duyệt chung những hàng đã đánh dấu")
    linhs.sees("Duyệt 3 mặt hàng này?", "Khăn vàng")
    linhs.looks_right("hoi-duyet-nhieu")
    linhs.submit("Duyệt 3 mặt hàng")
    linhs.sees("Đã duyệt 3 trong 3 mặt hàng")
    linhs.looks_right("da-duyet-nhieu")
    assert Listing.objects.filter(state="approved").count() == 4

"""Step 4: An, without an account, finds things of two producers, and orders them on one page."""

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from shop.checkout.models import Purchase
from tests.journeys.buyer_steps import (
    HER,
    add_to_basket,
    basket_lines,
    found,
    order_for,
    parcel_of,
    search,
    url_of,
    write_address,
)
from tests.journeys.window import Window

pytestmark = pytest.mark.browser


def test_a_visitor_finds_a_thing_and_gets_no_cookie(open_window, stalls):
    window = open_window()
    window.go("/")
    window.sees("Vừa lên chợ")
    window.looks_right("trang-chu")
    search(window, "khan tho cam")
    assert found(window)[0] == "Khăn thổ cẩm Lào"
    window.looks_right("tim-khan")
    search(window, "huyen tua chua")
    assert {"Mật ong hoa rừng", "Chè dây"} <= set(found(window))
    assert "Khăn thổ cẩm Lào" not in found(window)
    choose_filter(window, "Nhóm hàng", re.compile("Thực phẩm"))
    assert set(found(window)) == {"Mật ong hoa rừng", "Chè dây"}
    window.looks_right("loc")
    window.follow("Giá thấp trước")
    assert found(window) == ["Chè dây", "Mật ong hoa rừng"]
    window.follow("Bỏ lọc: Thực phẩm")
    assert "Ví lanh" in found(window)
    window.go("/tim/")
    choose_filter(window, "Sao còn hiệu lực hôm nay", re.compile("4 sao OCOP"))
    assert found(window) == ["Khăn thổ cẩm Lào"]
    window.go("/nhom/")
    window.looks_right("danh-muc")
    window.go(url_of(stalls.scarf))
    hears_the_voice(window)
    window.looks_right("mon-hang")
    assert window.cookies() == []


def test_things_of_two_producers_are_ordered_on_one_page(open_window, stalls):
    window = open_window()
    window.go("/tim/")
    add_to_basket(window, "Khăn thổ cẩm Lào")
    search(window, "mat ong")
    add_to_basket(window, "Mật ong hoa rừng")
    assert basket_lines(window) == [
        ("Bà Lò Thị Mai", ["Khăn thổ cẩm Lào"]),
        ("Hộ Sùng A Dua", ["Mật ong hoa rừng"]),
    ]
    assert window.cookies() == ["gio"]
    window.looks_right("gio")
    window.follow("Đặt hàng", within=window.page.get_by_role("main"))
    window.looks_right("dat-hang")
    types_it_wrong_first(window)
    write_address(window)
    window.looks_right("dat-hang-xong")
    purchase = order_for(window, "491.000 ₫")
    window.looks_right("don")
    assert (purchase.recipient, purchase.phone) == ("Nguyễn Thu Hà", "0912345678")
    assert (purchase.commune_id, purchase.house) == ("00070", "12 phố Lò Sũ")
    assert [each.due_dong for each in purchase.order.consignments.order_by("number")] == [278_000, 213_000]
    for producer, due in (("Bà Lò Thị Mai", "278.000 ₫"), ("Hộ Sùng A Dua", "213.000 ₫")):
        assert f"Trả khi nhận kiện này {due}" in parcel_of(window, producer)
    assert window.cookies() == []
    prints_well(window)


def choose_filter(window: Window, question: str, answer: re.Pattern[str]) -> None:
    """Open the filters where they are closed, choose, and look at the list again."""
    summary = window.page.locator("details.loc > summary")
    if summary.is_visible():
        summary.click()
    window.page.get_by_role("group", name=question).get_by_label(answer).check()
    window.submit("Xem hàng")


def hears_the_voice(window: Window) -> None:
    """The voice plays in its place, and stops."""
    voice = window.page.get_by_role("button", name=re.compile("Nghe Bà Lò Thị Mai kể"))
    voice.click()
    expect(voice).to_have_attribute("aria-pressed", "true")
    expect(voice).to_have_attribute("style", re.compile("--phan: (?!0%)"))
    voice.click()
    expect(voice).to_have_attribute("aria-pressed", "false")


def types_it_wrong_first(window: Window) -> None:
    """A phone of two digits and a commune of another province: both are said beside their fields, nothing is lost."""
    for label, text in {**HER, "Số điện thoại": "12", "Xã, phường": "Phường Hoàn Kiếm"}.items():
        window.fill(label, text)
    window.page.get_by_label("Tỉnh, thành phố").first.select_option(label="Điện Biên")
    with window.refused():
        window.submit(re.compile("Xem phí và tổng tiền|Đặt hàng · "))
    assert window.error_beside("Số điện thoại").startswith("Lỗi: ")
    assert "Xã này không thuộc tỉnh đã chọn: Phường Hoàn Kiếm" in window.error_beside("Xã, phường")
    assert window.value_of("Tên người nhận") == "Nguyễn Thu Hà"
    assert Purchase.objects.count() == 0
    window.looks_right("dat-hang-sai")


def prints_well(window: Window) -> None:
    """On paper the order is there, its buttons are not."""
    window.page.emulate_media(media="print")
    expect(window.page.get_by_role("button", name="In đơn")).to_be_hidden()
    expect(window.page.get_by_text("Huỷ kiện này").first).to_be_hidden()
    picture = Image.open(BytesIO(window.page.screenshot(full_page=True))).convert("L")
    dark = sum(picture.histogram()[:100])
    assert 0.005 < dark / (picture.width * picture.height) < 0.3
    paper = window.page.pdf(format="A4")
    assert paper.startswith(b"%PDF")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 2
    window.page.emulate_media(media="screen")

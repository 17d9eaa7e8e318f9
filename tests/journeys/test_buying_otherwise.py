"""Step 4 for people who use the keyboard alone, and for browsers without JavaScript: the same order in the end."""

import re

import pytest
from playwright.sync_api import Route, expect

from shop.checkout.models import Purchase
from tests.journeys.buyer_steps import HER, add_to_basket, basket_lines, order_for, search
from tests.journeys.keyboard import choose_by_arrows, enter, tab_to, type_into
from tests.journeys.window import Window

pytestmark = pytest.mark.browser


def held_back(window: Window) -> list[Route]:
    """What the checkout asks about fees from now on: the network is slow, and a test lets each go on."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        if "tinh=1" in (route.request.post_data or ""):
            waiting.append(route)
        else:
            route.continue_()

    window.page.route("**/dat-hang/", hold)
    return waiting


def test_keys_alone_can_buy(open_window, stalls):
    window = open_window()
    window.go("/")
    assert tab_to(window, "")["name"] == "Tới nội dung chính"
    type_into(window, "Tìm sản phẩm", "khan tho cam")
    enter(window)
    tab_to(window, "^Khăn thổ cẩm Lào$", "a")
    enter(window)
    tab_to(window, "^Thêm vào giỏ$", "button")
    enter(window)
    tab_to(window, "Thêm một", "button")
    window.page.keyboard.press("Space")
    tab_to(window, "^Đổi$", "button")
    enter(window)
    choose_by_arrows(window, "Gửi tới tỉnh, thành phố", "Hà Nội")
    tab_to(window, "Xem phí giao", "button")
    enter(window)
    window.sees("528.000 ₫")
    tab_to(window, "^Đặt hàng$", "a")
    enter(window)
    waiting = held_back(window)
    for label, text in list(HER.items())[:2]:
        type_into(window, label, text)
    type_into(window, "Xã, phường", "hoan kiem")
    expect(window.page.get_by_role("option", name="Phường Hoàn Kiếm, Hà Nội")).to_be_visible()
    window.page.keyboard.press("ArrowDown")
    window.page.keyboard.press("Enter")
    assert window.value_of("Xã, phường") == "Phường Hoàn Kiếm, Hà Nội"
    type_into(window, "Số nhà, đường", HER["Số nhà, đường"])
    tab_to(window, "Tôi đã đọc và đồng ý", "input")
    window.page.keyboard.press("Space")
    tab_to(window, "Đặt hàng · 528.000 ₫", "button")
    review = window.page.locator("#don")
    expect(review).to_have_attribute("aria-busy", "true")
    waiting.pop().continue_()
    expect(review).not_to_have_attribute("aria-busy", "true")
    enter(window)
    window.sees("Đã đặt xong.")
    assert [each.due_dong for each in Purchase.objects.get().order.consignments.all()] == [528_000]


def test_a_browser_without_scripts_can_buy(open_window, stalls):
    window = open_window(java_script_enabled=False)
    window.go("/")
    search(window, "khan tho cam")
    add_to_basket(window, "Khăn thổ cẩm Lào")
    search(window, "mat ong")
    add_to_basket(window, "Mật ong hoa rừng")
    honey = window.page.get_by_role("region", name="Hộ Sùng A Dua")
    honey.get_by_label("Số lượng Mật ong hoa rừng").fill("2")
    window.submit("Đổi", within=honey)
    window.sees("× 2 = 370.000 ₫")
    window.submit(re.compile("Bỏ Mật ong hoa rừng"), within=honey)
    assert basket_lines(window) == [("Bà Lò Thị Mai", ["Khăn thổ cẩm Lào"])]
    window.submit("Lấy lại")
    window.page.get_by_label("Gửi tới tỉnh, thành phố").select_option(label="Hà Nội")
    window.submit("Xem phí giao")
    window.sees("676.000 ₫")
    window.looks_right("gio-khong-js")
    window.follow("Đặt hàng", within=window.page.get_by_role("main"))
    for label, text in {**HER, "Xã, phường": "Hoàn Kiếm"}.items():
        window.fill(label, text)
    window.submit("Tính phí giao tới đây")
    window.looks_right("dat-hang-khong-js")
    purchase = order_for(window, "676.000 ₫")
    window.looks_right("don-khong-js")
    assert [each.due_dong for each in purchase.order.consignments.order_by("number")] == [278_000, 398_000]
    window.follow(re.compile("Huỷ kiện này"), within=window.page.get_by_role("region", name="Hộ Sùng A Dua"))
    window.submit("Huỷ kiện này")
    window.sees("Người mua đã huỷ", "278.000 ₫")

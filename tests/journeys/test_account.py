"""An opens an account, keeps an address with her order, orders again with one press, and goes."""

import pytest
from playwright.sync_api import expect

from shop.checkout.models import Purchase
from tests.journeys.buyer_steps import order_for, url_of, write_address
from tests.journeys.window import Window

pytestmark = pytest.mark.browser


def test_a_kept_address_saves_typing(open_window, stalls):
    window = open_window()
    opens_an_account(window)
    window.go(url_of(stalls.scarf))
    window.submit("Mua ngay")
    write_address(window)
    window.box("Giữ địa chỉ này cho lần sau").check()
    first = order_for(window, "278.000 ₫")
    window.go(url_of(stalls.honey))
    window.submit("Mua ngay")
    expect(window.page.get_by_role("group", name="Giao tới").get_by_role("radio").first).to_be_checked()
    window.looks_right("dat-hang-dia-chi-da-giu")
    second = order_for(window, "213.000 ₫")
    assert (second.recipient, second.commune_id, second.house) == ("Nguyễn Thu Hà", "00070", "12 phố Lò Sũ")

    window.go("/tai-khoan/")
    window.follow("Xem tất cả các đơn")
    window.sees(f"Đơn {first.order.number}", f"Đơn {second.order.number}")
    window.looks_right("don-cua-toi")
    window.go("/tai-khoan/dia-chi/")
    window.sees("Nguyễn Thu Hà", "Thường giao tới đây")
    window.looks_right("dia-chi")
    goes_and_comes_back(window)
    window.sees("Các đơn của tôi", f"Đơn {first.order.number}")
    assert Purchase.objects.filter(order__user__username="0912345678").count() == 2


def opens_an_account(window: Window) -> None:
    """First with nothing filled in, then with everything."""
    window.go("/tai-khoan/dang-ky/")
    with window.refused():
        window.submit("Mở tài khoản", within=window.page.get_by_role("main"))
    window.looks_right("mo-tai-khoan-thieu")
    window.fill("Họ và tên", "Lê Hoài An")
    window.fill("Số điện thoại hoặc e-mail", "0912 345 678")
    window.fill("Mật khẩu", "mua-xuan-2026")
    window.box("Tôi đã đọc và đồng ý").check()
    window.submit("Mở tài khoản", within=window.page.get_by_role("main"))
    window.sees("Chào Lê Hoài An", "Chưa có đơn nào trong tài khoản này.")
    window.looks_right("tai-khoan")


def goes_and_comes_back(window: Window) -> None:
    """Sign out, ask for the orders, mistype the password, and come to the orders in the end."""
    window.go("/tai-khoan/")
    window.submit("Đăng xuất")
    window.go("/tai-khoan/don/")
    window.sees("Đăng nhập")
    window.fill("Số điện thoại hoặc e-mail", "0912345678")
    window.fill("Mật khẩu", "sai-mat-khau")
    with window.refused():
        window.submit("Đăng nhập", within=window.page.get_by_role("main"))
    window.looks_right("dang-nhap-sai")
    window.fill("Mật khẩu", "mua-xuan-2026")
    window.submit("Đăng nhập", within=window.page.get_by_role("main"))

"""What a buyer does on the pages, in small steps."""

import re

from playwright.sync_api import expect

from catalog.listings.models import Listing
from shop.checkout.models import Purchase
from tests.journeys.window import Window

HER = {
    "Tên người nhận": "Nguyễn Thu Hà",
    "Số điện thoại": "0912 345 678",
    "Số nhà, đường": "12 phố Lò Sũ",
}


def search(window: Window, words: str) -> None:
    """Type into the box at the top of every page."""
    window.page.get_by_role("searchbox", name="Tìm sản phẩm").fill(words)
    window.submit("Tìm", within=window.page.get_by_role("banner"))


def found(window: Window) -> list[str]:
    """The titles of the cards, in their order."""
    return window.page.locator(".luoi .the h2").all_inner_texts()


def add_to_basket(window: Window, title: str) -> None:
    """From a list to the page of a thing, and into the basket."""
    window.follow(title, within=window.page.get_by_role("main"))
    window.submit("Thêm vào giỏ", within=window.page.get_by_role("main"))
    window.sees(f"Đã thêm {title} vào giỏ.")


def write_address(window: Window) -> None:
    """Say to whom and where, choosing the commune from what is offered."""
    for label, text in HER.items():
        window.fill(label, text)
    window.page.get_by_label("Tỉnh, thành phố").first.select_option(label="Hà Nội")
    window.page.get_by_role("combobox", name="Xã, phường").fill("hoan kiem")
    window.page.get_by_role("option", name="Phường Hoàn Kiếm, Hà Nội").click()


def order_for(window: Window, total: str) -> Purchase:
    """Press the one button with the sum, and come to the page of the order."""
    accept_texts(window)
    window.submit(f"Đặt hàng · {total}")
    window.sees("Đã đặt xong.")
    token = re.search(r"/don/([^/?]+)/", window.page.url)
    assert token
    return Purchase.objects.get(token=token[1])


def accept_texts(window: Window) -> None:
    """Say yes to the rules, for who has not said so yet."""
    asked = window.page.get_by_label("Tôi đã đọc và đồng ý")
    if asked.count():
        asked.check()


def basket_lines(window: Window) -> list[tuple[str, list[str]]]:
    """The parcels of the basket: whose, and what is inside."""
    parcels = window.page.locator("section.kien").all()
    return [
        (parcel.get_by_role("heading", level=2).inner_text(), parcel.locator(".dong-ten").all_inner_texts())
        for parcel in parcels
    ]


def url_of(listing: Listing) -> str:
    """The page of a thing; a wrong name in the address leads to the right one."""
    return f"/hang/{listing.product_id}/x/"


def parcel_of(window: Window, producer: str) -> str:
    """What the buyer's page says of that producer's parcel, on one line."""
    section = window.page.get_by_role("region", name=producer)
    expect(section).to_be_visible()
    return " ".join(section.inner_text().split())

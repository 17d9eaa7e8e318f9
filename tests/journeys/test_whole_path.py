"""The whole path in one: from the support point to the buyer's door, everything through the pages."""

from pathlib import Path

import pytest

from catalog.listings.models import Listing
from common.audit.models import AuditEntry
from producers.directory.models import Producer
from shop.checkout.models import Purchase
from shop.consignments.models import Consignment
from tests.journeys.buyer_steps import add_to_basket, order_for, parcel_of, search, write_address
from tests.journeys.officer_steps import (
    answer_call,
    approve,
    approve_producer,
    choose_commune,
    open_empty_listing,
    pack_send_and_deliver,
    write_consent_down,
    write_listing,
    write_producer_down,
)
from tests.journeys.photos import take_photos
from tests.journeys.window import Window
from tests.shop.checkout.ordering import counted

pytestmark = pytest.mark.browser


def test_from_the_support_point_to_the_door(open_window, market, stalls, tuan, linh, tmp_path):
    tuans, linhs, hers = open_window(), open_window(), open_window()
    tuans.sign_in("tuan")
    brings_in_and_lists(tuans, take_photos(tmp_path, 2))
    hers.go("/")
    search(hers, "vay lanh")
    hers.sees_not("Váy lanh nhuộm chàm")
    linhs.sign_in("linh")
    approve_producer(linhs, "Bà Giàng Thị Mỷ")
    approve(linhs, "Váy lanh nhuộm chàm")
    market.worker_catches_up()
    purchase = buys_from_two(hers)

    tuans.go("/can-bo/don/goi/")
    answer_call(tuans, "Bà Giàng Thị Mỷ", {"Váy lanh nhuộm chàm": "Có"})
    pack_send_and_deliver(tuans, "Bưu cục Tủa Chùa")
    hers.page.reload()
    assert "Đã nhận (xong)" in parcel_of(hers, "Bà Giàng Thị Mỷ")
    assert "Đã nhận (xong)" not in parcel_of(hers, "Hộ Sùng A Dua")
    my = Producer.objects.get(name="Bà Giàng Thị Mỷ")
    parcel = Consignment.objects.get(producer=my)
    assert (parcel.order, parcel.state, parcel.due_dong) == (purchase.order, "delivered", 1_278_000)
    assert counted(Listing.objects.get(producer=my)) == (4, 0)
    acts = AuditEntry.objects.filter(on_behalf_of_id=my.pk)
    assert set(acts.values_list("at_point_name", "by_name")) == {
        ("Điểm hỗ trợ xã Núa Ngam", "Lường Văn Tuấn"),
        ("", "Nguyễn Thuỳ Linh"),
    }


def brings_in_and_lists(tuans: Window, photos: list[Path]) -> None:
    """Tuấn writes Mỷ down, asks her, and sends her skirt to the approver."""
    tuans.follow("Thêm người bán")
    write_producer_down(tuans, "Bà Giàng Thị Mỷ")
    choose_commune(tuans, "thi tran tua chua", "Xã Tủa Chùa, Điện Biên")
    tuans.submit("Lưu và hỏi sự đồng ý")
    write_consent_down(tuans, witness="Giàng A Chống")
    open_empty_listing(tuans, "Bà Giàng Thị Mỷ")
    write_listing(tuans, "Váy lanh nhuộm chàm", price="1.250.000", photos=photos)
    tuans.submit("Gửi duyệt")


def buys_from_two(hers: Window) -> Purchase:
    """A buyer without an account orders Mỷ's skirt and Dua's honey."""
    search(hers, "vay lanh")
    add_to_basket(hers, "Váy lanh nhuộm chàm")
    search(hers, "mat ong")
    add_to_basket(hers, "Mật ong hoa rừng")
    hers.follow("Đặt hàng", within=hers.page.get_by_role("main"))
    write_address(hers)
    return order_for(hers, "1.491.000 ₫")

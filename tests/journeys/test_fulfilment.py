"""Step 5: Tuấn asks the producers, packs, sends; the buyer's page moves with it and her sum is put right."""

import re

import pytest
from playwright.sync_api import expect

from shop.consignments.states import ConsignmentState
from tests.journeys.buyer_steps import parcel_of
from tests.journeys.officer_steps import answer_call, pack_send_and_deliver
from tests.journeys.window import Window
from tests.shop.checkout.ordering import counted, ordered

pytestmark = pytest.mark.browser


@pytest.fixture
def purchase(stalls):
    """One scarf of Mai's, two honeys and a tea of Dua's, to Hà Nội."""
    return ordered((stalls.scarf, 1), (stalls.honey, 2), (stalls.tea, 1))


def test_two_parcels_go_their_way(open_window, stalls, purchase):
    hers, tuans = open_window(), open_window()
    hers.go(f"/don/{purchase.token}/")
    hers.sees("736.000 ₫")
    tuans.sign_in("tuan")
    tuans.follow("Hỏi bà con về đơn mới")
    asks_both(tuans)
    assert (counted(stalls.scarf), counted(stalls.honey), counted(stalls.tea)) == ((5, 1), (1, 1), (0, 0))
    sees_what_she_gets(hers)

    tuans.follow("In phiếu đóng gói")
    tuans.sees("Thu hộ khi giao: 213.000 ₫", "Nguyễn Thu Hà, 0912 345 678")
    tuans.sees_not("Chè dây")
    tuans.looks_right("phieu-dong-goi")
    assert tuans.page.pdf(format="A5").startswith(b"%PDF")
    tuans.follow(re.compile("CP.*-2"))
    pack_send_and_deliver(tuans, "Bưu cục Tủa Chùa")
    tuans.sees("Đã ghi người mua nhận hàng.", "Đã nhận")
    tuans.looks_right("don-da-nhan")
    hers.page.reload()
    assert "Bưu cục" not in parcel_of(hers, "Bà Lò Thị Mai")
    assert "Đã nhận (xong)" in parcel_of(hers, "Hộ Sùng A Dua")
    hers.looks_right("don-da-nhan-mua")
    states = list(purchase.order.consignments.order_by("number").values_list("state", flat=True))
    assert states == [ConsignmentState.CONFIRMED, ConsignmentState.DELIVERED]
    assert counted(stalls.honey) == (0, 0)


def asks_both(tuans: Window) -> None:
    """Mai, who has no phone, comes first and has her scarf; Dua has one honey and no tea."""
    assert tuans.page.locator("main section h2").all_inner_texts() == ["Bà Lò Thị Mai", "Hộ Sùng A Dua"]
    expect(tuans.page.get_by_role("region", name="Bà Lò Thị Mai")).to_contain_text("Không có điện thoại")
    tuans.looks_right("danh-sach-goi")
    answer_call(tuans, "Bà Lò Thị Mai", {"Khăn thổ cẩm Lào": "Có"})
    tuans.sees("Đã ghi: Bà con chuẩn bị.")
    tuans.go("/can-bo/don/goi/")
    with tuans.refused():
        tuans.submit("Ghi câu trả lời")
    tuans.sees("Hỏi bà con rồi chọn có, hết hay còn bao nhiêu.")
    tuans.looks_right("tra-loi-thieu")
    tuans.go("/can-bo/don/goi/")
    answer_call(tuans, "Hộ Sùng A Dua", {"Mật ong hoa rừng": 1, "Chè dây": "Hết"})
    tuans.looks_right("don-can-goi")


def sees_what_she_gets(hers: Window) -> None:
    """The buyer reads what is left of her order, and what she pays for it."""
    hers.page.reload()
    duas = parcel_of(hers, "Hộ Sùng A Dua")
    assert "Đặt 2, bà con có 1" in duas
    assert "Đặt 1, bà con đã hết" in duas
    assert "Trả khi nhận kiện này 213.000 ₫" in duas
    hers.sees("491.000 ₫", "Số tiền đã tính lại theo số hàng bà con có.")
    hers.looks_right("don-tinh-lai")


def test_the_buyer_follows_each_step(open_window, stalls, purchase):
    hers, tuans = open_window(), open_window()
    hers.go(f"/don/{purchase.token}/")
    tuans.sign_in("tuan")
    tuans.go("/can-bo/don/goi/")
    answer_call(tuans, "Bà Lò Thị Mai", {"Khăn thổ cẩm Lào": "Có"})
    mais = purchase.order.consignments.get(producer=stalls.mai)
    for press, step in (("Đã đóng gói xong", "Đã đóng gói"), ("Đã gửi đi", "Đang giao")):
        if press == "Đã gửi đi":
            tuans.fill("Gửi qua", "Bưu cục Núa Ngam")
        tuans.submit(press)
        hers.page.reload()
        here = hers.page.get_by_role("region", name="Bà Lò Thị Mai").locator("[aria-current=step]")
        expect(here).to_contain_text(step)
    tuans.page.get_by_text("Người mua không nhận").click()
    tuans.fill("Vì sao không nhận", "Đi vắng dài ngày")
    tuans.submit("Ghi là không nhận")
    tuans.looks_right("khong-nhan")
    hers.page.reload()
    assert "Người mua không nhận" in parcel_of(hers, "Bà Lò Thị Mai")
    mais.refresh_from_db()
    assert mais.state == ConsignmentState.REFUSED

"""The pages beside the path: each fits its screen, axe finds nothing, and a visitor gets no cookie from any of them."""

import re

import pytest

from tests import factories
from tests.journeys.buyer_steps import url_of
from tests.shop.checkout.ordering import ordered

pytestmark = pytest.mark.browser


def test_pages_for_visitors(open_window, stalls):
    window = open_window()
    window.go("/tim/?q=khong+co+mon+nay")
    window.sees("Chưa thấy món này", re.compile("Thử tìm “"))
    window.sees_not(re.compile("Đây là hàng gần với"))
    window.looks_right("khong-thay")
    window.go(url_of(stalls.scarf))
    window.follow("Bà Lò Thị Mai")
    window.looks_right("nguoi-ban-mua")
    window.go(url_of(stalls.scarf))
    window.follow("xã Núa Ngam")
    window.looks_right("xa")
    for path, station in (
        ("/nhom/thu-cong/", "nhom"),
        ("/nguoi-ban/", "nguoi-ban-chung"),
        ("/nguoi-ban/?tinh=11", "nguoi-ban-cua-tinh"),
        ("/xa/", "cac-xa"),
        ("/gio/", "gio-trong"),
        ("/don/", "tra-cuu"),
        ("/tro-giup/phi-giao-hang/", "tro-giup"),
        ("/tai-khoan/vao/", "dang-nhap"),
        ("/tai-khoan/quen-mat-khau/", "quen-mat-khau"),
    ):
        window.go(path)
        window.looks_right(station)
    with window.refused(404):
        window.go("/khong-co-trang-nay/")
    window.looks_right("404")
    assert window.cookies() == []


def test_pages_of_people_at_work(open_window, stalls, tuan, linh, thanh):
    purchase = ordered((stalls.honey, 1))
    parcel = purchase.order.consignments.get()
    draft = factories.listing("Túi thêu", stalls.mai, state="draft")
    pages = {
        "tuan": [
            ("/can-bo/don/", "don-danh-sach"),
            (f"/can-bo/don/{parcel.pk}/", "don-can-hoi"),
            (f"/can-bo/hang/{stalls.scarf.pk}/kho-gia/", "kho-gia"),
            (f"/can-bo/hang/{stalls.scarf.pk}/ngung/", "hoi-ngung"),
            (f"/can-bo/hang/{draft.pk}/", "hang-nhap"),
            ("/can-bo/hang/them/", "ghi-cho-ai"),
            (f"/can-bo/nguoi-ban/{stalls.mai.pk}/sua/", "sua-nguoi-ban"),
            (f"/can-bo/nguoi-ban/{stalls.mai.pk}/dong-y/voice/rut/", "rut-dong-y"),
        ],
        "linh": [("/duyet/", "duyet-trong"), (f"/duyet/{stalls.scarf.pk}/", "go-khoi-cho")],
        "thanh": [
            ("/giam-sat/", "giam-sat"),
            (f"/giam-sat/hang/{stalls.scarf.pk}/", "giam-sat-hang"),
            ("/giam-sat/nhat-ky/", "giam-sat-nhat-ky"),
        ],
    }
    for username, stations in pages.items():
        window = open_window()
        window.sign_in(username)
        for path, station in stations:
            window.go(path)
            window.looks_right(station)

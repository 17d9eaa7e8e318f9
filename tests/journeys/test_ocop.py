"""A decision's list becomes a badge; the register is searched by an old name."""

import re

import pytest

from catalog.listings.states import ListingState
from catalog.ocop.models import Certificate
from producers.directory.states import ProducerKind
from tests import factories
from tests.journeys.window import Window

pytestmark = pytest.mark.browser

LIST = """UBND TỈNH ĐIỆN BIÊN
DANH SÁCH SẢN PHẨM OCOP (Kèm theo Quyết định 99/QĐ-UBND)
TT\tChủ thể\tĐịa chỉ\tTÊN SẢN PHẨM\tXếp hạng
I\tHuyện Điện Biên
1\tHợp tác xã Hoa Trắng\txã Na Tông\tKHĂN PIÊU CỔ\t★★★
2\tHTX Hoa Trắng\tNúa Ngam\tTúi dệt tay\tba xao
3\tHTX Hoa Trắng\tNúa Ngam\tGối bông lau\t2 sao
Tổng cộng\t3 sản phẩm
"""


@pytest.fixture
def goods(nua_ngam, tuan):
    """Two things of a cooperative that is on sale."""
    kind = ProducerKind.COOPERATIVE
    maker = factories.producer("HTX Hoa Trắng", nua_ngam, kind=kind, created_by=tuan)
    return [factories.listing(title, maker, photos=1) for title in ("Khăn piêu cổ", "Túi dệt tay")]


def test_a_messy_list_becomes_badges(open_window, market, goods, linh):
    linhs = open_window()
    linhs.sign_in("linh")
    linhs.go("/duyet/chung-nhan/")
    linhs.follow("Nhập quyết định")
    linhs.follow("Nhập danh sách đầu tiên")
    brings_it_in(linhs)
    linhs.sees(re.compile("Cột 4: “TÊN SẢN PHẨM”"))
    linhs.looks_right("cot")
    linhs.submit("Đúng rồi, xem từng dòng")
    linhs.sees("Không đọc được số sao “ba xao”.", re.compile("2 sao không có giấy chứng nhận"))
    linhs.looks_right("xem-truoc")
    linhs.follow(re.compile("Sửa dòng 6"))
    linhs.fill("Số sao", "3 sao")
    linhs.looks_right("sua-dong")
    linhs.submit("Ghi lại dòng này")
    assert not Certificate.objects.exists()
    linhs.submit("Áp dụng: ghi 2 giấy")
    linhs.sees(re.compile("8 dòng, 2 giấy được ghi"))
    linhs.looks_right("da-ap-dung")
    market.worker_catches_up()
    buyers = open_window()
    buyers.go("/tim/?q=khan+pieu")
    assert buyers.page.locator(".the .ocop").count() == 1


def brings_it_in(linhs: Window) -> None:
    """Linh pastes the list, at first without the decision's number."""
    linhs.fill("Ngày quyết định", "10/11/2026")
    linhs.fill("Cơ quan công nhận", "UBND tỉnh Điện Biên")
    linhs.fill("Dán danh sách", LIST)
    linhs.looks_right("dan")
    with linhs.refused():
        linhs.submit("Đọc danh sách")
    linhs.fill("Số quyết định", "99/QĐ-UBND")
    linhs.submit("Đọc danh sách")


def test_the_register_is_searched_and_filtered(open_window, market, goods):
    for number, each in enumerate(goods):
        factories.certificate(each, stars=3 + number)
    factories.certificate(factories.listing("Chăn bông", goods[0].producer, state=ListingState.RETIRED), stars=5)
    factories.certificate(factories.listing("Áo cóm", goods[0].producer, state=ListingState.DRAFT), stars=5)
    buyers = open_window()
    buyers.go("/ocop/")
    buyers.sees("3 giấy chứng nhận", "Chăn bông")
    buyers.sees_not("Áo cóm")
    buyers.looks_right("danh-ba")
    buyers.page.get_by_label("Tìm", exact=True).fill("xa na tong khan")
    buyers.page.get_by_label("Số sao").select_option("3")
    buyers.submit("Tìm", within=buyers.page.locator(".db-loc"))
    buyers.sees("1 giấy chứng nhận", "Khăn piêu cổ")
    buyers.sees_not("Túi dệt tay")
    buyers.follow("Khăn piêu cổ")
    buyers.sees(re.compile("Còn hiệu lực đến hết ngày"))
    assert buyers.cookies() == []


def test_an_officer_sees_what_ends_and_notes_the_file(open_window, market, goods, tuan):
    certificate = factories.certificate(goods[0], stars=3)
    Certificate.objects.update(expires_date=certificate.issued_date.replace(year=certificate.issued_date.year + 1))
    tuans = open_window()
    tuans.sign_in("tuan")
    tuans.go("/can-bo/chung-nhan/")
    tuans.looks_right("giay")
    tuans.follow("Khăn piêu cổ")
    tuans.looks_right("mot-giay")

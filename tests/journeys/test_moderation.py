"""An officer is stopped by a banned word and sees where; an approver takes goods down within an authority's hours."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.listings.states import ListingState
from catalog.moderation.models import AuthorityRequest
from tests import factories
from tests.factories.moderation import licence, restriction
from tests.journeys.window import Window

pytestmark = pytest.mark.browser
PROMISE = "Ngày xưa mẹ bảo khăn này chữa khỏi đau đầu."


def test_a_banned_word_stops_a_listing_and_is_shown_in_its_place(open_window, mai, tuan, linh):
    draft = factories.listing(of=mai, state=ListingState.DRAFT, photos=1, story=PROMISE)
    tuans = open_window()
    tuans.sign_in("tuan")
    tuans.go(f"/can-bo/hang/{draft.pk}/sua/")
    tuans.sees(re.compile("Xem lại: “mẹ bảo khăn này chữa khỏi đau đầu”"))
    with tuans.refused():
        tuans.submit("Gửi duyệt")
    assert "Không được dùng “chữa khỏi” (lời hứa chữa bệnh)" in tuans.error_beside("Câu chuyện")
    tuans.looks_right("tu-khong-duoc-dung")
    tuans.fill("Câu chuyện", "Ngày xưa mẹ hái lá, coi như bài thuốc.")
    tuans.submit("Gửi duyệt")
    draft.refresh_from_db()
    assert draft.state == ListingState.SUBMITTED

    linhs = open_window()
    linhs.sign_in("linh")
    linhs.go(f"/duyet/{draft.pk}/")
    assert linhs.page.locator("mark").first.inner_text().startswith("bài thuốc")
    linhs.looks_right("tu-can-xem-ky")


def test_goods_go_off_sale_within_the_hours_of_the_law(open_window, mai, tuan, linh):
    scarf = factories.listing(of=mai, photos=1)
    linhs = open_window()
    linhs.sign_in("linh")
    linhs.go("/duyet/yeu-cau/")
    linhs.looks_right("yeu-cau-trong")
    linhs.follow("Ghi yêu cầu mới")
    linhs.fill("Tên người bán", "lo thi mai")
    linhs.submit("Tìm")
    linhs.looks_right("yeu-cau-ai")
    linhs.follow("Bà Lò Thị Mai")
    record(linhs)
    linhs.looks_right("yeu-cau")
    linhs.submit("Gỡ khỏi chợ ngay")
    linhs.sees("Đã gỡ khỏi chợ và báo cho điểm hỗ trợ.", "Xong, đúng hạn")
    linhs.looks_right("yeu-cau-xong")
    scarf.refresh_from_db()
    assert (scarf.state, AuthorityRequest.objects.get().was_in_time) == (ListingState.SUSPENDED, True)

    buyers = open_window()
    with buyers.refused(404):
        buyers.go(f"/hang/{scarf.product_id}/khan-tho-cam-lao/")
    buyers.sees("Món này hiện không bán")
    buyers.looks_right("hien-khong-ban")


def test_pages_of_restrictions_and_licences(open_window, mai, tuan, linh):
    scarf = factories.listing(of=mai)
    told = restriction(mai, scarf)
    due = restriction(mai, sent_at=timezone.now() - timedelta(days=9))
    paper = licence(mai, state="waiting")
    pages = {
        "tuan": ["/can-bo/han-che/", f"/can-bo/han-che/{told.pk}/", f"/can-bo/giay-phep/{mai.pk}/"],
        "linh": [
            f"/duyet/han-che/hang/{scarf.pk}/",
            "/duyet/han-che/",
            f"/duyet/han-che/{due.pk}/",
            "/duyet/giay-phep/",
            f"/duyet/giay-phep/{paper.pk}/",
        ],
    }
    for who, paths in pages.items():
        window = open_window()
        window.sign_in(who)
        for number, path in enumerate(paths):
            window.go(path)
            window.looks_right(f"han-che-{who}-{number}")


def record(linhs: Window) -> None:
    """Write down what the document says, at first without the goods."""
    linhs.fill("Cơ quan nào", "Chi cục Quản lý thị trường tỉnh Điện Biên")
    linhs.fill("Số văn bản", "125/QLTT-NV")
    linhs.fill("Văn bản yêu cầu điều gì, vì sao", "Hàng không rõ nguồn gốc.")
    with linhs.refused():
        linhs.submit("Ghi yêu cầu")
    linhs.sees(re.compile("Hãy chọn ít nhất một mặt hàng"))
    linhs.looks_right("yeu-cau-thieu")
    linhs.choose("Mặt hàng nào", re.compile("Khăn thổ cẩm Lào"))
    linhs.submit("Ghi yêu cầu")

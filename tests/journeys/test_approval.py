"""Step 3: Linh sends a listing back, Tuấn sees why and mends it, Linh approves; both names stay on record."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.listings.services import submit_listing
from catalog.listings.states import ListingState
from catalog.search.engine import get_engine
from common.audit.queries import history_of
from tests import factories
from tests.journeys.officer_steps import approve
from tests.journeys.window import Window

pytestmark = pytest.mark.browser

REASON = "Câu chuyện có lời hứa chữa bệnh: bỏ đi."
PROMISE = "Khăn này là bài thuốc cho người đau đầu."


@pytest.fixture
def listing(mai, tuan):
    """Mai's scarf with a promise that no scarf keeps, sent three days ago."""
    sent = factories.listing(of=mai, state=ListingState.DRAFT, photos=2, story=PROMISE)
    submit_listing(sent, by=tuan, at=timezone.now() - timedelta(days=3, hours=1))
    return sent


def test_a_listing_goes_back_with_a_reason_and_comes_again(open_window, market, listing, tuan, linh):
    linhs, tuans = open_window(), open_window()
    linhs.sign_in("linh")
    sends_it_back(linhs)
    tuans.sign_in("tuan")
    mends_it(tuans)
    listing.refresh_from_db()
    assert listing.state == ListingState.SUBMITTED

    approve(linhs, "Khăn thổ cẩm Lào")
    linhs.go(f"/duyet/{listing.pk}/")
    linhs.looks_right("da-duyet")
    tuans.go(f"/can-bo/hang/{listing.pk}/")
    tuans.sees("Đang bán", re.compile("Lường Văn Tuấn"), re.compile("Nguyễn Thuỳ Linh"), re.compile(f"Lý do: {REASON}"))
    tuans.looks_right("nhat-ky")
    assert [(each.action, each.by_name) for each in history_of(listing).order_by("pk")][-4:] == [
        ("listing.returned", "Nguyễn Thuỳ Linh"),
        ("listing.saved", "Lường Văn Tuấn"),
        ("listing.submitted", "Lường Văn Tuấn"),
        ("listing.approved", "Nguyễn Thuỳ Linh"),
    ]
    market.worker_catches_up()
    assert get_engine().keys() == {listing.product_id}


def sends_it_back(linhs: Window) -> None:
    """Linh sees how long it waits and what the rules found, and sends it back, at first without a reason."""
    linhs.sees("Khăn thổ cẩm Lào", re.compile("3 ngày"), re.compile("Rủi ro"))
    linhs.looks_right("cho-duyet")
    linhs.follow("Khăn thổ cẩm Lào")
    linhs.sees("Cần xem kỹ", re.compile("bài thuốc"), "Lường Văn Tuấn gửi", "Bà Lò Thị Mai")
    linhs.looks_right("duyet")
    linhs.page.get_by_text("Yêu cầu bổ sung, không duyệt…").click()
    with linhs.refused():
        linhs.submit("Gửi lại kèm lý do")
    assert linhs.error_beside("Lý do, viết cho cán bộ xã") == "Lỗi: Cần lý do để cán bộ xã biết sửa gì."
    linhs.looks_right("duyet-thieu-ly-do")
    linhs.choose("Lý do hay gặp", REASON)
    linhs.fill("Lý do, viết cho cán bộ xã", "Kể lại ai dệt, dệt bao lâu.")
    linhs.submit("Gửi lại kèm lý do")
    linhs.sees(re.compile("Đã gửi lại cho cán bộ xã"), "Không còn gì chờ duyệt")


def mends_it(tuans: Window) -> None:
    """Tuấn finds it on his first page, reads why, tells the story anew and sends it again."""
    tuans.follow("Hàng cần bổ sung")
    tuans.sees(re.compile(REASON))
    tuans.looks_right("can-bo-sung")
    tuans.follow("Khăn thổ cẩm Lào")
    tuans.sees("Người duyệt yêu cầu bổ sung", re.compile("Kể lại ai dệt"))
    tuans.follow("Sửa, ghi tiếp")
    tuans.fill("Câu chuyện", "Mẹ dạy tôi dệt từ năm mười tuổi.")
    tuans.submit("Gửi duyệt")

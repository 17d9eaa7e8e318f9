"""Thanh searches the trail; Quân takes a producer's legal-duty file, and it opens whole; a new version of the rules."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from common.audit.models import AuditEntry
from common.audit.services import record
from tests.journeys.window import Window
from tests.shop.checkout.ordering import ordered
from tests.shop.legal.opening import checked, text_of

pytestmark = pytest.mark.browser
REASON = "Công văn 12/CV-QLTT ngày 20/11/2026"


def test_an_auditor_searches_and_an_administrator_takes_a_file(open_window, stalls, tuan, thanh, quan, nua_ngam):
    parcel = ordered((stalls.scarf, 1)).order.consignments.get()
    for price in (240_000, 230_000):
        record(
            "listing.price_changed",
            by=tuan,
            subject=stalls.scarf,
            on_behalf_of=stalls.mai,
            at_point=nua_ngam,
            before={"price": 250_000},
            after={"price": price},
        )
    record("producer.changed", by=tuan, subject=stalls.mai, on_behalf_of=stalls.mai, at_point=nua_ngam)
    window = open_window()
    window.sign_in("thanh")
    searches_the_trail(window)
    window.go("/giam-sat/moc-luat/")
    window.looks_right("moc-luat")
    window.go("/giam-sat/luu-giu/?muc=don")
    window.sees(re.compile(parcel.number))
    window.looks_right("luu-giu")

    window = open_window(accept_downloads=True)
    enters_at(window, "/giam-sat/ho-so/?q=lo thi mai", "quan")
    window.follow("Bà Lò Thị Mai")
    window.looks_right("ho-so-phap-ly")
    with window.refused():
        window.submit("Tải trọn bộ hồ sơ")
    window.looks_right("ho-so-thieu-ly-do")
    window.fill("Lý do xuất hồ sơ", REASON)
    with window.page.expect_download() as download:
        window.page.get_by_role("button", name="Tải trọn bộ hồ sơ").click()
    packed = checked(Path(download.value.path()).read_bytes())
    assert (parcel.number in text_of(packed), REASON in packed.read("index.html").decode()) == (True, True)
    entry = AuditEntry.objects.order_by("-pk")[0]
    assert (entry.action, entry.by, entry.reason) == ("file.duty_taken", quan, REASON)


def test_an_officer_is_asked_for_new_rules_and_a_visitor_reads_what_changed(open_window, market, tuan, announce):
    today = timezone.localdate()
    announce(today - timedelta(days=9), today)
    window = open_window()
    window.go("/tro-giup/quy-che/")
    window.looks_right("quy-che")
    window.follow("So với bản đang có hiệu lực")
    window.sees(re.compile("Chỗ khác giữa"))
    window.looks_right("so-sanh")
    window.go("/tro-giup/xep-hang/")
    window.looks_right("xep-hang")

    enters_at(window, "/can-bo/nguoi-ban/", "tuan")
    window.sees("Xin đọc và đồng ý trước khi vào việc", "Quy chế hoạt động, bản 2")
    window.looks_right("quy-che-moi")
    window.box("Tôi đã đọc và đồng ý").check()
    window.submit("Đồng ý và vào việc")
    assert window.page.url.endswith("/can-bo/nguoi-ban/")
    window.sees("Đã ghi sự đồng ý của bạn.")


def enters_at(window: Window, path: str, username: str) -> None:
    """Ask for a page, and sign in on the way to it."""
    window.go(path)
    window.fill("Số điện thoại hoặc e-mail", username)
    window.fill("Mật khẩu", "cho-phien")
    window.submit("Đăng nhập", within=window.page.get_by_role("main"))


def searches_the_trail(window: Window) -> None:
    """By a word and an act, with both names in the sentence, before and after."""
    window.go("/giam-sat/nhat-ky/")
    window.looks_right("nhat-ky-toan-cho")
    window.page.get_by_text("Chọn kỹ hơn").click()
    window.box("Việc").select_option(label="Sửa giá")
    window.fill("Tìm theo tên người, người bán hay món hàng", "mai khan")
    window.submit("Tìm", within=window.page.get_by_role("main"))
    acts = window.page.locator(".nhat-ky > li")
    assert acts.count() == 2
    line = " ".join(acts.first.inner_text().split())
    assert "Lường Văn Tuấn sửa giá: Khăn thổ cẩm Lào, thay Bà Lò Thị Mai, tại Điểm hỗ trợ xã Núa Ngam" in line
    acts.first.get_by_text("trước và sau").click()
    window.sees("250.000 ₫ → 230.000 ₫")
    window.looks_right("nhat-ky-tim-thay")

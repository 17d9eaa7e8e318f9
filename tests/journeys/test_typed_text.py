"""What somebody typed is still there after a reload; on staff pages after the tab was closed too."""

import re

import pytest
from playwright.sync_api import expect

from producers.directory.models import Producer
from tests.journeys.buyer_steps import url_of
from tests.journeys.officer_steps import STORY, open_empty_listing

pytestmark = pytest.mark.browser

KEPT = re.compile(r"Máy còn giữ những gì bạn gõ lúc \d\d:\d\d\.")


def test_a_listing_outlives_the_tab(open_window, mai, tuan):
    window = open_window()
    window.sign_in("tuan")
    open_empty_listing(window, "Bà Lò Thị Mai")
    path = window.page.url
    window.fill("Tên hàng", "Khăn thổ cẩm Lào")
    window.fill("Câu chuyện", STORY)
    window.choose("Tháng nào có hàng", "Tháng 11")
    window.page.reload()
    window.sees(KEPT)
    window.looks_right("con-giu")
    window.page.close()
    window.open_tab()
    window.go(path)
    window.sees(KEPT)
    assert (window.value_of("Tên hàng"), window.value_of("Câu chuyện")) == ("Khăn thổ cẩm Lào", STORY)
    expect(window.page.get_by_label("Tháng 11", exact=True)).to_be_checked()
    window.submit("Lưu nháp", within=window.page.locator(".chan-nut"))
    window.page.reload()
    window.sees_not(KEPT)
    assert window.value_of("Câu chuyện") == STORY
    window.fill("Tên hàng", "Tên khác")
    window.page.reload()
    window.page.get_by_role("button", name="Bỏ, làm lại từ đầu").click()
    assert window.value_of("Tên hàng") == "Khăn thổ cẩm Lào"


def test_what_was_typed_over_older_facts_does_not_replace_newer_ones_unseen(open_window, mai, tuan):
    Producer.objects.filter(pk=mai.pk).update(languages=["lo"])
    window = open_window()
    window.sign_in("tuan")
    window.go(f"/can-bo/nguoi-ban/{mai.pk}/sua/")
    window.fill("Thôn, bản", "bản gõ dở")
    Producer.objects.filter(pk=mai.pk).update(village="bản người khác ghi")
    window.page.reload()
    window.sees(KEPT)
    assert window.value_of("Thôn, bản") == "bản gõ dở"
    with window.refused(409):
        window.submit("Lưu")
    window.sees("bản người khác ghi")
    assert Producer.objects.get(pk=mai.pk).village == "bản người khác ghi"
    window.submit("Lưu")
    assert Producer.objects.get(pk=mai.pk).village == "bản gõ dở"


def test_signing_out_forgets_what_was_typed(open_window, mai, tuan):
    window = open_window()
    window.sign_in("tuan")
    open_empty_listing(window, "Bà Lò Thị Mai")
    path = window.page.url
    window.fill("Câu chuyện", STORY)
    window.submit("Đăng xuất")
    assert window.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    window.sign_in("tuan")
    window.go(path)
    assert window.value_of("Câu chuyện") == ""


def test_an_address_lives_as_long_as_the_tab(open_window, stalls):
    window = open_window()
    window.go(url_of(stalls.scarf))
    window.submit("Mua ngay")
    window.fill("Tên người nhận", "Nguyễn Thu Hà")
    window.fill("Số nhà, đường", "12 phố Lò Sũ")
    window.page.reload()
    window.sees(KEPT)
    assert window.value_of("Số nhà, đường") == "12 phố Lò Sũ"
    window.page.close()
    window.open_tab()
    window.go("/dat-hang/")
    assert window.value_of("Số nhà, đường") == ""

"""A visitor finds a point on the map; an officer is invited, sets the second proof up and keeps the hours."""

import re

import pytest
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import expect

from producers.directory.models import SupportPoint
from producers.directory.states import Role
from producers.staffing.services import Offer, invite, link_of
from tests.journeys.window import Window

pytestmark = pytest.mark.browser


def test_a_visitor_finds_the_point_by_the_map_and_by_an_old_name(open_window, nua_ngam):
    window = open_window()
    window.go("/diem-ho-tro/")
    window.sees("Điểm hỗ trợ xã Núa Ngam")
    window.looks_right("diem-ho-tro")
    window.page.get_by_role("link", name="Điện Biên: 1 điểm").focus()
    window.page.keyboard.press("Enter")
    expect(window.page).to_have_url(re.compile(r"tinh=11"))
    window.page.get_by_role("link", name="Điểm hỗ trợ xã Núa Ngam", exact=True).last.focus()
    window.page.keyboard.press("Enter")
    expect(window.page.get_by_role("heading", level=1)).to_have_text("Điểm hỗ trợ xã Núa Ngam")
    window.looks_right("mot-diem")
    window.go("/diem-ho-tro/")
    window.fill("Tìm theo xã, bản, tên mới hoặc tên cũ", "xã Na Tông")
    window.submit("Tìm", within=window.page.get_by_role("main"))
    window.sees("1 điểm hợp với “xã Na Tông”")
    assert window.cookies() == []


def test_an_invited_officer_comes_in_and_keeps_the_hours(open_window, nua_ngam, quan, settings):
    settings.SECOND_FACTOR = True
    _, code = invite(Offer(full_name="Cà Thị Thảo", role=Role.OFFICER, point=nua_ngam), by=quan)
    window = open_window()
    window.go(link_of(code).removeprefix(settings.PUBLIC_ADDRESS))
    window.sees("Điểm hỗ trợ xã Núa Ngam")
    window.fill("Số điện thoại hoặc e-mail", "0912 345 678")
    window.fill("Mật khẩu mới", "mua-xuan-2026")
    window.page.get_by_label(re.compile("Tôi đã đọc và đồng ý với quy chế")).check()
    window.looks_right("loi-moi")
    window.submit("Nhận lời, bắt đầu làm")
    sets_the_second_proof_up(window)
    window.go("/can-bo/diem/")
    window.follow("Điểm hỗ trợ xã Núa Ngam", within=window.page.get_by_role("main"))
    window.fill("Số điện thoại", "0215 000 0002")
    window.fill("Thứ hai", "sáng")
    with window.refused():
        window.submit("Lưu", within=window.page.get_by_role("main"))
    assert "Chưa đọc được “sáng”" in window.error_beside("Thứ hai")
    window.looks_right("gio-sai")
    window.fill("Thứ hai", "7h30-11h30")
    window.submit("Lưu", within=window.page.get_by_role("main"))
    window.sees("Đã lưu giờ và việc giúp của Điểm hỗ trợ xã Núa Ngam.")
    assert SupportPoint.objects.get().week == {"1": [["07:30", "11:30"]]}


def sets_the_second_proof_up(window: Window) -> None:
    """Type the code that a phone would show, and keep the codes for paper."""
    window.sees("Lập lớp bảo vệ thứ hai")
    window.looks_right("lap-lop-hai")
    phone = TOTPDevice.objects.get()
    window.fill("Mã", f"{totp(phone.bin_key):06d}")
    window.submit("Xong, lập lớp bảo vệ")
    window.sees("Chỉ hiện lần này.")
    window.looks_right("ma-giay")
    window.follow("Đã cất, đi tiếp")
    window.sees("Việc hôm nay")

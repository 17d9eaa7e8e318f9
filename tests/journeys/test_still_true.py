"""One call settles all goods of a producer: Tuấn asks Mai, who has no phone, what is still true."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from catalog.listings.models import Listing
from common.audit.models import AuditEntry
from tests import factories

pytestmark = pytest.mark.browser


def test_a_visit_settles_three_goods(open_window, tuan, mai):
    long_ago = timezone.now() - timedelta(days=16)
    scarf, bag, pillow = (
        factories.listing(name, of=mai, confirmed_at=long_ago) for name in ("Khăn thổ cẩm", "Túi vải", "Gối bông")
    )
    window = open_window()
    window.sign_in("tuan")
    go_to_her_page(window)
    back = timezone.localdate() + timedelta(days=90)
    changed = write_words_down(window, back=f"{back:%d/%m/%Y}")
    window.choose("Hỏi bằng cách nào?", "Tới nhà")
    with window.refused():
        window.submit("Ghi lời bà con")
    window.sees(re.compile("Giá đã duyệt là 250.000"))
    expect(changed.get_by_label("Số còn bán được")).to_have_value("2")
    window.looks_right("con-dung-sai")
    window.fill("Giá mới", "260.000", within=changed)
    window.submit("Ghi lời bà con")
    window.sees("Đã ghi lời Bà Lò Thị Mai về 3 món.", "Không phải hỏi lại ai")

    assert [(each.state, each.back_date) for each in Listing.objects.order_by("pk")] == [
        ("approved", None),
        ("approved", None),
        ("paused", back),
    ]
    stock = bag.product.stockrecords.get()
    assert (stock.num_in_stock, int(stock.price)) == (2, 260_000)
    confirmed = AuditEntry.objects.filter(action="listing.confirmed")
    assert {entry.subject for entry in confirmed} == {scarf, bag, pillow}
    assert {(entry.by, entry.on_behalf_of_id, entry.after["asked_by"]) for entry in confirmed} == {
        (tuan, mai.pk, "Tới nhà")
    }
    window.go(f"/hang/{pillow.product_id}/goi-bong/")
    window.sees("Tạm nghỉ bán", re.compile(f"hẹn trở lại khoảng ngày {back:%d/%m/%Y}"))
    window.looks_right("hang-tam-nghi")


def go_to_her_page(window):
    """From the first page at work, past the sheet to take along, to the page of what to ask Mai."""
    window.follow("Còn đúng không?")
    window.looks_right("con-dung")
    window.follow("Phiếu mang đi")
    window.looks_right("con-dung-phieu")
    window.go("/can-bo/con-dung/")
    window.follow("Bà Lò Thị Mai")
    window.looks_right("con-dung-hoi")


def write_words_down(window, *, back):
    """One thing is as it was, of one there are two left at too high a price, one rests; the changed one is returned."""
    changed, resting = (window.page.get_by_role("region", name=name) for name in ("Túi vải", "Gối bông"))
    window.choose(re.compile("Khăn thổ cẩm"), "Đúng như vậy")
    window.choose(re.compile("Túi vải"), "Có thay đổi")
    window.fill("Số còn bán được", "2", within=changed)
    window.fill("Giá mới", "600.000", within=changed)
    window.choose(re.compile("Gối bông"), "Tạm nghỉ bán")
    window.fill("Nghỉ tới ngày", back, within=resting)
    return changed

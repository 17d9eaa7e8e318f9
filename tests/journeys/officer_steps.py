"""What officers and approvers do on their pages, in small steps."""

import re
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import expect

from tests.journeys.window import Window

QUESTIONS = {
    "Điểm hỗ trợ đăng bán hàng thay": "goods",
    "Đăng tên và ảnh của người bán": "name_and_picture",
    "Đăng giọng kể": "voice",
    "Cho chợ dùng hoa văn để trang trí": "motif",
    "Ghi dân tộc của người bán": "ethnicity",
}
STORY = "Mẹ dạy tôi dệt từ năm mười tuổi.\n\nMột tấm khăn làm mất hai tháng."


def write_producer_down(window: Window, name: str) -> None:
    """Fill in the form of a producer without a phone, but for where she lives, and leave it there."""
    window.fill("Tên người bán", name)
    window.choose("Loại hình", "Hộ sản xuất")
    window.fill("Thôn, bản", "bản Đun Nưa")
    window.choose("Bà con nói tiếng gì?", "Mông")
    window.choose("Bà con nhận tiền bằng cách nào?", "Tiền mặt tại điểm hỗ trợ")


def choose_commune(window: Window, text: str, offered: str) -> None:
    """Type a commune and take the one that is offered by that name."""
    window.page.get_by_role("combobox", name="Xã, phường").fill(text)
    window.page.get_by_role("option", name=offered).click()


def type_commune(window: Window, text: str, *, province: str = "") -> None:
    """Type a commune where nothing is offered."""
    window.page.get_by_label("Tỉnh, thành phố").select_option(label=province or "Chọn tỉnh, thành phố")
    window.fill("Xã, phường", text)


def write_consent_down(window: Window, *, witness: str, refuses: Sequence[str] = ()) -> None:
    """Write down a yes to every question but those refused, read in Mông before that witness."""
    for question in QUESTIONS:
        window.choose(re.compile(question), "Không" if question in refuses else "Có")
    window.page.get_by_label("Đã đọc bằng tiếng nào?").select_option(label="Mông")
    window.fill("Tên người làm chứng", witness)
    window.submit("Ghi câu trả lời của bà con")


def open_empty_listing(window: Window, producer: str) -> None:
    """From the first page at work to an empty listing of that producer."""
    window.go("/can-bo/")
    window.follow("Ghi sản phẩm mới")
    window.submit(re.compile(producer))


def write_listing(window: Window, title: str, *, price: str, photos: Sequence[Path]) -> None:
    """Fill in a listing and leave it there."""
    window.page.get_by_label("Chọn ảnh").set_input_files(photos)
    window.fill("Tên hàng", title)
    window.fill("Đó là gì", "Khăn dệt tay, nhuộm lá rừng.")
    window.page.get_by_label("Bộ sản phẩm").select_option(value="22")
    window.choose("Bán thế nào", "Có sẵn")
    window.fill("Giá bán", price)
    window.fill("Tính theo", "chiếc")
    window.fill("Cân nặng khi gói", "300 g")
    window.fill("Còn bán được bao nhiêu", "5")
    window.choose("Giao đến đâu", "Giao toàn quốc")
    window.choose("Tháng nào có hàng", "Tháng 10", "Tháng 11")
    window.fill("Câu chuyện", STORY)
    window.fill("Ai kể", "bà Mai")


def answer_call(window: Window, producer: str, answers: dict[str, str | int]) -> None:
    """On the call sheet, write down what that producer said: for each thing "Có", "Hết" or how many are left."""
    call = window.page.get_by_role("region", name=producer)
    for thing, answer in answers.items():
        asked = call.get_by_role("group", name=re.compile(thing))
        asked.get_by_label("Còn …" if isinstance(answer, int) else answer, exact=True).check()
        if isinstance(answer, int):
            box = call.locator(".hop", has_text=thing).get_by_label("Còn bao nhiêu")
            box.fill(str(answer))
    window.submit("Ghi câu trả lời", within=call)


def pack_send_and_deliver(window: Window, carrier: str) -> None:
    """From the page of a confirmed parcel to its delivery."""
    window.submit("Đã đóng gói xong")
    window.fill("Gửi qua", carrier)
    window.fill("Mã vận đơn", "EB123456789VN")
    window.submit("Đã gửi đi")
    window.submit(re.compile("Đã nhận và trả"))


def approve(window: Window, title: str) -> None:
    """From the queue to the decision that puts the listing on sale."""
    window.go("/duyet/")
    window.follow(title)
    window.submit("Duyệt, cho lên chợ")
    expect(window.page.get_by_role("status").filter(has_text="Đã duyệt")).to_be_visible()


def approve_producer(window: Window, name: str) -> None:
    """From the queue of applications to the decision that lets the producer sell."""
    window.go("/duyet/nguoi-ban/")
    window.follow(name)
    window.submit("Duyệt người bán này")
    expect(window.page.get_by_role("status").filter(has_text="đã duyệt")).to_be_visible()

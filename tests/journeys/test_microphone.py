"""An officer reads a translation out, records the answer with the phone's microphone, and it is heard on her page.

The microphone is the browser's own, which beeps; at first it is in use elsewhere.
"""

import re
from io import BytesIO

import av
import pytest
from playwright.sync_api import expect

from producers.consents.models import Consent, ConsentProof
from tests import factories
from tests.factories.consents import MARK, translation
from tests.journeys.officer_steps import QUESTIONS
from tests.journeys.window import Window

pytestmark = pytest.mark.browser
SECONDS = 2


def test_her_answer_is_recorded_with_the_microphone(open_window, nua_ngam, tuan, quan):
    translation(quan)
    ban = factories.producer("Bà Lường Thị Ban", nua_ngam, consents="", created_by=tuan, languages=["blt"])
    window = open_window()
    window.sign_in("tuan")
    window.go(f"/can-bo/nguoi-ban/{ban.pk}/dong-y/")
    window.sees(f"{MARK}: doc-goods", re.compile("Một: tôi ghi hàng của bà con"))
    answer(window)
    find_the_microphone_in_use(window)
    record(window)
    window.looks_right("ghi-am")
    window.submit("Ghi câu trả lời của bà con")

    proof = ConsentProof.objects.get()
    assert Consent.objects.get().translation.number == 1
    assert SECONDS * 0.5 < seconds_of(proof) < SECONDS * 3
    window.page.get_by_text("Các lần đã hỏi (1)").click()
    heard(window)
    window.follow(re.compile("Xem và in phiếu"))
    window.sees(f"{MARK}: doc-goods", re.compile(r"Bản dịch 1: Lò Văn Thử \(giáo viên\)"))
    window.looks_right("phieu-dong-y")


def answer(window: Window) -> None:
    """A yes to everything, in Thái Đen, before a neighbour."""
    for question in QUESTIONS:
        window.choose(re.compile(question), "Có")
    window.page.get_by_label("Đã đọc bằng tiếng nào?").select_option(label="Thái Đen")
    window.fill("Tên người làm chứng", "Lò Văn Chứng")


def find_the_microphone_in_use(window: Window) -> None:
    """Be told that there is none now, and how to go on without."""
    window.page.evaluate("() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('in use')); }")
    window.page.get_by_role("button", name="Ghi âm ngay").click()
    says(window, "Chưa mở được micrô. Có thể ghi bằng ứng dụng của máy rồi chọn tệp ở trên.")
    window.page.evaluate("delete navigator.mediaDevices.getUserMedia")


def record(window: Window) -> None:
    """Record anew after a first try, as people do: only the last recording counts."""
    for start, milliseconds in (("Ghi âm ngay", 100), ("Ghi lại từ đầu", SECONDS * 1000)):
        window.page.get_by_role("button", name=start).click()
        says(window, "Đang ghi âm…")
        window.page.wait_for_timeout(milliseconds)
        window.page.get_by_role("button", name="Dừng ghi").click()
        says(window, "Đã ghi xong. Bấm nút ở cuối trang để gửi.")
    assert window.box("Ghi âm câu trả lời").evaluate("input => [input.files.length, input.files[0].name]") == [
        1,
        "ghi-am.webm",
    ]


def says(window: Window, words: str) -> None:
    """The page says so where ears hear it."""
    expect(window.page.get_by_role("status").filter(has_text=words)).to_be_visible()


def seconds_of(proof: ConsentProof) -> float:
    """How long the kept file sounds, decoded to its end; it is written anew as MP3."""
    with av.open(BytesIO(proof.file.read())) as kept:
        assert kept.format.name == "mp3"
        return sum(frame.samples / frame.sample_rate for frame in kept.decode(audio=0))


def heard(window: Window) -> None:
    """Press play and wait until the sound moves."""
    player = window.page.get_by_role("button", name=re.compile("Nghe câu trả lời"))
    with window.page.expect_response(re.compile("/bang-chung/")) as sent:
        player.click()
    assert (sent.value.status in (200, 206), sent.value.headers["content-type"]) == (True, "audio/mpeg")
    expect(player).to_have_attribute("style", re.compile("--phan: *[1-9]"))

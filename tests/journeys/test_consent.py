"""An officer asks, adds her recorded answer and the photo of her thumb-print; both are heard and seen on her page."""

import re
import wave
from pathlib import Path

import pytest

from producers.consents.models import ConsentProof
from tests import factories
from tests.journeys.photos import take_photos

pytestmark = pytest.mark.browser


def test_an_answer_with_her_voice_and_her_thumb_print(open_window, nua_ngam, tuan, quan, tmp_path):
    voice = spoken(tmp_path / "tra-loi.wav")
    muon = factories.producer("Bà Quàng Thị Mươn", nua_ngam, consents="", created_by=tuan, languages=["lo"])
    window = open_window()
    window.sign_in("tuan")
    window.go(f"/can-bo/nguoi-ban/{muon.pk}/dong-y/")
    for number in range(5):
        window.page.locator(".co-khong-hai").nth(number).get_by_text("Có", exact=True).click()
    window.page.get_by_label(re.compile("Đã đọc bằng tiếng nào")).select_option("lo")
    window.fill("Tên người làm chứng", "Lò Văn Chứng")
    window.box("Ghi âm câu trả lời").set_input_files(voice)
    window.box("Ảnh chữ ký hoặc dấu vân tay").set_input_files(take_photos(tmp_path, 1)[0])
    window.looks_right("dong-y-bang-chung")
    window.submit("Ghi câu trả lời của bà con")
    with window.page.expect_response(re.compile("/bang-chung/")) as picture:
        window.page.get_by_text("Các lần đã hỏi (1)").click()
        window.page.locator(".bang-chung img").scroll_into_view_if_needed()
    assert (picture.value.status, picture.value.headers["content-type"]) == (200, "image/webp")
    window.looks_right("dong-y-da-ghi")
    assert set(ConsentProof.objects.values_list("kind", flat=True)) == {"picture", "voice"}

    quans = open_window()
    quans.go("/quan-tri/loi-doc/")
    quans.fill("Số điện thoại hoặc e-mail", "quan")
    quans.fill("Mật khẩu", "cho-phien")
    quans.submit("Đăng nhập", within=quans.page.get_by_role("main"))
    quans.looks_right("loi-doc")
    quans.follow("Tải lên bản đọc Lào")
    quans.fill("Tên người đọc", "Lò Văn Inh")
    quans.box("Tệp ghi âm").set_input_files(voice)
    quans.looks_right("loi-doc-tai-len")
    quans.submit("Giữ bản đọc này")
    quans.sees(re.compile("Lò Văn Inh đọc"))


def spoken(path: Path) -> Path:
    """Two seconds of a quiet room."""
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(b"\x80" * 16000)
    return path

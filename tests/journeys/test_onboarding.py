"""Step 1: Tuấn brings in a producer who has no phone, no e-mail and no login, and writes down what she agrees to."""

import re

import pytest

from producers.consents.models import Consent
from producers.consents.queries import consents_of
from producers.directory.models import Producer
from tests.journeys.officer_steps import choose_commune, type_commune, write_consent_down, write_producer_down

pytestmark = pytest.mark.browser


def test_a_producer_without_a_phone_is_brought_in(open_window, tuan):
    window = open_window()
    window.sign_in("tuan")
    window.looks_right("viec-hom-nay")
    window.follow("Thêm người bán")
    with window.refused():
        window.submit("Lưu và hỏi sự đồng ý")
    assert window.error_beside("Tên người bán") == "Lỗi: Hãy gõ tên người bán."
    window.looks_right("them-nguoi-ban-thieu")
    write_producer_down(window, "Bà Giàng Thị Mỷ")
    choose_commune(window, "thi tran tua chua", "Xã Tủa Chùa, Điện Biên")
    window.submit("Lưu và hỏi sự đồng ý")

    my = Producer.objects.get()
    assert (my.name, my.commune_id, my.village, my.phone) == ("Bà Giàng Thị Mỷ", "03217", "bản Đun Nưa", "")
    assert (my.languages, my.created_by, my.point.name) == (["hmn"], tuan, "Điểm hỗ trợ xã Núa Ngam")
    window.looks_right("hoi-dong-y")
    with window.refused():
        write_consent_down(
            window, witness="Lường Văn Tuấn", refuses=["Cho chợ dùng hoa văn để trang trí", "Ghi dân tộc của người bán"]
        )
    assert "phải là người khác" in window.error_beside("Tên người làm chứng")
    assert Consent.objects.count() == 0
    window.looks_right("hoi-dong-y-sai")
    window.fill("Tên người làm chứng", "Giàng A Chống")
    window.submit("Ghi câu trả lời của bà con")

    window.sees("Đã ghi câu trả lời của Bà Giàng Thị Mỷ.", re.compile("Không · Cho chợ dùng hoa văn"))
    window.looks_right("nguoi-ban")
    consent = Consent.objects.get()
    assert (consent.witness_name, consent.language_read, consent.text.version) == ("Giàng A Chống", "hmn", 2)
    assert (consent.recorded_by, consent.at_point) == (tuan, my.point)
    assert consents_of([my])[my.pk] == {"goods", "name_and_picture", "voice"}


def test_whoever_looks_like_her_is_shown_first(open_window, tuan, mai):
    window = open_window()
    window.sign_in("tuan")
    window.go("/can-bo/nguoi-ban/them/")
    write_producer_down(window, "Lo Thi Mai")
    window.submit("Lưu và hỏi sự đồng ý")
    window.sees("Có phải người này không?", "Bà Lò Thị Mai")
    window.looks_right("giong-nhau")
    window.submit("Quay lại sửa")
    assert window.value_of("Tên người bán") == "Lo Thi Mai"
    assert window.value_of("Thôn, bản") == "bản Đun Nưa"
    window.submit("Lưu và hỏi sự đồng ý")
    window.follow(re.compile("Đúng, mở người này"))
    window.sees("Bà Lò Thị Mai")
    assert list(Producer.objects.all()) == [mai]

    window.go("/can-bo/nguoi-ban/them/")
    write_producer_down(window, "Lo Thi Mai")
    window.submit("Lưu và hỏi sự đồng ý")
    window.submit("Không, đây là người khác")
    window.sees("Lo Thi Mai nghe, rồi tự trả lời từng việc.")
    assert set(Producer.objects.values_list("name", flat=True)) == {"Bà Lò Thị Mai", "Lo Thi Mai"}
    window.go("/can-bo/nguoi-ban/")
    window.looks_right("nguoi-ban-tat-ca")


def test_an_old_name_is_understood_without_scripts(open_window, tuan):
    window = open_window(java_script_enabled=False)
    window.sign_in("tuan")
    window.go("/can-bo/nguoi-ban/them/")
    write_producer_down(window, "Bà Giàng Thị Mỷ")
    type_commune(window, "thị trấn Tủa Chùa")
    window.submit("Lưu và hỏi sự đồng ý")
    assert Producer.objects.get().commune_id == "03217"

    window.go("/can-bo/nguoi-ban/them/")
    write_producer_down(window, "Ông Vàng A Sùng")
    type_commune(window, "Mường Chà", province="Điện Biên")
    with window.refused():
        window.submit("Lưu và hỏi sự đồng ý")
    window.sees("Có nhiều nơi tên như vậy. Hãy chọn một nơi.")
    window.looks_right("chon-mot-noi")
    window.choose("Chọn một nơi", re.compile("Xã Na Sang, Điện Biên"))
    window.submit("Lưu và hỏi sự đồng ý")
    assert Producer.objects.get(name="Ông Vàng A Sùng").commune.name == "Na Sang"

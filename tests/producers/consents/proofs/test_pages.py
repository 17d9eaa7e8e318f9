"""The officer adds a recording and a photo to the answers; what is wrong with a file is said at its field."""

from io import BytesIO

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from common.pictures import uploads
from producers.consents.models import Consent, ConsentProof
from tests import factories
from tests.people import signed_in

ANSWERS = {
    "goods": "yes",
    "name_and_picture": "no",
    "voice": "yes",
    "motif": "no",
    "ethnicity": "no",
    "language_read": "lo",
    "witness_name": "Lò Văn Chứng",
    "text": "bản 2 (vi)",
}


@pytest.fixture
def muon(nua_ngam, tuan):
    """Mươn, who has been asked nothing yet."""
    return factories.producer("Bà Quàng Thị Mươn", nua_ngam, consents="", created_by=tuan, languages=["lo", "vi"])


@pytest.fixture
def send(muon, tuan):
    def send(**more):
        return signed_in(tuan).post(f"/can-bo/nguoi-ban/{muon.pk}/dong-y/", {**ANSWERS, **more})

    return send


def named(content, name):
    file = BytesIO(content)
    file.name = name
    return file


def test_both_are_kept_with_the_answers(send, muon, tuan):
    response = send(recording=factories.voice_file(), signature=factories.photo_file())
    assertRedirects(response, f"/can-bo/nguoi-ban/{muon.pk}/")
    proofs = Consent.objects.get().proofs.order_by("kind")
    assert [(each.kind, each.added_by, each.file.name[-5:]) for each in proofs] == [
        ("picture", tuan, ".webp"),
        ("voice", tuan, proofs[1].file.name[-5:]),
    ]
    assert proofs[1].file.read()[:3] == b"ID3"


def test_neither_is_needed(send):
    assert send().status_code == 302
    assert not ConsentProof.objects.exists()


@pytest.mark.parametrize(
    ("field", "file", "words"),
    [
        ("recording", lambda: named(b"xin chao " * 9, "loi.mp3"), "không phải bản ghi âm"),
        ("recording", factories.photo_file, "không phải bản ghi âm"),
        ("recording", lambda: named(factories.voice_file(".webm").read()[:200], "gay.webm"), "hoặc đã hỏng"),
        ("recording", lambda: named(b"", "trong.mp3"), "Tệp này trống"),
        ("signature", factories.voice_file, "không phải ảnh JPEG"),
        ("signature", lambda: named(factories.photo_file().read()[:2000], "gay.jpg"), "Ảnh bị hỏng"),
    ],
)
def test_a_bad_file_is_told_at_its_field_and_nothing_typed_is_lost(send, field, file, words):
    response = send(**{field: file()})
    assert response.status_code == 422
    form = response.context["form"]
    assert words in form.errors[field][0]
    assert set(form.errors) == {field}
    assertContains(response, 'value="Lò Văn Chứng"', status_code=422)
    assert not Consent.objects.exists()


def test_a_good_file_is_to_be_chosen_again_when_something_else_is_wrong(send):
    response = send(witness_name="", recording=factories.voice_file(), signature=factories.photo_file())
    errors = response.context["form"].errors
    assert set(errors) == {"witness_name", "recording", "signature"}
    assert "Sửa xong, xin chọn lại tệp." in errors["recording"][0]
    assert response.status_code == 422
    assert not ConsentProof.objects.exists()


def test_a_file_that_weighs_too_much_is_told_too(send, monkeypatch):
    monkeypatch.setattr(uploads, "MAX_BYTES", 3000)
    form = send(recording=factories.voice_file(), signature=factories.photo_file()).context["form"]
    assert "nặng quá" in form.errors["recording"][0]
    assert "quá nặng" in form.errors["signature"][0]
    assert form.data["witness_name"] == "Lò Văn Chứng"


def test_the_page_asks_for_them_without_scripts(muon, tuan):
    response = signed_in(tuan).get(f"/can-bo/nguoi-ban/{muon.pk}/dong-y/")
    assertContains(response, 'enctype="multipart/form-data"')
    assertContains(response, 'accept="audio/*"')
    assertContains(response, "Chưa có bản ghi âm Lào: cán bộ hoặc người phiên dịch đọc.")
    assertNotContains(response, "data-nghe")

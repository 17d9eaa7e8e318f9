"""The text is read out, the answers are written down, and each can be taken back."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from producers.consents.models import Consent, ConsentText
from producers.consents.queries import consents_of
from tests import factories
from tests.people import signed_in


@pytest.fixture
def muon(nua_ngam, tuan):
    """Mươn, who speaks Lao and has been asked nothing yet."""
    return factories.producer("Bà Quàng Thị Mươn", nua_ngam, consents="", created_by=tuan, languages=["lo", "vi"])


def page(producer):
    return f"/can-bo/nguoi-ban/{producer.pk}/dong-y/"


def answered(**more):
    return {
        "goods": "yes",
        "name_and_picture": "no",
        "voice": "yes",
        "motif": "no",
        "ethnicity": "no",
        "language_read": "lo",
        "witness_name": "Lò Văn Chứng",
        "text": "bản 2 (vi)",
        **more,
    }


def agrees_to(producer):
    return consents_of([producer])[producer.pk]


def test_the_text_in_force_is_read_out_and_nothing_is_chosen_beforehand(muon, tuan):
    response = signed_in(tuan).get(page(muon))
    assertContains(response, "Chào bà con. Tôi là cán bộ điểm hỗ trợ của xã.")
    assertContains(response, "Toàn văn, bản 2 từ 26/11/2026")
    assertContains(response, "Không nói gì nghĩa là không đồng ý.")
    assertNotContains(response, "checked")
    assert ConsentText.objects.get().version == 2


def test_who_speaks_another_language_is_read_to_through_an_interpreter(muon, tuan):
    client = signed_in(tuan)
    assertContains(client.get(page(muon)), "Chưa có bản viết bằng tiếng này (Lào).")
    assertNotContains(client.get(page(muon), {"tieng": "vi"}), "Chưa có bản viết")
    assertContains(client.get(page(muon), {"tieng": "vi"}), '<option value="vi" selected>')
    assertContains(client.get(page(muon), {"tieng": "<x>"}), "(Lào)")


def test_the_answers_are_written_down_as_given(muon, tuan, nua_ngam):
    response = signed_in(tuan).post(page(muon), answered())
    assertRedirects(response, f"/can-bo/nguoi-ban/{muon.pk}/")
    assert agrees_to(muon) == {"goods", "voice"}
    consent = Consent.objects.get()
    assert (consent.language_read, consent.witness_name, consent.recorded_by, consent.at_point) == (
        "lo",
        "Lò Văn Chứng",
        tuan,
        nua_ngam,
    )


def test_no_to_everything_is_an_answer(muon, tuan):
    signed_in(tuan).post(page(muon), answered(goods="no", voice="no"))
    assert Consent.objects.count() == 1
    assert agrees_to(muon) == frozenset()


@pytest.mark.parametrize("question", ["goods", "name_and_picture", "voice", "motif", "ethnicity"])
@pytest.mark.parametrize("answer", ["", "maybe"])
def test_every_question_wants_its_answer(muon, tuan, question, answer):
    response = signed_in(tuan).post(page(muon), answered(**{question: answer}))
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {question}
    assertContains(response, 'value="Lò Văn Chứng"', status_code=422)
    assert not Consent.objects.exists()


@pytest.mark.parametrize("witness", ["Lường Văn Tuấn", "anh Tuấn Lường Văn", "Quàng Thị Mươn"])
def test_neither_the_officer_nor_the_producer_is_the_witness(muon, tuan, witness):
    response = signed_in(tuan).post(page(muon), answered(witness_name=witness))
    assert response.context["form"].errors == {
        "witness_name": ["Người làm chứng phải là người khác, không phải cán bộ ghi hay người bán."]
    }
    assert not Consent.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"witness_name": " "}, "witness_name", "Hãy gõ tên người làm chứng."),
        ({"language_read": ""}, "language_read", "Hãy chọn tiếng đã đọc."),
        (
            {"text": "bản 0 (vi)"},
            "__all__",
            "Bản đồng ý vừa được thay. Xin đọc lại bản mới cho bà con nghe rồi ghi lại.",
        ),
    ],
)
def test_what_is_missing_is_said(muon, tuan, wrong, field, words):
    response = signed_in(tuan).post(page(muon), answered(**wrong))
    assert response.status_code == 422
    assert response.context["form"].errors == {field: [words]}
    assert not Consent.objects.exists()


def test_a_new_answer_replaces_the_old_ones(muon, tuan):
    client = signed_in(tuan)
    client.post(page(muon), answered())
    client.post(page(muon), answered(goods="no", motif="yes"))
    assert agrees_to(muon) == {"voice", "motif"}


def test_one_answer_is_taken_back_after_asking_once_more(mai, tuan):
    client = signed_in(tuan)
    assertContains(client.get(f"{page(mai)}goods/rut/"), "Hàng đang bán thôi hiện với người mua ngay bây giờ.")
    assert agrees_to(mai) == {"goods", "name_and_picture"}
    response = client.post(f"{page(mai)}goods/rut/", {"reason": "Bà đổi ý"})
    assertRedirects(response, f"/can-bo/nguoi-ban/{mai.pk}/")
    assert agrees_to(mai) == {"name_and_picture"}


def test_a_reason_has_a_length(mai, tuan):
    response = signed_in(tuan).post(f"{page(mai)}goods/rut/", {"reason": "a" * 301})
    assert response.status_code == 422
    assert agrees_to(mai) == {"goods", "name_and_picture"}


@pytest.mark.parametrize("scope", ["voice", "everything"])
def test_what_was_never_given_cannot_be_taken_back(mai, tuan, scope):
    client = signed_in(tuan)
    assert client.get(f"{page(mai)}{scope}/rut/").status_code == 404
    assert client.post(f"{page(mai)}{scope}/rut/").status_code == 404


@pytest.mark.parametrize("who", ["bao", "an", "linh", "thanh"])
@pytest.mark.parametrize("what", ["", "goods/rut/"])
def test_nobody_else_asks_or_takes_back(mai, who, what, request):
    client = signed_in(request.getfixturevalue(who))
    assert client.get(page(mai) + what).status_code == 404
    assert client.post(page(mai) + what, answered()).status_code == 404
    assert client.get("/can-bo/nguoi-ban/rut-dong-y/?q=mai").status_code == 404
    assert (Consent.objects.count(), agrees_to(mai)) == (1, {"goods", "name_and_picture"})


def test_the_producer_takes_back_with_her_own_login_and_answers_for_nobody(mai, pao, an):
    mai.partner.users.add(an)
    client = signed_in(an)
    assertContains(client.get(f"/can-bo/nguoi-ban/{mai.pk}/"), f"{page(mai)}goods/rut/")
    assertRedirects(client.post(f"{page(mai)}goods/rut/"), f"/can-bo/nguoi-ban/{mai.pk}/")
    assert agrees_to(mai) == {"name_and_picture"}
    assert client.post(page(mai), answered()).status_code == 404
    assert client.post(f"{page(pao)}goods/rut/").status_code == 404
    assert (Consent.objects.filter(producer=mai).count(), "goods" in agrees_to(pao)) == (1, True)


def test_who_phones_the_market_is_found_by_name_and_taken_at_her_word(mai, quan):
    client, by_phone = signed_in(quan), "/can-bo/nguoi-ban/rut-dong-y/"
    assertNotContains(client.get(by_phone), "Lò Thị Mai")
    assertContains(client.get(f"{by_phone}?q=lo+mai"), f"{page(mai)}goods/rut/")
    assertNotContains(client.get(f"{by_phone}?q=lo+mai"), f"{page(mai)}voice/rut/")
    assertRedirects(client.post(f"{page(mai)}goods/rut/", {"reason": "Gọi điện"}), by_phone)
    assert agrees_to(mai) == {"name_and_picture"}
    assert client.post(page(mai), answered()).status_code == 404


@pytest.mark.parametrize("what", ["", "goods/rut/"])
def test_a_visitor_is_sent_to_sign_in(mai, visitor, what):
    assert visitor.post(page(mai) + what).headers["Location"] == f"/tai-khoan/vao/?next={page(mai)}{what}"
    assert agrees_to(mai) == {"goods", "name_and_picture"}

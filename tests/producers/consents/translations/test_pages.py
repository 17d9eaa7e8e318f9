"""An administrator brings a translation in; an officer reads it beside the Vietnamese; the record shows those words."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from producers.consents.models import Consent, ConsentTranslation
from producers.consents.translations.services import retire_translation
from tests import factories
from tests.factories.consents import MARK, translated_parts, translation
from tests.people import signed_in

ADD = "/quan-tri/loi-doc/2/blt/ban-dich/"
EVERYBODY_ELSE = ["tuan", "chu", "bao", "linh", "thanh", "an"]


def typed(**more):
    about = {
        "translator_name": "Lò Văn Thử",
        "translator_role": "giáo viên",
        "translated_date": "2026-11-20",
        "checker_name": "Cà Thị Kiểm",
    }
    return {**translated_parts(), **about, **more}


@pytest.fixture
def ban(nua_ngam, tuan):
    """Ban, who speaks Thái Đen and has been asked nothing yet."""
    return factories.producer("Bà Lường Thị Ban", nua_ngam, consents="", created_by=tuan, languages=["blt"])


def page(producer):
    return f"/can-bo/nguoi-ban/{producer.pk}/dong-y/"


def answers(text="bản 2 (vi), 1 (blt)", **more):
    every = dict.fromkeys(("goods", "name_and_picture", "voice", "motif", "ethnicity"), "yes")
    return {**every, "language_read": "blt", "witness_name": "Lò Văn Chứng", "text": text, **more}


def test_it_is_typed_piece_by_piece_and_shown_beside_the_vietnamese(quan):
    client = signed_in(quan)
    assertContains(client.get(ADD), "Một: tôi ghi hàng của bà con lên chợ")
    response = client.post(ADD, typed())
    made = ConsentTranslation.objects.get()
    assertRedirects(response, f"/quan-tri/loi-doc/ban-dich/{made.pk}/")
    shown = client.get(f"/quan-tri/loi-doc/ban-dich/{made.pk}/")
    assertContains(shown, f"{MARK}: doc-goods")
    assertContains(shown, "Lò Văn Thử (giáo viên) dịch xong 20/11/2026, Cà Thị Kiểm kiểm tra.")
    assertContains(client.get("/quan-tri/loi-doc/"), "Bản dịch 1 của Lò Văn Thử, 20/11/2026")


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"doc-voice": ""}, "doc-voice", "Phần này chưa dịch."),
        ({"toan-van-8": "Một dòng thôi"}, "toan-van-8", "Dòng đầu là đề mục; xuống dòng rồi mới tới lời."),
        ({"checker_name": "Lò Văn Thử"}, "checker_name", "Người kiểm tra phải là người khác, không phải người dịch."),
        ({"translated_date": "2999-01-01"}, "translated_date", "Ngày này chưa tới."),
        ({"translator_role": " "}, "translator_role", "Hãy ghi người dịch là ai."),
    ],
)
def test_what_is_wrong_is_told_at_its_box_and_nothing_typed_is_lost(quan, wrong, field, words):
    response = signed_in(quan).post(ADD, typed(**wrong))
    assert (response.status_code, response.context["form"].errors) == (422, {field: [words]})
    assertContains(response, f"{MARK}: doc-goods</textarea>", status_code=422)
    assert not ConsentTranslation.objects.exists()


def test_a_corrected_one_starts_from_the_last_and_is_the_next(quan):
    client = signed_in(quan)
    client.post(ADD, typed())
    assertContains(client.get(ADD), f"{MARK}: doc-goods</textarea>")
    assertContains(client.post(ADD, typed()), "giống hệt bản đang dùng", status_code=422)
    client.post(ADD, typed(**{"doc-goods": "Lời thử đã sửa"}))
    first, second = ConsentTranslation.objects.order_by("number")
    assert (first.parts["doc-goods"], second.parts["doc-goods"]) == (f"{MARK}: doc-goods", "Lời thử đã sửa")
    assertContains(client.get(f"/quan-tri/loi-doc/ban-dich/{first.pk}/"), "Đã có bản mới")


@pytest.mark.parametrize("where", ["1/blt/", "9/blt/", "2/vi/", "2/xx/"])
def test_nothing_is_translated_that_is_not_read(quan, where):
    client = signed_in(quan)
    assert client.get(f"/quan-tri/loi-doc/{where}ban-dich/").status_code == 404
    assert client.post(f"/quan-tri/loi-doc/{where}ban-dich/", typed()).status_code == 404
    assert not ConsentTranslation.objects.exists()


@pytest.mark.parametrize("who", EVERYBODY_ELSE)
def test_administrators_alone_bring_in_and_take_out(who, quan, request):
    client, made = signed_in(request.getfixturevalue(who)), translation(quan)
    for address in (ADD, f"/quan-tri/loi-doc/ban-dich/{made.pk}/"):
        assert client.get(address).status_code == 403
        assert client.post(address, typed(**{"doc-goods": "Lời khác", "reason": "Sai"})).status_code == 403
    assert list(ConsentTranslation.objects.values_list("number", "parts", "retired_at")) == [
        (1, translated_parts(), None)
    ]


def test_taken_out_of_use_it_stays_to_be_read(quan):
    client, made = signed_in(quan), translation(quan)
    address = f"/quan-tri/loi-doc/ban-dich/{made.pk}/"
    assertContains(client.post(address, {"reason": ""}), "Hãy ghi vì sao.", status_code=422)
    assertRedirects(client.post(address, {"reason": "Sai câu 2"}), address)
    assertContains(client.get(address), "Đã thôi dùng")
    assertContains(client.get(address), f"{MARK}: doc-goods")
    assertContains(client.post(address, {"reason": "Lại"}), "Bản này không còn được dùng.", status_code=422)


def test_the_officer_reads_it_and_the_record_shows_these_words(ban, tuan, quan, linh):
    translation(quan)
    shown = signed_in(tuan).get(page(ban))
    assertContains(shown, f"{MARK}: doc-goods")
    assertContains(shown, "Một: tôi ghi hàng của bà con lên chợ")
    assertNotContains(shown, "Chưa có bản viết bằng tiếng này")
    assertRedirects(signed_in(tuan).post(page(ban), answers()), f"/can-bo/nguoi-ban/{ban.pk}/")
    consent = Consent.objects.get()
    assert (consent.language_read, consent.translation.number) == ("blt", 1)
    translation(quan, mark="Lời thử đã sửa")
    for who in (tuan, linh, quan):
        sheet = signed_in(who).get(f"/can-bo/nguoi-ban/dong-y/{consent.pk}/")
        assertContains(sheet, f"{MARK}: doc-goods")
        assertContains(sheet, "Bản dịch 1: Lò Văn Thử (giáo viên)")
        assertNotContains(sheet, "Lời thử đã sửa")


def test_without_a_translation_somebody_says_the_text_again(ban, tuan):
    assertContains(signed_in(tuan).get(page(ban)), "Chưa có bản viết bằng tiếng này (Thái Đen)")
    signed_in(tuan).post(page(ban), answers("bản 2 (vi)", interpreter_name="Lò Văn Nói"))
    consent = Consent.objects.get()
    assert (consent.translation, consent.interpreter_name) == (None, "Lò Văn Nói")
    sheet = signed_in(tuan).get(f"/can-bo/nguoi-ban/dong-y/{consent.pk}/")
    assertContains(sheet, "người phiên dịch nói lại bản tiếng Việt")
    assertContains(sheet, "Một: tôi ghi hàng của bà con lên chợ")


def test_what_was_heard_in_another_language_rests_on_no_translation(ban, tuan, quan):
    translation(quan)
    signed_in(tuan).post(page(ban), answers(language_read="hmn"))
    assert (Consent.objects.get().language_read, Consent.objects.get().translation) == ("hmn", None)


def test_a_language_that_is_written_is_offered_to_everybody(ban, tuan, quan):
    translation(quan, language="hmn")
    assertContains(signed_in(tuan).get(page(ban)), 'href="?tieng=hmn"')
    assertContains(signed_in(tuan).get(page(ban), {"tieng": "hmn"}), f"{MARK}: doc-goods")
    assertNotContains(signed_in(tuan).get(page(ban)), 'href="?tieng=lo"')


@pytest.mark.parametrize("what", ["corrected", "retired"])
def test_words_that_are_no_longer_read_are_read_anew(ban, tuan, quan, what):
    made = translation(quan)
    if what == "corrected":
        translation(quan, mark="Lời thử đã sửa")
    else:
        retire_translation(made, by=quan, reason="Sai")
    response = signed_in(tuan).post(page(ban), answers())
    assertContains(response, "Bản đồng ý vừa được thay.", status_code=422)
    assert not Consent.objects.exists()


@pytest.mark.parametrize("who", ["bao", "giang", "an", "chu"])
def test_nobody_of_another_place_sees_the_sheet(mai, who, request):
    sheet = f"/can-bo/nguoi-ban/dong-y/{mai.consents.get().pk}/"
    assert signed_in(request.getfixturevalue(who)).get(sheet).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_officer_s_page_asks_once_for_all_translations(ban, tuan, quan, count, django_assert_num_queries):
    for language in ["blt", "hmn", "lo"][:count]:
        translation(quan, language=language)
    client = signed_in(tuan)
    client.get(page(ban))
    with django_assert_num_queries(7):
        client.get(page(ban))

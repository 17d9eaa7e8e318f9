"""A translation has a number for ever; a corrected one is the next; an answer says which of them was heard."""

from datetime import date

import pytest

from common.audit.models import AuditEntry, NeverChanged
from common.audit.sentences import told as told_in_words
from common.voices.intake import Recording
from producers.consents.models import Consent, ConsentReading, ConsentTranslation
from producers.consents.readings.services import AlreadyHeard, keep_reading
from producers.consents.services import NotThatText, current_text, record_consent
from producers.consents.states import ConsentScope
from producers.consents.translations import services
from producers.consents.translations.queries import translations_in_use
from tests.factories.consents import MARK, translated_parts, translation

ALL = dict.fromkeys(ConsentScope.values, True)
SOUND = Recording(b"opus", b"mp3", 28)


def answered(producer, heard, by, language="blt"):
    about = {"language_read": language, "witness_name": "Lò Văn Chứng", "translation": heard}
    return record_consent(producer, answers=ALL, text=current_text("vi"), by=by, **about)


def test_it_is_numbered_kept_tidy_and_told(quan):
    made = translation(quan, mark="Lời thư\u0309  của\u200b  bà")
    assert (made.version, made.language, made.number, made.added_by) == (2, "blt", 1, quan)
    assert made.parts["doc-goods"] == "Lời thử của bà: doc-goods"
    assert made.parts["toan-van-1"] == "Đề mục thử\nLời thử của bà: toan-van-1"
    entry = told_in_words(AuditEntry.objects.get())
    assert entry.whole == "Trần Quân nhập bản dịch lời xin phép: bản 2, bản dịch 1 (Thái Đen)"
    assert {label: after for label, _, after in entry.changes} == {
        "Đọc bằng tiếng": "Thái Đen",
        "Bản dịch số": "1",
        "Người dịch": "Lò Văn Thử",
        "Người dịch là": "giáo viên",
        "Ngày dịch xong": "20/11/2026",
        "Người kiểm tra bản dịch": "Cà Thị Kiểm",
    }


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"language": "vi"}, services.NotALanguage),
        ({"language": "en"}, services.NotALanguage),
        ({"parts": {**translated_parts(), "doc-voice": " \n "}}, services.PartMissing),
        ({"checker_name": "ông Thử Lò Văn"}, services.CheckerNotFree),
    ],
)
def test_what_is_no_whole_checked_translation_is_refused(quan, wrong, error):
    right = {
        "language": "blt",
        "parts": translated_parts(),
        "translator_name": "Lò Văn Thử",
        "translator_role": "giáo viên",
        "translated_date": date(2026, 11, 20),
        "checker_name": "Cà Thị Kiểm",
    }
    with pytest.raises(error):
        services.add_translation(2, by=quan, **{**right, **wrong})
    assert (ConsentTranslation.objects.count(), AuditEntry.objects.count()) == (0, 0)


def test_the_same_words_are_not_kept_twice(quan):
    translation(quan)
    with pytest.raises(services.NothingNew):
        translation(quan)
    assert (ConsentTranslation.objects.count(), AuditEntry.objects.count()) == (1, 1)


def test_an_answer_keeps_the_words_that_were_heard_when_they_are_corrected(mai, tuan, quan, told):
    first = translation(quan)
    old = answered(mai, first, tuan)
    second = translation(quan, mark=f"{MARK}, đã sửa")
    assert (second.number, translations_in_use(2)["blt"]) == (2, second)
    old.refresh_from_db()
    assert old.translation.parts == translated_parts()
    new = answered(mai, second, tuan)
    assert new.translation.number == 2
    entry = AuditEntry.objects.filter(action="consent.recorded").latest("pk")
    assert (entry.after["language"], entry.after["translation"]) == ("blt", 2)


def test_nothing_of_it_is_ever_changed(quan):
    made = translation(quan)
    made.parts = translated_parts("Lời khác")
    for change in (
        made.save,
        made.delete,
        lambda: made.save(update_fields=["parts"]),
        ConsentTranslation.objects.all().delete,
        lambda: ConsentTranslation.objects.update(number=7),
    ):
        with pytest.raises(NeverChanged):
            change()
    made.refresh_from_db()
    assert (made.number, made.parts) == (1, translated_parts())


@pytest.mark.parametrize("language", ["hmn", "vi"])
def test_no_answer_rests_on_words_in_another_language(mai, tuan, quan, told, language):
    heard = translation(quan)
    with pytest.raises(NotThatText):
        answered(mai, heard, tuan, language)
    assert Consent.objects.filter(producer=mai).count() == 1
    assert not AuditEntry.objects.filter(action="consent.recorded").exists()


def test_one_with_a_mistake_is_taken_out_of_use_once(quan):
    first, second = translation(quan), translation(quan, mark="Lời sai")
    with pytest.raises(services.NotInUse):
        services.retire_translation(first, by=quan, reason="Cũ")
    services.retire_translation(second, by=quan, reason="Dịch sai câu 2")
    with pytest.raises(services.NotInUse):
        services.retire_translation(second, by=quan, reason="Lại")
    assert translations_in_use(2) == {}
    entry = AuditEntry.objects.get(action="consent.translation_retired")
    assert (entry.reason, entry.after) == ("Dịch sai câu 2", {"language": "blt", "translation": 2})
    assert translation(quan, mark="Lời sai").number == 3


def test_a_reading_is_put_anew_until_somebody_has_answered_to_it(mai, tuan, quan, told):
    made = translation(quan)
    other = keep_reading(2, "blt", SOUND, reader_name="Trước bản dịch", by=quan)
    answered(mai, made, tuan)
    read = keep_reading(2, "blt", SOUND, reader_name="Lò Văn Inh", by=quan, translation=made)
    again = keep_reading(2, "blt", SOUND, reader_name="Cà Thị Ọi", by=quan, translation=made)
    assert (read.pk, again.reader_name) == (again.pk, "Cà Thị Ọi")
    answered(mai, made, tuan)
    with pytest.raises(AlreadyHeard):
        keep_reading(2, "blt", SOUND, reader_name="Người thứ ba", by=quan, translation=made)
    assert set(ConsentReading.objects.values_list("pk", "reader_name")) == {
        (other.pk, "Trước bản dịch"),
        (read.pk, "Cà Thị Ọi"),
    }
    keep_reading(2, "blt", SOUND, reader_name="Bản sửa", by=quan, translation=translation(quan, mark="Lời sửa"))

"""Words that promise too much are found however they are typed, and only where they promise."""

import unicodedata
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.wordlists.finding import found_in
from catalog.wordlists.lists import WordKind, all_words, words_on
from catalog.wordlists.marking import marked
from catalog.wordlists.syllables import syllables
from common.text import fold, normalise

TODAY = date(2026, 11, 26)
BANNED = [word for word in all_words() if word.kind == WordKind.BANNED]
SPELLINGS = {
    "as it is": str,
    "capitals": str.upper,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "without marks": fold,
    "doubled spaces": lambda text: text.replace(" ", "   "),
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "dashes": lambda text: text.replace(" ", " - "),
    "stops": lambda text: text.replace(" ", "."),
    "line breaks": lambda text: text.replace(" ", "\n"),
    "invisible letters": lambda text: text[0] + "\u200b" + text[1:],
}


def banned(text: str) -> list[str]:
    return [found.typed for found in found_in(text, on=TODAY) if found.is_banned]


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("word", BANNED, ids=lambda word: word.words)
def test_every_banned_word_is_found_however_it_is_typed(word, spelling):
    text = SPELLINGS[spelling](word.words)
    if spelling == "without marks" and "%" in word.words:
        text += "%"
    assert any(found.is_banned for found in found_in(f"Trà này {text} nhé", on=TODAY))


@pytest.mark.parametrize(
    "text",
    [
        "Trà này không chữa bệnh",
        "Thực phẩm này không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh.",
        "thuc pham nay khong phai la thuoc va khong co tac dung thay the thuoc chua benh",
        "Đây chưa phải thuốc chữa bệnh",
        "Rượu chẳng trị bệnh",
    ],
)
def test_what_is_denied_is_no_promise_and_is_shown(text):
    found = found_in(text, on=TODAY)
    assert found
    assert all(each.is_denied and not each.is_banned for each in found)
    assert all(each.why.endswith("ở đây nói là không") for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Không chỉ chữa bệnh mà còn ngon",
        "Không những chữa khỏi",
        "Không bác sĩ nào chữa khỏi như trà này",
        "Không thể không chữa khỏi",
        "Không lo, chữa khỏi",
        "Không đau. Chữa khỏi",
        "Không phải là thuốc và chữa bệnh",
    ],
)
def test_a_no_that_belongs_to_something_else_denies_nothing(text):
    assert len(banned(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Bếp chưa khói",
        "chữa khỏirồi",
        "Sửa chữa, bệnh viện ở gần",
        "Gần chỗ sửa chữa bệnh viện",
        "Bà làm ở khoa trị bệnh viện huyện",
        "Thợ chữa.\n\nKhỏi phải lo",
        "Vị chua khỏi chê",
        "Thầy thuốc khen",
        "Giao 100% hàng thật",
    ],
)
def test_what_only_looks_like_a_promise_is_let_be(text):
    assert banned(text) == []


def test_half_typed_words_are_shown_and_block_nobody():
    (found,) = found_in("Trà này chữa khoi ho", on=TODAY)
    assert (found.typed, found.is_banned, found.why) == ("chữa khoi", False, "từ cần xem kỹ: lời hứa chữa bệnh")


def test_of_words_that_overlap_the_gravest_and_longest_is_kept():
    assert [found.typed for found in found_in("điều trị bệnh dứt điểm, thay thế thuốc nam", on=TODAY)] == [
        "điều trị bệnh",
        "thay thế thuốc",
    ]


def test_the_place_is_shown_with_four_syllables_around():
    (found,) = found_in("một hai ba bốn năm chữa  khỏi sáu bảy tám chín mười", on=TODAY)
    assert (found.typed, found.excerpt) == ("chữa khỏi", "hai ba bốn năm chữa khỏi sáu bảy tám chín")


def test_a_word_counts_from_its_day_to_its_day(monkeypatch):
    word = replace(next(each for each in BANNED if each.words == "thần dược"), valid_until=date(2026, 12, 31))
    monkeypatch.setattr("catalog.wordlists.lists.all_words", lambda: (word,))
    days = [date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [len(found_in("Thần dược", on=day)) for day in days] == [0, 1, 1, 0]


@given(st.text(max_size=120))
def test_any_text_is_read_without_losing_a_letter(text):
    read = list(syllables(text))
    assert all(each.start < each.end <= len(text) for each in read)
    assert all(one.end <= other.start for one, other in pairwise(read))
    rest = "".join(text[one.end : other.start] for one, other in pairwise(read))
    assert not any(char.isalnum() for char in rest)


WORDS_AND_NOISE = st.lists(
    st.sampled_from([*(word.words for word in all_words()), "bà Mẩy dệt", "không", "<b>", "&", "chè", "."]), max_size=8
)


@given(WORDS_AND_NOISE, st.sampled_from(sorted(SPELLINGS)))
def test_marks_add_only_marks(parts, spelling):
    text = " ".join(parts)
    text = SPELLINGS[spelling](text) if text else text
    html = str(marked(text, on=TODAY))
    found = found_in(text, on=TODAY)
    assert html.count("<mark>") == len(found)
    assert all(each.typed == " ".join(text[each.start : each.end].split()) for each in found)
    if not found:
        assert html == text


def test_marks_stand_in_the_text_and_explain_themselves_to_ears():
    assert marked("<b>Trà</b> đặc trị ho", on=TODAY) == (
        '&lt;b&gt;Trà&lt;/b&gt; <mark>đặc trị<span class="an"> (từ không được dùng: lời hứa chữa bệnh)</span></mark> ho'
    )


def test_the_list_is_data_without_doubles():
    words = [word.words for word in words_on(TODAY)]
    assert len(words) == len(set(words)) >= 60
    assert all(word == normalise(word).lower() for word in words)
    assert all(word.source and word.meaning for word in all_words())
    assert {word.sure for word in all_words()} <= {"A", "B", "C", "BG", "O"}

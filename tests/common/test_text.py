"""Vietnamese text, however it arrives."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.text import fold, normalise, normalise_lines, slugify, vietnamese_key

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
VIETNAMESE = st.text(LETTERS + LETTERS.upper() + " '-09\u200b\u00a0", max_size=40)


def half_composed(text: str) -> str:
    """As Windows Vietnamese types it: the letter with its hat, then the tone as a mark of its own."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    made = []
    for char in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", char)
        letter = "".join(part for part in parts if part not in tones)
        made.append(unicodedata.normalize("NFC", letter) + "".join(part for part in parts if part in tones))
    return "".join(made)


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("  mật\u00a0ong \n bạc  hà\t", "mật ong bạc hà"),
        ("Đie\u0302\u0323n Bie\u0302n", "Điện Biên"),
        ("\u00ea\u0301 \u01a1\u0300", "ế ờ"),
        ("e\u0301\u0302", "ế"),
        ("a\u0301\u0306", "ắ"),
        ("H’Mông H‘Mông H`Mông Hʼmông", "H'Mông H'Mông H'Mông H'mông"),
        ("Na\u200b San\ufeffg\u00ad", "Na Sang"),
        ("a\u200b\u0301", "á"),
        ("Ðiện Biên", "Điện Biên"),
        ("bò\x00 khô", "bò khô"),
        ("", ""),
    ],
)
def test_normalise_makes_one_form(typed, tidy):
    assert normalise(typed) == tidy


@given(VIETNAMESE)
def test_every_way_of_typing_gives_the_same_text(text):
    once = normalise(text)
    assert normalise(unicodedata.normalize("NFD", text)) == once
    assert normalise(half_composed(text)) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text())
def test_normalise_and_fold_change_nothing_the_second_time(text):
    assert normalise(normalise(text)) == normalise(text)
    assert fold(fold(text)) == fold(text)


def test_lines_keep_paragraphs():
    assert normalise_lines(" Bà  kể:\r\n\r\n\r\n\r\nngày xưa \n  có nương ") == "Bà kể:\n\nngày xưa\ncó nương"


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Đông trùng hạ thảo", "dong trung ha thao"),
        ("hoà", "hoa"),
        ("hòa", "hoa"),
        ("MƯỜNG ẢNG", "muong ang"),
        ("H'Mông", "hmong"),
        ("H’Mông", "hmong"),
        ("Hmông", "hmong"),
        ("Xơ-Đăng, Co/Cor", "xo dang co cor"),
        ("Ðắk Lắk", "dak lak"),
        ("1kg – 125.000đ", "1kg 125 000d"),
        ("mật\u200bong\u00a0rừng", "matong rung"),
        ("100 m²", "100 m2"),
        ("“chè” (shan)", "che shan"),
        ("!!!", ""),
    ],
)
def test_fold_keeps_plain_letters_and_digits(typed, folded):
    assert fold(typed) == folded


@given(VIETNAMESE)
def test_fold_does_not_care_how_letters_are_composed_or_cased(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert fold(half_composed(text)) == fold(text)
    assert fold(normalise(text)) == fold(text)
    assert fold(text.upper()) == fold(text)
    assert fold(text).isascii()


@given(st.text())
def test_fold_gives_letters_and_digits_with_single_blanks(text):
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert all(char == " " or char.isalnum() for char in folded)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Đường phên Điện Biên", "duong-phen-dien-bien"),
        ("Khăn piêu H'Mông – loại 1", "khan-pieu-hmong-loai-1"),
        ("ꪼꪕ chè", "che"),
        ("!!!", ""),
    ],
)
def test_slugs_keep_every_d(text, slug):
    assert slugify(text) == slug


def test_long_slugs_end_with_a_whole_word():
    assert slugify("mật ong bạc hà", max_length=9) == "mat-ong"
    assert slugify("mật ong bạc hà", max_length=7) == "mat-ong"
    assert slugify("nghiêng", max_length=4) == "nghi"


def test_places_stand_in_the_order_of_the_alphabet():
    mixed = ["Hà Nội", "Đà Nẵng", "Điện Biên", "Đắk Lắk", "Ấm", "An", "Ăn", "Cao Bằng", "Dào San"]
    ordered = ["An", "Ăn", "Ấm", "Cao Bằng", "Dào San", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Hà Nội"]
    assert sorted(mixed, key=vietnamese_key) == ordered


def test_tones_come_after_the_letters_of_their_syllable():
    assert sorted(["má", "mạ", "mã", "mả", "mà", "ma", "man"], key=vietnamese_key) == [
        *("ma", "mà", "mả", "mã", "má", "mạ"),
        "man",
    ]
    assert sorted(["Bà Rịa", "Ba Vì"], key=vietnamese_key) == ["Ba Vì", "Bà Rịa"]


def test_numbers_go_by_value():
    assert sorted(["Phường 10", "Phường 2"], key=vietnamese_key) == ["Phường 2", "Phường 10"]


def test_the_key_forgives_case_and_the_place_of_the_tone():
    assert vietnamese_key("THANH HOÁ") == vietnamese_key("Thanh Hóa")


def test_every_letter_and_tone_has_its_place():
    assert all(vietnamese_key(one) < vietnamese_key(later) for one, later in pairwise(LETTERS))

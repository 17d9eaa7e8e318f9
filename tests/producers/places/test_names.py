"""Reading what people type for a place."""

import pytest

from producers.places.names import ANY_LEVEL, Level, is_inside, readings, without_kind


def first(text):
    return readings(text)[0]


@pytest.mark.parametrize(
    ("official", "bare"),
    [
        ("Thị trấn Mường Chà", "Mường Chà"),
        ("Thị xã Mường Lay", "Mường Lay"),
        ("Thành Phố Bắc Kạn", "Bắc Kạn"),
        ("Quận 3", "3"),
        ("Xã Xa Dung", "Xa Dung"),
        ("Xa Dung", "Xa Dung"),
    ],
)
def test_official_names_lose_their_kind_word(official, bare):
    assert without_kind(official) == bare


@pytest.mark.parametrize(
    ("typed", "name", "kind", "levels"),
    [
        ("Núa Ngam", "núa ngam", "", ANY_LEVEL),
        ("xã Núa Ngam", "núa ngam", "xã", {Level.COMMUNE}),
        ("X. Núa Ngam", "núa ngam", "xã", {Level.COMMUNE}),
        ("p.Mường Thanh", "mường thanh", "phường", {Level.COMMUNE}),
        ("TT Mường Chà", "mường chà", "thị trấn", {Level.COMMUNE}),
        ("thị xã Mường Lay", "mường lay", "thị xã", {Level.DISTRICT}),
        ("H. Tủa Chùa", "tủa chùa", "huyện", {Level.DISTRICT}),
        ("TP. Điện Biên Phủ", "điện biên phủ", "thành phố", {Level.DISTRICT, Level.PROVINCE}),
        ("tỉnh Hà Giang", "hà giang", "tỉnh", {Level.PROVINCE}),
    ],
)
def test_kind_words_say_at_which_level_to_look(typed, name, kind, levels):
    sought = first(typed)
    assert (sought.spelled, sought.kind, sought.levels) == (name, kind, levels)


def test_a_kind_word_without_marks_may_be_part_of_the_name():
    whole, without = readings("xa dung")[:2]
    assert (whole.spelled, whole.kind) == ("xa dung", "")
    assert (without.spelled, without.kind) == ("dung", "xã")


@pytest.mark.parametrize(
    ("typed", "name", "around"),
    [
        ("Na Sang, Mường Chà, Điện Biên", "na sang", "muong cha dien bien"),
        ("xã Na Sang huyện Mường Chà tỉnh Điện Biên", "na sang", "huyen muong cha tinh dien bien"),
        ("bản Na Sang 1, xã Núa Ngam, H. Điện Biên", "núa ngam", "h dien bien"),
        ("số 5 phường Mường Thanh; TP Điện Biên Phủ", "mường thanh", "tp dien bien phu"),
        ("P.1, Q.3, TPHCM", "1", "q 3 tp ho chi minh"),
        ("thị xã Mường Lay", "mường lay", ""),
    ],
)
def test_larger_places_after_the_name_narrow_it(typed, name, around):
    assert (first(typed).spelled, first(typed).around) == (name, around)


def test_a_text_without_commas_is_cut_everywhere():
    cuts = [(one.spelled, one.around) for one in readings("na sang muong cha") if not one.is_whole]
    assert cuts == [("na sang muong", "cha"), ("na sang", "muong cha"), ("na", "sang muong cha")]


@pytest.mark.parametrize("typed", ["", "   ", ",", " , ; ", "!!!", "\u200b", "\x00"])
def test_nothing_typed_is_nothing_sought(typed):
    assert readings(typed) == []


def test_a_very_long_text_is_read_in_part():
    assert len(readings("na sang " * 5_000)) <= 16


@pytest.mark.parametrize(
    ("around", "answer"),
    [
        ("", True),
        ("muong cha", True),
        ("muong", True),
        ("huyen muong cha tinh dien bien", True),
        ("dien bien", True),
        ("dien bien phu", False),
        ("tua chua", False),
        ("muong cha lai chau", False),
    ],
)
def test_every_larger_place_must_fit(around, answer):
    assert is_inside(around, {"muong cha", "dien bien"}) is answer

"""How words are read."""

import csv
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.search import analysis
from catalog.search.analysis import is_one_slip, openings, plain, plain_forms, read_query, sounds_like, spelled, starts

ROWS = list(csv.DictReader(analysis.RULES[1].splitlines()))
PIECES = sorted({word for row in ROWS for text in row.values() for word in text.split()} | {"đ", "ong", "k5", "'", "-"})
SPELLINGS = st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mật ong hoa rừng (500 ml)", ("mat", "ong", "hoa", "rung", "500", "ml")),
        ("Đông trùng – hạ thảo", ("dong", "trung", "ha", "thao")),
        ("Ca\u0300 phe\u0302", ("ca", "phe")),
        ("H'Mông", ("mong",)),
        ("H Mông", ("mong",)),
        ("trâu khô ngon", ("trau", "gac", "bep", "ngon")),
        ("thịt heo gác bếp", ("thit", "lon", "gac", "bep")),
        ("", ()),
        ("***", ()),
    ],
)
def test_plain_words(text, words):
    assert plain(text) == words


@pytest.mark.parametrize("text", ["hoà", "hòa", "HOÀ", "hoa\u0300", "h\u200boà"])
def test_a_spelled_word_has_its_tone_behind_it(text):
    assert spelled(text) == ("hoa\u0300",)


def test_spelled_words_keep_the_shape_of_their_letters():
    assert spelled("Bơ, bò; bộ!") == ("bơ", "bo\u0300", "bô\u0323")


def test_both_forms_of_a_thing_are_kept():
    assert plain_forms("Trâu khô") == ["trau kho", "trau gac bep"]
    assert plain_forms("Mắc ca") == ["mac ca"]


@given(st.text() | SPELLINGS)
def test_reading_plain_words_again_changes_nothing(text):
    words = plain(text)
    assert plain(" ".join(words)) == words


@given(st.text() | SPELLINGS)
def test_reading_spelled_words_again_changes_nothing(text):
    words = spelled(text)
    assert spelled(" ".join(words)) == words


@given(st.text(max_size=300) | SPELLINGS)
def test_a_query_is_short_and_of_clean_words(text):
    typed = read_query(text)
    assert len(typed.shown) <= 12
    assert len(typed.plain) <= 12
    assert bool(typed.plain) <= bool(typed.spelled)
    for word in (*typed.plain, *typed.spelled):
        assert 0 < len(word) <= 50
        assert not set(word) & set(' "()*:^._')


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["written"])
def test_each_other_spelling_differs_from_what_is_meant_and_ends_there(row):
    written, meant = (analysis.fold(row[name]) for name in ("written", "meant"))
    assert written != meant
    assert " ".join(plain(row["written"])) == meant
    assert " ".join(plain(row["meant"])) == meant


def test_each_other_spelling_stands_in_the_list_once():
    written = sorted(analysis.fold(row["written"]) for row in ROWS)
    assert [one for one, other in pairwise(written) if one == other] == []


def test_openings_are_one_word_each():
    assert openings(["mat ong rung", "mat ong"]) == "mat mat_ong mat_ong_rung"


def test_starts_hold_every_beginning_once():
    assert starts(["ong mat ong"]) == "m ma mat o on ong"


def test_spelled_starts_carry_the_tone_of_the_word():
    assert analysis.starts_spelled(["mât\u0323"]) == "m\u0323 mâ\u0323 mât\u0323"


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("sen", ("xen",)),
        ("trau", ("chau",)),
        ("nuong", ("luong",)),
        ("dong", ("giong", "rong")),
        ("gia", ("da", "ra")),
        ("quy", ("qui",)),
        ("sy", ()),
        ("mat", ()),
    ],
)
def test_words_that_sound_alike(word, others):
    assert sounds_like(word) == others


@pytest.mark.parametrize("other", ["mien", "mie", "mieng", "mian", "imen", "mein", "amien", "mine"])
def test_one_slip(other):
    assert is_one_slip(other, "mien")
    assert is_one_slip("mien", other)


@pytest.mark.parametrize("other", ["mi", "miengs", "maan", "nemi", "", "niem"])
def test_two_slips(other):
    assert not is_one_slip(other, "mien")
    assert not is_one_slip("mien", other)

"""What a buyer's words find, the same on both engines."""

import pytest

from catalog.search.port import Sort
from tests.catalog.search.documents import document, fill, keys, look

AS_IN_LADDER = (
    (1, {"title": "Trà Shan tuyết Mường Ảng"}),
    (2, {"title": "Bạch trà Shan tuyết"}),
    (3, {"title": "Shan tuyết nấu thành trà"}),
    (4, {"title": "Hộp quà", "places": "bản Trà Shan Tuyết"}),
    (5, {"title": "Trà xanh", "places": "bản Shan, xã Tuyết"}),
    (6, {"title": "Quà", "text": "gói trà Shan cổ tuyết trắng"}),
    (7, {"title": "Quà", "text": "trà hái trên non Shan, sương tuyết phủ"}),
)


@pytest.mark.parametrize("field", ["title", "text", "places"])
def test_a_word_is_found_wherever_it_stands(engine, field):
    fill(engine, [document(1, **({"title": "Gạo"} | {field: "Khẩu xén"})), document(2, "Gạo")])
    assert keys(look(engine, "khau xen")) == [1]


def test_all_words_must_be_there_in_any_order_and_place(engine):
    fill(
        engine,
        [
            document(1, "Mật ong", places="huyện Tủa Chùa"),
            document(2, "Mật ong", places="huyện Mường Nhé"),
            document(3, "Gạo", places="huyện Tủa Chùa"),
        ],
    )
    assert keys(look(engine, "tủa chùa mật ong")) == [1]


@pytest.mark.parametrize("typed", ["mật ong", "MẬT ONG", "mat ong", "mâ\u0323t ong", "  Mật,  ong! ", "mật\u200b ong"])
def test_marks_case_and_signs_do_not_matter(engine, typed):
    fill(engine, [document(1, "Mật ong hoa rừng"), document(2, "Mắc ca")])
    results = look(engine, typed)
    assert (keys(results), results.suggestion) == ([1], None)


def test_a_d_with_stroke_is_a_d(engine):
    fill(engine, [document(1, "Đông trùng hạ thảo")])
    assert keys(look(engine, "dong trung")) == [1]


@pytest.mark.parametrize("typed", ["hoà", "hòa"])
def test_the_tone_mark_may_sit_on_either_vowel(engine, typed):
    fill(engine, [document(1, "Khẩu hoa"), document(2, "Nước hoà tan"), document(3, "Nước hòa tan", sold=1)])
    assert keys(look(engine, typed)) == [3, 2, 1]


def test_words_typed_with_marks_put_their_own_spelling_first_wherever_it_stands(engine):
    fill(
        engine,
        [
            document(1, "Bò gác bếp", sold=900),
            document(2, "Bộ váy", sold=800),
            document(3, "Kem", text="làm từ quả bơ"),
        ],
    )
    assert keys(look(engine, "bơ")) == [3, 1, 2]
    assert keys(look(engine, "bò")) == [1, 2, 3]


def test_words_typed_bare_put_the_bare_spelling_first_only_among_equals(engine):
    fill(
        engine,
        [
            document(1, "Khăn Nà Sáng", sold=900),
            document(2, "Khăn Na Sang"),
            document(3, "Gạo", places="Na Sang"),
        ],
    )
    assert keys(look(engine, "na sang")) == [2, 1, 3]
    assert keys(look(engine, "Nà Sáng")) == [1, 2, 3]


def test_the_ladder_bare(engine):
    fill(engine, [document(key, sold=key, **facts) for key, facts in AS_IN_LADDER])
    assert keys(look(engine, "tra shan tuyet")) == [1, 2, 3, 4, 5, 6, 7]


def test_the_ladder_with_marks_is_climbed_twice(engine):
    spelled = [document(key, sold=key, **facts) for key, facts in AS_IN_LADDER]
    otherwise = [document(key + 10, sold=100, **_unmarked(facts)) for key, facts in AS_IN_LADDER]
    fill(engine, [*spelled, *otherwise])
    assert keys(look(engine, "trà shan tuyết")) == [1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16, 7, 17]


def test_the_last_word_may_be_unfinished(engine):
    fill(engine, [document(1, "Thảo quả"), document(2, "Thảo dược", text="mùi quế")])
    assert keys(look(engine, "thao qu")) == [1, 2]
    assert keys(look(engine, "thảo quả")) == [1]


def test_a_finished_word_comes_before_an_unfinished_one(engine):
    fill(engine, [document(1, "Gạo nếp", sold=9), document(2, "Gạo nế"), document(3, "Gạo", text="ăn với nế")])
    assert keys(look(engine, "gạo nế")) == [2, 3, 1]


def test_a_short_bare_word_is_no_beginning_while_it_finds_something(engine):
    fill(engine, [document(1, "Gà đen"), document(2, "Gạo nương")])
    assert keys(look(engine, "ga")) == [1]
    assert keys(look(engine, "g")) == [1, 2]


def test_a_word_with_its_tone_begins_only_words_of_that_tone(engine):
    fill(engine, [document(1, "Trà xanh"), document(2, "Tràm hương"), document(3, "Trang phục")])
    assert keys(look(engine, "trà")) == [1, 2]
    assert keys(look(engine, "tra")) == [1, 2, 3]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("macca", "Mắc ca sấy"),
        ("sén cù", "Gạo Séng Cù"),
        ("sơn tuyết", "Trà Shan tuyết"),
        ("che shan", "Trà Shan tuyết"),
        ("cafe", "Cà phê bột"),
        ("trâu khô", "Thịt trâu gác bếp"),
        ("sơn tra", "Táo mèo khô"),
        ("sâm k5", "Sâm Ngọc Linh"),
        ("Sê Đăng", "Gùi Xơ-đăng"),
        ("H'Mông", "Váy Mông"),
        ("người mèo", "Váy của người Mông"),
    ],
)
def test_other_spellings_of_a_thing_find_it_both_ways(engine, typed, found):
    fill(engine, [document(1, found), document(2, typed), document(3, "Gạo")])
    assert set(keys(look(engine, typed))) == set(keys(look(engine, found.rpartition(" của ")[2]))) | {1, 2}
    assert 3 not in keys(look(engine, typed))


def test_the_cucumber_is_not_of_the_people(engine):
    fill(engine, [document(1, "Dưa mèo"), document(2, "Váy Mông")])
    assert keys(look(engine, "mèo")) == [1]


def test_words_of_a_thing_that_has_another_name_are_still_found(engine):
    fill(engine, [document(1, "Trâu khô")])
    assert keys(look(engine, "khô")) == [1]


@pytest.mark.parametrize("typed", ["mienn dong", "mine dong", "mien dogn", "mia dong", "miến dông x"])
def test_without_a_hit_a_word_of_four_letters_may_be_one_letter_off(engine, typed):
    fill(engine, [document(1, "Miến dong")])
    expected = [1] if typed in ("mienn dong", "mine dong", "mien dogn") else []
    assert keys(look(engine, typed)) == expected


def test_the_suggestion_is_in_the_words_of_the_market(engine):
    fill(engine, [document(1, "Mật ong Pa Ủ"), document(2, "Gạo", sold=5)])
    results = look(engine, "mat onng")
    assert (keys(results), results.suggestion) == ([1], "mật ong")


def test_a_query_that_finds_something_is_taken_at_its_word(engine):
    fill(engine, [document(1, "Miến dong"), document(2, "Miền đông")])
    results = look(engine, "miên")
    assert (keys(results), results.suggestion) == ([1, 2], None)
    fill(engine, [document(3, "Tiên")])
    assert keys(look(engine, "tiên")) == [3]


def test_words_that_only_lie_about_in_a_story_stand_behind_titles_that_sound_alike(engine):
    story = {"text": "Khắp miền núi, nhà nào cũng có ruộng rộng."}
    fill(engine, [document(1, "Bưởi", sold=9, **story), document(2, "Miến dong", province="12"), document(3, "Gạo")])
    results = look(engine, "mien rong")
    assert (keys(results), results.total, results.suggestion) == ([2, 1], 2, "miến dong")
    assert results.facets["province"] == {"11": 1, "12": 1}
    results = look(engine, "mien rong", province="11")
    assert (keys(results), results.suggestion) == ([1], None)
    assert keys(look(engine, "miền núi")) == [1]


@pytest.mark.parametrize("sort", Sort)
def test_what_sounds_alike_is_found_in_every_order(engine, sort):
    fill(engine, [document(1, "Bưởi", text="miền núi ruộng rộng", price=5), document(2, "Miến dong", price=9)])
    results = look(engine, "mien rong", sort=sort)
    assert (sorted(keys(results)), results.suggestion) == ([1, 2], "miến dong")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("nếp lương", "nếp nương"), ("mien rong", "miến dong"), ("gạo trấm", "gạo chấm"), ("xâm lai", "sâm lai")],
)
def test_without_a_hit_a_word_may_be_one_that_sounds_alike(engine, typed, meant):
    fill(engine, [document(1, meant.capitalize()), document(2, "Mắc ca")])
    results = look(engine, typed)
    assert (keys(results), results.suggestion) == ([1], meant)


def test_what_a_filter_hides_is_not_looked_for_among_slips(engine):
    fill(engine, [document(1, "Mật ong", province="12"), document(2, "Mặt ang", province="11"), document(3, "Mat onh")])
    results = look(engine, "mật ong", province="11")
    assert (keys(results), results.total, results.suggestion) == ([], 0, None)


def test_if_nothing_is_near_the_longest_part_that_finds_something_is_suggested(engine):
    fill(engine, [document(1, "Mật ong hoa rừng"), document(2, "Sâm Ngọc Linh")])
    results = look(engine, "mật ong kfc hamburger")
    assert (keys(results), results.total, results.suggestion) == ([], 0, "mật ong")
    assert look(engine, "hamburger sâm ngọc linh").suggestion == "sâm ngọc linh"
    assert look(engine, "hamburger").suggestion is None


@pytest.mark.parametrize(
    "typed",
    [
        '"AND ( *:',
        "title:mật AND (ong OR",
        "* ? ~2 ^9 [a TO z] {x} \\ /re/ !",
        "mật ong" * 2_000,
        "ă" * 10_000,
        " ".join(f"từ{number}" for number in range(3_000)),
        "\x00\x01\ud800 mật",
        "🐃 🍯",
        "𝓂ậ𝓉 ong ½ ﬁ",
        "^ . _ mat_ong",
        "' ’ '",
        "-",
    ],
    ids=range(12),
)
def test_odd_queries_break_nothing(engine, typed):
    fill(engine, [document(1)])
    results = look(engine, typed)
    assert results.total in (0, 1)
    assert len(results.hits) == results.total


@pytest.mark.parametrize("typed", ["???", '"( *:', "🐃"])
def test_signs_alone_find_nothing(engine, typed):
    fill(engine, [document(1)])
    assert look(engine, typed).total == 0


@pytest.mark.parametrize("typed", ["", "   "])
def test_no_words_find_everything(engine, typed):
    fill(engine, [document(1), document(2)])
    assert keys(look(engine, typed)) == [1, 2]


def test_words_after_the_twelfth_are_not_read(engine):
    fill(engine, [document(1, "a b c d e f g h i k l m")])
    assert keys(look(engine, "a b c d e f g h i k l m không ai đọc")) == [1]


def _unmarked(facts):
    return {name: text.translate(str.maketrans("àấế", "aâê")) for name, text in facts.items()}

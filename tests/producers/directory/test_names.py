"""Names without their titles, and whose they may be."""

import pytest

from producers.directory.names import bare_name, is_same_name


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("Bà Lò Thị Mai", "lo thi mai"),
        ("ba lo thi mai", "lo thi mai"),
        ("Hộ bà Lò Thị Mai", "lo thi mai"),
        ("HTX Na Sang", "na sang"),
        ("Hợp tác xã Na Sang", "na sang"),
        ("hop tac xa Na Sang", "na sang"),
        ("Tổ hợp tác Na Sang", "na sang"),
        ("Hồ Thị Lý", "ho thi ly"),
        ("Tô Văn Bá", "to van ba"),
        ("Chị Chi", "chi"),
        ("Bà", "ba"),
        ("Anhé Páo", "anhe pao"),
    ],
)
def test_titles_in_front_are_left_out(typed, bare):
    assert bare_name(typed) == bare


def test_the_same_words_are_the_same_name_and_a_near_name_is_not():
    assert is_same_name("Ông Tuấn Lường Văn", "Lường Văn Tuấn")
    assert not is_same_name("Lường Văn Tuân", "Lường Văn Tuấn Anh")

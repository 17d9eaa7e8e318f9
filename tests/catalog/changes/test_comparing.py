"""Two texts beside each other: nothing is lost, and what differs is marked."""

from hypothesis import given
from hypothesis import strategies as st

from catalog.changes.comparing import Piece, compared

words = st.text(alphabet="aáăâbcdđeê ,.\n0", max_size=80)


@given(words, words)
def test_each_side_is_its_whole_text(before, after):
    left, right = compared(before, after)
    assert "".join(piece.text for piece in left) == before
    assert "".join(piece.text for piece in right) == after


@given(words, words)
def test_what_is_not_marked_is_the_same_on_both_sides(before, after):
    left, right = compared(before, after)
    same = ["".join(piece.text for piece in side if not piece.differs) for side in (left, right)]
    assert same[0] == same[1]


@given(words)
def test_a_text_does_not_differ_from_itself(text):
    left, right = compared(text, text)
    assert left == right
    assert not any(piece.differs for piece in left)


def test_words_are_marked_and_not_letters():
    left, right = compared("Khăn dệt tay, nhuộm lá rừng.", "Khăn dệt máy, nhuộm lá rừng.")
    assert left == [Piece("Khăn dệt ", False), Piece("tay", True), Piece(", nhuộm lá rừng.", False)]
    assert right[1] == Piece("máy", True)


def test_changed_words_beside_each_other_are_one_change():
    left, right = compared("Trà hái ở núi cao", "Trà sao bằng chảo gang")
    assert left == [Piece("Trà ", False), Piece("hái ở núi cao", True)]
    assert right == [Piece("Trà ", False), Piece("sao bằng chảo gang", True)]


def test_a_sum_is_one_word():
    assert compared("250.000 ₫", "260.000 ₫")[1] == [Piece("260.000", True), Piece(" ₫", False)]

"""The languages that producers speak."""

from producers.directory.languages import LANGUAGES, language_choices, language_name


def test_a_language_is_named_in_vietnamese_and_an_unknown_one_by_its_tag():
    assert [language_name(tag) for tag in ("vi", "blt", "hmn", "xx")] == ["Tiếng Việt", "Thái Đen", "Mông", "xx"]


def test_vietnamese_stands_first_and_no_name_twice():
    assert language_choices()[0] == ("vi", "Tiếng Việt")
    assert len(set(LANGUAGES.values())) == len(LANGUAGES) == 20

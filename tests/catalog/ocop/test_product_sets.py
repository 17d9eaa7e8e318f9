"""The 6 groups and 26 product sets of Decision 26/2026/QĐ-TTg."""

from collections import Counter
from datetime import date

from catalog.ocop.product_sets import group_by_slug, product_groups, product_sets, product_sets_on


def test_there_are_six_groups_and_26_sets():
    assert list(product_groups()) == ["I", "II", "III", "IV", "V", "VI"]
    assert list(product_sets()) == list(range(1, 27))
    assert Counter(each.group.code for each in product_sets().values()) == {
        "I": 13,
        "II": 4,
        "III": 3,
        "IV": 2,
        "V": 3,
        "VI": 1,
    }


def test_tea_and_coffee_are_food_and_liquor_is_drink():
    assert {number: product_sets()[number].group.code for number in (11, 12, 13, 14, 15)} == {
        11: "I",
        12: "I",
        13: "I",
        14: "II",
        15: "II",
    }


def test_none_is_in_force_before_the_decision():
    assert product_sets_on(date(2026, 5, 21)) == []
    assert len(product_sets_on(date(2026, 5, 22))) == 26


def test_each_says_where_it_comes_from():
    sources = {each.source for each in (*product_sets().values(), *product_groups().values())}
    assert sources == {"Quyết định 26/2026/QĐ-TTg, Phụ lục I"}


def test_a_group_is_found_by_the_slug_of_its_page():
    assert group_by_slug("thu-cong").name == "Hàng thủ công mỹ nghệ"
    assert group_by_slug("vang-bac") is None


def test_slugs_are_different():
    assert len({group.slug for group in product_groups().values()}) == 6

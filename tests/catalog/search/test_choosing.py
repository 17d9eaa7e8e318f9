"""Filters, counts, orders and pages, the same on both engines."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from catalog.search import ranking
from catalog.search.documents import StarSpan, record, star_days
from catalog.search.port import FACETS, Sort
from tests.catalog.search.documents import TODAY, document, fill, keys, look

STALL = (
    document(1, "Trà", group="I", product_set=11, province="11", commune="03226", producer=1, price=180_000),
    document(2, "Trà", group="I", product_set=12, province="11", commune="03241", producer=2, price=300_000),
    document(3, "Khăn", group="V", product_set=22, province="12", commune="03424", producer=2, price=None),
    document(4, "Trà", group="I", product_set=11, province="12", commune="03424", producer=3, is_available=False),
)
SPRING = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("choices", "found"),
    [
        ({"group": "I"}, [1, 2, 4]),
        ({"group": "VI"}, []),
        ({"product_sets": (11,)}, [1, 4]),
        ({"product_sets": (11, 22)}, [1, 3, 4]),
        ({"province": "12"}, [3, 4]),
        ({"commune": "03424"}, [3, 4]),
        ({"commune": "3424"}, []),
        ({"producer": 2}, [2, 3]),
        ({"available_only": True}, [1, 2, 3]),
        ({"group": "I", "province": "12", "available_only": True}, []),
    ],
)
def test_each_filter(engine, choices, found):
    fill(engine, STALL)
    results = look(engine, **choices)
    assert (keys(results), results.total) == (found, len(found))


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        (100_000, None, [1, 2]),
        (None, 100_000, [1]),
        (100_000, 100_000, [1]),
        (100_001, 299_999, []),
        (None, 300_000, [1, 2]),
        (0, None, [1, 2]),
        (300_000, 100_000, []),
    ],
)
def test_prices_from_and_to_are_included_and_a_price_on_request_is_neither(engine, low, high, found):
    fill(engine, [document(1, price=100_000), document(2, price=300_000), document(3, price=None)])
    assert keys(look(engine, price_from=low, price_to=high)) == found


def test_a_season_is_a_month_of_a_harvest_that_is_not_all_year(engine):
    all_year = document(3, months=()), document(4, months=tuple(range(1, 13)))
    fill(engine, [document(1, months=(4, 5, 6)), document(2, months=(11,)), *all_year])
    assert keys(look(engine, season=11)) == [2]
    assert keys(look(engine, season=5)) == [1]
    assert keys(look(engine)) == [1, 2, 3, 4]


def test_stars_count_from_their_first_to_their_last_day_and_no_longer(engine):
    first, last = TODAY, TODAY + timedelta(days=1)
    fill(engine, [document(1, stars=(StarSpan(4, first, last),)), document(2)])
    for day, stars in (
        (first - timedelta(days=1), 0),
        (first, 4),
        (last, 4),
        (last + timedelta(days=1), 0),
    ):
        shown = {hit.key: hit.stars for hit in look(engine, on=day).hits}
        assert shown == {1: stars, 2: 0}
        assert keys(look(engine, on=day, stars=(3, 4))) == ([1] if stars else [])
        assert look(engine, on=day).facets["stars"] == ({4: 1} if stars else {})


@pytest.mark.parametrize("stored", [-1, 0, 98, 99, 100, 1196, 1203, 2298])
def test_each_of_several_spans_shows_on_its_own_days(engine, monkeypatch, stored):
    """First three stars, four from the day of the better certificate, none for a week, then three again.

    So it is whichever day the index was written on.
    """
    monkeypatch.setattr(timezone, "localdate", lambda: TODAY + timedelta(days=stored))
    days = [TODAY + timedelta(days=number) for number in (0, 99, 100, 1195, 1203, 2297)]
    spans = tuple(StarSpan(*span) for span in zip((3, 4, 3), days[::2], days[1::2], strict=True))
    fill(engine, [document(1, stars=spans), document(2)])
    expected = dict(zip(days, (3, 3, 4, 4, 3, 3), strict=True)) | {
        TODAY - timedelta(days=1): 0,
        days[3] + timedelta(days=1): 0,
        days[4] - timedelta(days=1): 0,
        days[5] + timedelta(days=1): 0,
    }
    for day, stars in expected.items():
        assert [hit.stars for hit in look(engine, on=day).hits if hit.key == 1] == [stars], day
        assert look(engine, on=day).facets["stars"] == ({stars: 1} if stars else {}), day
        assert [each for each in (3, 4, 5) if keys(look(engine, on=day, stars=(each,)))] == ([stars] if stars else [])


@given(first=st.integers(0, 4000), length=st.integers(0, 2600), asked=st.integers(-10, 7000))
def test_a_day_lies_in_exactly_one_block_of_a_span_or_in_none(first, length, asked):
    start = date(2024, 1, 1) + timedelta(days=first)
    span = StarSpan(4, start, start + timedelta(days=length))
    day = date(2024, 1, 1) + timedelta(days=asked)
    blocks = record(document(1, stars=(span,)))["star_days"]
    assert len(set(blocks) & set(star_days([4], day))) == (span.first <= day <= span.last)
    assert len(blocks) == len(set(blocks)) <= 24


def test_the_counts(engine):
    fill(engine, STALL)
    assert look(engine).facets == {
        "group": {"I": 3, "V": 1},
        "product_set": {11: 2, 12: 1, 22: 1},
        "province": {"11": 2, "12": 2},
        "stars": {},
        "available": {1: 3, 0: 1},
    }


def test_the_counts_belong_to_the_words(engine):
    fill(engine, STALL)
    assert look(engine, "khan").facets["group"] == {"V": 1}


def test_the_counts_of_a_filter_ignore_its_own_choice_and_obey_the_others(engine):
    fill(engine, STALL)
    facets = look(engine, group="I", available_only=True).facets
    assert facets["group"] == {"I": 2, "V": 1}
    assert facets["available"] == {1: 2, 0: 1}
    assert facets["province"] == {"11": 2}
    assert facets["product_set"] == {11: 1, 12: 1}


def test_chosen_stars_leave_the_counts_of_other_stars(engine):
    three, four = ((StarSpan(stars, TODAY, TODAY),) for stars in (3, 4))
    fill(engine, [document(1, stars=three), document(2, stars=four), document(3)])
    results = look(engine, stars=(4,))
    assert (keys(results), results.facets["stars"]) == ([2], {3: 1, 4: 1})


def test_communes_are_counted_within_a_province(engine):
    fill(engine, STALL)
    assert "commune" not in look(engine).facets
    facets = look(engine, province="11", commune="03226").facets
    assert facets["commune"] == {"03226": 1, "03241": 1}
    assert facets["province"] == {"11": 2, "12": 2}
    assert facets["group"] == {"I": 1}


def test_communes_are_counted_everywhere_when_asked_for(engine):
    fill(engine, STALL)
    assert look(engine, facets=("commune",)).facets == {"commune": {"03424": 2, "03226": 1, "03241": 1}}


def test_counts_can_be_left_out(engine):
    fill(engine, STALL)
    assert look(engine, facets=()).facets == {}


@pytest.mark.parametrize(
    ("sort", "found"),
    [
        (Sort.NEWEST, [3, 1, 2, 4]),
        (Sort.PRICE_UP, [2, 1, 3, 4]),
        (Sort.PRICE_DOWN, [1, 3, 2, 4]),
        (Sort.BEST_SELLING, [4, 1, 2, 3]),
        (Sort.RELEVANCE, [1, 3, 2, 4]),
    ],
)
@pytest.mark.parametrize("text", ["", "trà"])
def test_each_order_puts_equals_by_their_number(engine, text, sort, found):
    fill(
        engine,
        [
            document(1, "Trà", price=200_000, listed_at=SPRING, sold=5),
            document(2, "Trà", price=100_000, listed_at=SPRING, sold=2),
            document(3, "Trà", price=200_000, listed_at=SPRING + timedelta(days=1), sold=2),
            document(4, "Trà", price=None, listed_at=SPRING - timedelta(days=9), sold=99, is_available=False),
        ],
    )
    assert keys(look(engine, text, sort=sort)) == found


def test_an_order_other_than_relevance_forgets_the_ladder(engine):
    fill(engine, [document(1, "Trà", price=2_000), document(2, "Quà", text="trà", price=1_000)])
    assert keys(look(engine, "trà", sort=Sort.PRICE_UP)) == [2, 1]
    assert keys(look(engine, "trà")) == [1, 2]


@pytest.mark.parametrize("text", ["", "trà", "tra xanh"])
@pytest.mark.parametrize("sort", Sort)
def test_pages_follow_each_other_without_gap_or_repeat(engine, text, sort):
    titles = ("Trà xanh", "Gói trà và lá xanh", "Xanh trà")
    goods = [document(key, titles[key % 3], sold=key % 2, price=None if key % 5 else 9) for key in range(1, 31)]
    fill(engine, goods)
    pages = [look(engine, text, sort=sort, page=page, per_page=7) for page in range(1, 7)]
    assert [len(page.hits) for page in pages] == [7, 7, 7, 7, 2, 0]
    assert [(page.page, page.pages, page.total) for page in pages] == [(number, 5, 30) for number in range(1, 7)]
    in_pages = [key for page in pages for key in keys(page)]
    assert in_pages == keys(look(engine, text, sort=sort, per_page=100))
    assert sorted(in_pages) == list(range(1, 31))


@pytest.mark.parametrize(("page", "per_page", "count"), [(0, 24, 3), (-5, 0, 1), (1, 10**6, 3), (10**9, 24, 0)])
def test_odd_pages(engine, page, per_page, count):
    fill(engine, [document(1), document(2), document(3)])
    assert len(look(engine, page=page, per_page=per_page).hits) == count


def test_the_last_page_ends_at_hit_10_000(engine):
    fill(engine, [document(1)])
    assert look(engine, page=416).hits == []
    assert look(engine, page=417, per_page=24).hits == []
    assert look(engine, page=101, per_page=100).hits == []


def test_another_standing_changes_what_comes_first(engine, monkeypatch):
    gone_but_loved = document(1, "Trà", is_available=False, sold=9)
    there = document(2, "Trà", sold=1)
    fill(engine, (gone_but_loved, there))
    assert keys(look(engine)) == [2, 1]
    available, sold, days = ranking.STANDING
    monkeypatch.setattr(ranking, "STANDING", (sold, available, days))
    fill(engine, (gone_but_loved, there))
    assert keys(look(engine)) == [1, 2]


def test_another_ladder_changes_what_is_found_first(engine, monkeypatch):
    fill(engine, (document(1, "Chè xanh khô"), document(2, "Gói chè xanh", sold=9)))
    assert keys(look(engine, text="chè xanh")) == [1, 2]
    monkeypatch.setattr(ranking, "LADDER", ranking.LADDER[1:])
    engine.refresh()
    assert keys(look(engine, text="chè xanh")) == [2, 1]


def test_what_is_left_out_is_neither_found_nor_counted_nor_suggested(engine):
    fill(engine, [*STALL, document(5, "Áo chàm", text="Lò Thị Mai", group="V", product_set=22, commune="03358")])
    assert keys(look(engine, "lo thi mai")) == [5]
    for words in ("lo thi mai", "lò thị mai", "lo thi mia", "ao cham", "ao cham do"):
        results = look(engine, words, left_out=frozenset({5}))
        assert (keys(results), results.total, results.suggestion) == ([], 0, None)
    results = look(engine, left_out=frozenset({2, 5}), facets=(*FACETS, "commune"))
    assert (keys(results), results.total, results.facets["group"]) == ([1, 3, 4], 3, {"I": 2, "V": 1})
    assert results.facets["commune"] == {"03424": 2, "03226": 1}
    assert keys(look(engine, group="V", left_out=frozenset({3, 5}))) == []

"""The texts that bind: which version holds on which day, what is announced, what was changed."""

from datetime import date

import pytest

from catalog.storefront.ranking_page import ranking_text
from common.policies import texts
from common.policies.comparison import IN, OUT, SAME, compared
from common.policies.texts import (
    POLICIES,
    asked_versions,
    blocks,
    filled_in,
    version_in_force,
    versions_announced,
    versions_of,
    versions_to_come,
)
from common.rules.clocks import days_after


@pytest.fixture
def new_rules(announce):
    """Rules announced on 20 November, in force from 1 December 2026."""
    announce(date(2026, 11, 20), date(2026, 12, 1))
    return announce


def test_every_policy_ships_with_a_first_version():
    assert {slug: versions_of(slug)[0].number for slug in POLICIES} == dict.fromkeys(POLICIES, 1)
    assert [version.policy for version in asked_versions(on=date(2026, 11, 26))] == ["quy-che", "du-lieu-ca-nhan"]


def test_every_shipped_version_was_announced_in_time():
    for slug in POLICIES:
        for version in versions_of(slug):
            assert version.valid_from >= days_after(version.announced_date, 5)
            assert version.holds_from == version.valid_from


def test_the_newest_text_of_the_ranking_is_what_the_search_does():
    """Whoever changes a weight writes, announces and dates a new version."""
    assert versions_of("xep-hang")[-1].body == ranking_text()


def test_the_privacy_policy_has_the_eight_items():
    headings = [block.lines[0] for block in blocks(versions_of("du-lieu-ca-nhan")[-1].body) if block.kind == "heading"]
    assert [heading.split(".")[0] for heading in headings] == [str(number) for number in range(1, 9)]


@pytest.mark.parametrize(
    ("day", "number"),
    [("2020-01-01", 1), ("2026-11-01", 1), ("2026-11-30", 1), ("2026-12-01", 2), ("2027-01-01", 2)],
)
def test_a_version_holds_from_its_day_on(new_rules, day, number):
    assert version_in_force("quy-che", on=date.fromisoformat(day)).number == number


def test_a_version_announced_too_late_holds_only_after_the_notice(new_rules, set_rule):
    new_rules(date(2026, 12, 30), date(2026, 12, 31), number=3)
    assert versions_of("quy-che")[2].holds_from == date(2027, 1, 4)
    assert version_in_force("quy-che", on=date(2027, 1, 3)).number == 2
    set_rule("policy.notice_days", 10)
    assert versions_of("quy-che")[2].holds_from == date(2027, 1, 9)


@pytest.mark.parametrize(
    ("day", "known", "to_come"),
    [("2026-11-19", [1], []), ("2026-11-20", [2, 1], [2]), ("2026-11-30", [2, 1], [2]), ("2026-12-01", [2, 1], [])],
)
def test_a_version_is_known_from_its_announcement_on(new_rules, day, known, to_come):
    on = date.fromisoformat(day)
    assert [version.number for version in versions_announced("quy-che", on=on)] == known
    assert [version.number for version in versions_to_come("quy-che", on=on)] == to_come


def test_who_runs_the_market_stands_in_the_text(settings):
    settings.MARKET = {**settings.MARKET, "operator": "Sở Công Thương", "phone": "0215 111"}
    assert filled_in("Là {operator}, {phone}. {khac}") == "Là Sở Công Thương, 0215 111. {khac}"


def test_blocks_are_headings_lists_and_paragraphs():
    read = blocks("## Một\n\nHai\nba\n\n- bốn\n- năm\n\n\n\nsáu")
    assert [(block.kind, block.lines) for block in read] == [
        ("heading", ("Một",)),
        ("paragraph", ("Hai ba",)),
        ("list", ("bốn", "năm")),
        ("paragraph", ("sáu",)),
    ]


def test_versions_are_compared_word_by_word():
    lines = compared("## Giao hàng\n\nTrong ba ngày.\n\nThôi.", "## Giao hàng\n\nTrong năm ngày.\n\n- Thêm nữa")
    assert [(line.is_heading, line.is_changed, line.pieces) for line in lines] == [
        (True, False, ((SAME, "Giao hàng"),)),
        (False, True, ((SAME, "Trong"), (OUT, "ba"), (IN, "năm"), (SAME, "ngày."))),
        (False, True, ((OUT, "Thôi."), (IN, "Thêm nữa"))),
    ]


def test_what_was_added_or_taken_out_whole_is_said():
    assert [line.pieces for line in compared("Một\n\nHai", "Một")] == [((SAME, "Một"),), ((OUT, "Hai"),)]
    assert [line.pieces for line in compared("Một", "Một\n\nHai")] == [((SAME, "Một"),), ((IN, "Hai"),)]
    assert compared(texts.versions_of("quy-che")[0].body, texts.versions_of("quy-che")[0].body)[0].is_changed is False

"""What a certificate is on a day (Decision 26/2026/QĐ-TTg, Art. 4.3, 7.6a, 8, 12)."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.ocop.life import (
    IN_FORCE,
    CertificateState,
    Span,
    end_of_validity,
    in_effect_on,
    last_day_in_force,
    latest_extension,
    renewal_window,
    star_spans,
    state_on,
)
from common.rules.book import rule

S = CertificateState
ISSUED, EXPIRES = date(2024, 3, 15), date(2027, 3, 14)


@dataclass
class Paper:
    """A certificate's dates."""

    issued_date: date = ISSUED
    expires_date: date = EXPIRES
    extended_until: date | None = None
    revoked_date: date | None = None
    replaced_date: date | None = None
    stars: int = 3


def days(before_end: int) -> date:
    """That many days before the last day."""
    return EXPIRES - timedelta(days=before_end)


@pytest.mark.parametrize(
    ("issued", "ends"),
    [
        (date(2024, 3, 15), date(2027, 3, 14)),
        (date(2024, 1, 1), date(2026, 12, 31)),
        (date(2023, 12, 31), date(2026, 12, 30)),
        (date(2024, 2, 29), date(2027, 2, 28)),
        (date(2025, 2, 28), date(2028, 2, 27)),
        (date(2025, 3, 1), date(2028, 2, 29)),
    ],
)
def test_it_is_valid_for_36_months(issued, ends):
    assert end_of_validity(issued) == ends


@given(st.dates(date(2018, 1, 1), date(2100, 1, 1)))
def test_36_months_are_never_more_than_three_years_and_never_a_day_less(issued):
    assert 1094 <= (end_of_validity(issued) - issued).days <= 1095


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (ISSUED - timedelta(days=1), S.NOT_YET),
        (ISSUED, S.VALID),
        (days(181), S.VALID),
        (days(180), S.RENEWAL_OPEN),
        (days(120), S.RENEWAL_OPEN),
        (days(119), S.RENEWAL_MISSED),
        (days(0), S.RENEWAL_MISSED),
        (days(-1), S.EXPIRED),
    ],
)
def test_the_state_follows_from_the_day(day, state):
    assert state_on(Paper(), day) == state


def test_an_extension_lasts_until_its_last_day():
    paper = Paper(extended_until=days(-60))
    assert [state_on(paper, days(-n)) for n in (1, 60, 61)] == [S.EXTENDED, S.EXTENDED, S.EXPIRED]
    assert last_day_in_force(paper) == days(-60)


def test_an_extension_beyond_180_days_counts_180():
    paper = Paper(extended_until=days(-400))
    assert [state_on(paper, days(-n)) for n in (180, 181)] == [S.EXTENDED, S.EXPIRED]
    assert last_day_in_force(paper) == days(-180)


def test_an_extension_that_ends_before_the_certificate_changes_nothing():
    paper = Paper(extended_until=days(30))
    assert (state_on(paper, days(10)), last_day_in_force(paper)) == (S.RENEWAL_MISSED, EXPIRES)


def test_a_revoked_certificate_is_revoked_from_that_day_on():
    paper = Paper(revoked_date=days(200))
    assert [state_on(paper, days(n)) for n in (201, 200, -10)] == [S.VALID, S.REVOKED, S.REVOKED]
    assert last_day_in_force(paper) == days(201)


def test_a_revocation_after_the_end_does_not_prolong_it():
    assert last_day_in_force(Paper(revoked_date=days(-10))) == EXPIRES


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.none() | st.dates(date(2020, 1, 1), date(2034, 1, 1)),
    st.none() | st.dates(date(2020, 1, 1), date(2034, 1, 1)),
)
def test_the_last_day_in_force_is_the_last_day_with_a_badge(issued, extended, revoked):
    paper = Paper(issued, end_of_validity(issued), extended, revoked)
    last = last_day_in_force(paper)
    assert state_on(paper, last + timedelta(days=1)) not in IN_FORCE
    if last >= issued:
        assert state_on(paper, last) in IN_FORCE


def test_a_replaced_certificate_is_replaced_from_that_day_on():
    paper = Paper(replaced_date=days(150))
    assert [state_on(paper, days(n)) for n in (151, 150, -10)] == [S.RENEWAL_OPEN, S.REPLACED, S.REPLACED]
    assert last_day_in_force(paper) == days(151)


def test_the_window_and_the_longest_extension_are_rules(set_rule):
    assert renewal_window(EXPIRES, on=ISSUED) == (date(2026, 9, 15), date(2026, 11, 14))
    assert latest_extension(EXPIRES) == date(2027, 9, 10)
    set_rule("ocop.window_opens_days", 200)
    set_rule("ocop.longest_extension_days", 10)
    set_rule("ocop.validity_months", 24)
    assert renewal_window(EXPIRES, on=ISSUED).opens == days(200)
    assert latest_extension(EXPIRES) == days(-10)
    assert end_of_validity(ISSUED) == date(2026, 3, 14)


def test_every_number_of_the_decision_is_read_in_its_own_text():
    keys = ("validity_months", "window_opens_days", "window_closes_days", "longest_extension_days")
    found = [rule(f"ocop.{key}") for key in keys]
    assert [(each.value, each.sure) for each in found] == [(36, "A"), (180, "A"), (120, "A"), (180, "A")]
    assert all(each.source.startswith("Quyết định 26/2026/QĐ-TTg, Điều ") for each in found)


def test_more_stars_show_from_the_day_of_the_better_certificate():
    old = Paper()
    new = Paper(date(2025, 6, 1), date(2028, 5, 31), stars=4)
    assert star_spans([new, old]) == [Span(3, ISSUED, date(2025, 5, 31)), Span(4, date(2025, 6, 1), date(2028, 5, 31))]


def test_fewer_stars_in_the_newer_decision_are_fewer_stars():
    old = Paper(stars=4)
    new = Paper(days(100), end_of_validity(days(100)), stars=3)
    assert in_effect_on([old, new], days(101)) is old
    assert in_effect_on([old, new], days(100)) is new


def test_the_same_stars_again_before_the_end_show_without_a_break():
    again = Paper(days(30), end_of_validity(days(30)))
    assert star_spans([Paper(), again]) == [Span(3, ISSUED, again.expires_date)]


def test_the_same_stars_again_after_the_end_show_with_one():
    again = Paper(days(-3), end_of_validity(days(-3)))
    assert star_spans([Paper(), again]) == [Span(3, ISSUED, EXPIRES), Span(3, days(-3), again.expires_date)]


DAY = st.dates(date(2024, 1, 1), date(2028, 1, 1))
PAPER = st.builds(
    lambda issued, extended, revoked, replaced, stars: Paper(
        issued, end_of_validity(issued), extended, revoked, replaced, stars
    ),
    DAY,
    st.none() | DAY,
    st.none() | DAY,
    st.none() | DAY,
    st.sampled_from((3, 4, 5)),
)


@given(st.lists(PAPER, max_size=4), st.dates(date(2023, 12, 1), date(2032, 1, 1)))
def test_the_spans_say_on_every_day_what_counts_that_day(papers, day):
    counts = in_effect_on(papers, day)
    found = [span.stars for span in star_spans(papers) if span.first <= day <= span.last]
    assert found == ([counts.stars] if counts else [])

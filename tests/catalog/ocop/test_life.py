"""What a certificate is on a day (Decision 26/2026/QĐ-TTg, Art. 4.3, 7.6a, 8, 12)."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.ocop.life import IN_FORCE, CertificateState, end_of_validity, last_day_in_force, state_on

S = CertificateState
ISSUED, EXPIRES = date(2024, 3, 15), date(2027, 3, 14)


@dataclass
class Paper:
    """A certificate's dates."""

    issued_date: date = ISSUED
    expires_date: date = EXPIRES
    extended_until: date | None = None
    revoked_date: date | None = None


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

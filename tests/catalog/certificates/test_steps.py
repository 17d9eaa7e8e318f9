"""What is to be done next for a certificate, in words."""

from datetime import date

import pytest

from catalog.certificates.steps import standing
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def scarf(mai):
    """Mai's scarf."""
    return factories.listing(of=mai)


def test_an_extended_certificate_says_so_before_its_own_end_too(scarf):
    paper = factories.certificate(scarf, issued=date(2024, 3, 15), extended_until=date(2027, 9, 10))
    told = standing(paper, None, on=date(2026, 11, 27))
    assert told.step == "Đã kéo dài hiệu lực đến 10/09/2027 trong lúc chờ đánh giá lại."


def test_who_missed_the_window_of_a_young_certificate_is_not_sent_to_ask_for_an_extension(scarf):
    old, young = (factories.certificate(scarf, issued=issued) for issued in (date(2026, 5, 21), date(2026, 5, 22)))
    steps = [standing(each, None, on=each.expires_date).step for each in (old, young)]
    assert ["kéo dài hiệu lực" in step for step in steps] == [True, False]
    assert all("Đã quá hạn nộp" in step for step in steps)

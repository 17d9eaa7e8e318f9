"""Reminders at 180, 150 and 120 days before a certificate's end, once each."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from catalog.certificates.reminders import remind_of_renewal
from catalog.ocop.life import end_of_validity
from producers.notices.models import Notice
from tests import factories
from tests.factories.ocop import dossier

pytestmark = pytest.mark.django_db

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
ISSUED = date(2024, 3, 15)
EXPIRES = end_of_validity(ISSUED)


def rounds(before_end: int, hour: int = 6) -> int:
    """A round so many days before the end."""
    day = EXPIRES - timedelta(days=before_end)
    return remind_of_renewal(at=datetime(day.year, day.month, day.day, hour, tzinfo=HANOI))


@pytest.fixture
def paper(mai):
    """The certificate of Mai's scarf."""
    return factories.certificate(factories.listing(of=mai), stars=3, issued=ISSUED)


def test_each_reminder_is_made_once_however_often_the_rounds_come(paper):
    made = {
        left: sum(rounds(left, hour) for hour in (0, 6, 23)) for left in (200, 181, 180, 179, 150, 149, 120, 119, 0)
    }
    assert made == {200: 0, 181: 0, 180: 1, 179: 0, 150: 1, 149: 0, 120: 1, 119: 0, 0: 0}
    assert Notice.objects.count() == 3


def test_the_notice_says_what_ends_when_and_what_to_do_by_when(paper, mai):
    rounds(180)
    notice = Notice.objects.get()
    assert (notice.point, notice.producer, notice.url) == (mai.point, mai, f"/can-bo/chung-nhan/{paper.pk}/")
    assert notice.text == (
        "Giấy 3 sao của Khăn thổ cẩm Lào, Bà Lò Thị Mai, còn 180 ngày (hết ngày 14/03/2027). "
        "Nộp hồ sơ công nhận lại chậm nhất ngày 14/11/2026."
    )


def test_days_without_rounds_are_caught_up_with_one_reminder(paper):
    assert [rounds(left) for left in (143, 142, 121, 120)] == [1, 0, 0, 1]


def test_after_the_window_the_reminder_says_that_it_was_missed(paper):
    assert rounds(100) == 1
    assert "Đã quá hạn nộp" in Notice.objects.get().text


def test_the_day_is_that_of_vietnam(paper):
    day = EXPIRES - timedelta(days=181)
    last = datetime(day.year, day.month, day.day, 23, 59, tzinfo=HANOI)
    assert [remind_of_renewal(at=last), remind_of_renewal(at=last + timedelta(minutes=1))] == [0, 1]


@pytest.mark.parametrize("fields", [{"verified": False}, {"revoked_date": date(2026, 1, 1)}, {"replaced_date": ISSUED}])
def test_what_needs_no_renewal_needs_no_reminder(mai, fields):
    factories.certificate(factories.listing(of=mai), issued=ISSUED, **fields)
    assert rounds(180) == 0


def test_a_file_that_was_sent_needs_no_reminder(paper):
    dossier(paper.product.listing)
    assert rounds(150) == 0


def test_the_days_are_rules(paper, set_rule):
    set_rule("ocop.first_reminder_days", 175)
    assert [rounds(left) for left in (180, 175)] == [0, 1]


@pytest.mark.parametrize("number", [1, 3])
def test_a_round_with_nothing_to_do_asks_as_often_for_one_as_for_three(mai, number, django_assert_num_queries):
    for _ in range(number):
        factories.certificate(factories.listing(of=mai), issued=ISSUED)
    rounds(180)
    with django_assert_num_queries(3):
        assert rounds(180) == 0

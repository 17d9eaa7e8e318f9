"""What of moderation stands on the first page, for whom, and when it is late."""

from datetime import timedelta

import pytest
from django.utils import timezone

from shop.workplace import moderation
from tests import factories
from tests.factories.moderation import authority_request, licence, restriction

pytestmark = pytest.mark.django_db


def one(source, user):
    (found,) = source(user, timezone.localdate())
    return found.count, found.due, found.late


def test_requests_wait_by_their_hours(linh, giang, mai):
    now = timezone.now()
    authority_request(mai, received_at=now - timedelta(hours=30))
    authority_request(mai, received_at=now - timedelta(hours=1))
    authority_request(mai, state="done", done_at=now)
    assert one(moderation.requests, linh) == (2, timezone.localdate(now - timedelta(hours=6)), 1)
    assert one(moderation.requests, giang) == (0, None, 0)


def test_notices_whose_days_have_passed_wait_for_the_approver(linh, giang, mai):
    restriction(mai)
    restriction(mai, sent_at=timezone.now() - timedelta(days=6))
    assert one(moderation.notices_run_out, linh)[0] == 1
    assert one(moderation.notices_run_out, giang)[0] == 0


def test_the_officer_answers_before_the_day(tuan, bao, mai):
    told = restriction(mai, factories.listing(of=mai))
    assert one(moderation.told, tuan) == (1, told.earliest_date - timedelta(days=1), 0)
    assert one(moderation.told, bao) == (0, None, 0)


def test_licences_to_compare_and_soon_at_their_end(linh, giang, tuan, bao, mai):
    soon = licence(mai, until_date=timezone.localdate() + timedelta(days=60))
    licence(mai, number="2/GP", state="waiting")
    licence(mai, number="3/GP", until_date=timezone.localdate() + timedelta(days=61))
    assert [one(moderation.licences_to_compare, person)[0] for person in (linh, giang)] == [1, 0]
    assert one(moderation.licences_ending, tuan) == (1, soon.until_date, 0)
    assert one(moderation.licences_ending, bao) == (0, None, 0)


@pytest.mark.parametrize(
    "source",
    [
        moderation.requests,
        moderation.notices_run_out,
        moderation.licences_to_compare,
        moderation.told,
        moderation.licences_ending,
    ],
)
def test_each_asks_the_database_once_for_its_rows(source, quan, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        source(quan, timezone.localdate())

"""A word said in the very moment in which the round lets the thing rest, on PostgreSQL."""

from threading import Event
from time import sleep

import pytest

from catalog.freshness import services
from catalog.freshness.services import Answer, pause_listing, pause_unconfirmed, settle_call
from catalog.freshness.states import AskedBy, Word
from catalog.listings.models import Listing
from catalog.listings.states import PauseReason
from common.audit.models import AuditEntry
from producers.notices.models import Notice
from tests.catalog.approvals.test_races import at_once
from tests.catalog.freshness.conftest import days_ago

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def overdue(old):
    scarf = old(40, asked_at=days_ago(20))
    Listing.objects.update(asked_point=scarf.producer.point)
    return scarf


def outcome():
    stored = Listing.objects.get()
    acts = list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))
    return stored.state, stored.paused_because, stored.product.is_public, acts, Notice.objects.count()


@pytest.mark.parametrize("_again", range(5))
def test_a_word_in_that_moment_ends_with_the_thing_on_sale(old, tuan, mai, _again):
    scarf = overdue(old)
    outcomes = at_once(
        lambda: pause_unconfirmed(at=days_ago(0)),
        lambda: settle_call(mai, [Answer(scarf, Word.TRUE)], by=tuan, asked_by=AskedBy.PHONE),
    )
    assert outcomes[1] is None
    state, because, is_public, acts, notices = outcome()
    assert (state, because, is_public) == ("approved", "", True)
    assert (outcomes[0], acts, notices) in [
        (0, ["listing.confirmed"], 0),
        (1, ["listing.paused", "listing.resumed", "listing.confirmed"], 1),
    ]


def test_two_rounds_at_once_let_it_rest_once(old):
    overdue(old)
    outcomes = at_once(*[lambda: pause_unconfirmed(at=days_ago(0))] * 3)
    assert sorted(outcomes) == [0, 0, 1]
    assert outcome() == ("paused", "not_confirmed", False, ["listing.paused"], 1)


def test_resting_by_hand_and_by_the_round_is_one_rest(old, tuan, mai):
    scarf = overdue(old)
    outcomes = at_once(
        lambda: pause_unconfirmed(at=days_ago(0)),
        lambda: settle_call(mai, [Answer(scarf, Word.RESTS)], by=tuan, asked_by=AskedBy.VISIT),
    )
    assert outcomes[1] is None
    state, because, is_public, acts, _ = outcome()
    assert (state, because, is_public) == ("paused", "other", False)
    assert acts.count("listing.paused") == 1


def test_a_call_about_two_goods_takes_both_before_either_is_kept(old, tuan, mai, monkeypatch):
    scarf, bag = old(15), old(15, "Túi")
    is_kept, keep = Event(), services._keep

    def keep_slowly(answer, **about):
        keep(answer, **about)
        is_kept.set()
        sleep(0.5)

    def rest_the_bag():
        is_kept.wait(5)
        pause_listing(Listing.objects.get(pk=bag.pk), by=tuan, because=PauseReason.OTHER)

    monkeypatch.setattr(services, "_keep", keep_slowly)
    answers = [Answer(scarf, Word.RESTS), Answer(bag, Word.TRUE)]
    outcomes = at_once(lambda: settle_call(mai, answers, by=tuan, asked_by=AskedBy.PHONE), rest_the_bag)
    assert outcomes == [None, None]
    assert set(Listing.objects.values_list("state", flat=True)) == {"paused"}

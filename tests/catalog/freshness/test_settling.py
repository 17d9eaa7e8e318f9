"""What the producer said is kept whole or not at all, by those who may act for her."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from oscar.apps.partner.models import StockRecord

from catalog.approvals.services import approve_listing
from catalog.freshness.queries import waiting_for_a_word
from catalog.freshness.services import Answer, AnswerRefused, pause_listing, resume_listing, settle_call
from catalog.freshness.states import AskedBy, Word
from catalog.listings.models import Listing
from catalog.listings.states import ListingState, PauseReason
from catalog.onsale.services import PriceMoveTooLarge, StockMoved, change_price, change_stock
from common.audit.models import AuditEntry
from common.transitions import MoveNotAllowed, NotTheirMove
from producers.directory.models import Membership
from tests import factories
from tests.catalog.freshness.conftest import days_ago

pytestmark = pytest.mark.django_db


def said(listing, word=Word.TRUE, **about):
    return Answer(listing, word, **about)


def trail():
    return list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))


def facts(listing):
    stored = Listing.objects.get(pk=listing.pk)
    stock = StockRecord.objects.get(product=listing.product_id)
    is_fresh = stored.confirmed_at > days_ago(1)
    return stored.state, is_fresh, stock.num_in_stock, int(stock.price), stored.product.is_public


def test_one_call_settles_three_goods(old, tuan, mai, nua_ngam):
    scarf, bag, pillow = old(15), old(15, "Túi"), old(15, "Gối")
    settle_call(
        mai,
        [
            said(scarf),
            said(bag, Word.CHANGED, free=2, seen=5, price_dong=260_000),
            said(pillow, Word.RESTS, because=PauseReason.SEASON, back_date=date(2027, 3, 1)),
        ],
        by=tuan,
        asked_by=AskedBy.PHONE,
    )
    assert facts(scarf) == ("approved", True, 5, 250_000, True)
    assert facts(bag) == ("approved", True, 2, 260_000, True)
    assert facts(pillow) == ("paused", True, 5, 250_000, False)
    pillow.refresh_from_db()
    assert (pillow.paused_because, pillow.back_date) == ("season", date(2027, 3, 1))
    assert trail() == [
        "listing.confirmed",
        "listing.confirmed",
        "listing.stock_changed",
        "listing.price_changed",
        "listing.confirmed",
        "listing.paused",
    ]
    entry = AuditEntry.objects.first()
    assert (entry.by, entry.on_behalf_of_id, entry.at_point_id) == (tuan, mai.pk, nua_ngam.pk)
    assert (entry.after, entry.subject) == ({"asked_by": "Gọi điện"}, scarf)
    assert AuditEntry.objects.last().reason == "Hết mùa, chưa tới mùa; trở lại ngày 01/03/2027"


def test_a_word_sells_again_what_rested(old, tuan, mai):
    scarf = old(60, state=ListingState.PAUSED, paused_because=PauseReason.NOT_CONFIRMED)
    settle_call(mai, [said(scarf, Word.CHANGED, free=1, seen=5)], by=tuan, asked_by=AskedBy.VISIT)
    assert facts(scarf) == ("approved", True, 1, 250_000, True)
    scarf.refresh_from_db()
    assert (scarf.paused_because, scarf.back_date) == ("", None)
    assert trail() == ["listing.resumed", "listing.confirmed", "listing.stock_changed"]


def test_what_rests_may_rest_on(old, tuan, mai):
    scarf = old(60, state=ListingState.PAUSED, paused_because=PauseReason.NOT_CONFIRMED)
    settle_call(mai, [said(scarf, Word.RESTS, because=PauseReason.AT_HOME)], by=tuan, asked_by=AskedBy.VISIT)
    scarf.refresh_from_db()
    assert (scarf.state, scarf.paused_because, scarf.back_date) == ("paused", "at_home", None)
    assert timezone.now() - scarf.confirmed_at < timedelta(minutes=1)
    assert trail() == ["listing.confirmed", "listing.pause_kept"]


@pytest.mark.parametrize(
    ("about", "cause"),
    [
        ({"free": 9, "seen": 4}, StockMoved),
        ({"price_dong": 400_000}, PriceMoveTooLarge),
    ],
)
def test_one_answer_that_cannot_be_kept_keeps_none(old, tuan, mai, about, cause):
    scarf, bag = old(15), old(15, "Túi")
    with pytest.raises(AnswerRefused) as refused:
        settle_call(mai, [said(scarf), said(bag, Word.CHANGED, **about)], by=tuan, asked_by=AskedBy.PHONE)
    assert isinstance(refused.value.__cause__, cause)
    assert refused.value.answer.listing == bag
    assert facts(scarf) == facts(bag) == ("approved", False, 5, 250_000, True)
    assert trail() == []


def test_what_left_the_market_meanwhile_is_not_brought_back(old, tuan, mai):
    scarf = old(15, state=ListingState.SUSPENDED)
    with pytest.raises(AnswerRefused) as refused:
        settle_call(mai, [said(scarf)], by=tuan, asked_by=AskedBy.PHONE)
    assert isinstance(refused.value.__cause__, MoveNotAllowed)
    assert facts(scarf) == ("suspended", False, 5, 250_000, False)


def test_the_same_form_sent_twice_is_no_trouble(old, tuan, mai):
    scarf = old(15)
    for _ in range(2):
        settle_call(mai, [said(scarf, Word.CHANGED, free=2, seen=5)], by=tuan, asked_by=AskedBy.PHONE)
    assert facts(scarf) == ("approved", True, 2, 250_000, True)
    assert trail() == ["listing.confirmed", "listing.stock_changed", "listing.confirmed"]


@pytest.mark.parametrize("who", ["bao", "linh", "giang", "thanh", "an", "quan"])
def test_nobody_else_speaks_for_her(old, mai, who, request):
    scarf = old(15)
    with pytest.raises(NotTheirMove):
        settle_call(mai, [said(scarf)], by=request.getfixturevalue(who), asked_by=AskedBy.PHONE)
    assert facts(scarf) == ("approved", False, 5, 250_000, True)
    assert trail() == []


def test_an_officer_moved_to_another_point_meanwhile_is_refused(old, tuan, mai, sin_ho):
    scarf = old(15)
    Membership.objects.filter(user=tuan).update(point=sin_ho)
    with pytest.raises(NotTheirMove):
        settle_call(mai, [said(scarf, Word.RESTS)], by=tuan, asked_by=AskedBy.PHONE)
    assert facts(scarf) == ("approved", False, 5, 250_000, True)


def test_selling_again_shows_nothing_that_she_no_longer_agrees_to(old, tuan, mai):
    scarf = old(15)
    pause_listing(scarf, by=tuan, because=PauseReason.SEASON)
    factories.consent(mai, "name_and_picture", by=tuan)
    resume_listing(scarf, by=tuan)
    assert facts(scarf)[0::4] == ("approved", False)


def test_number_price_and_approval_are_a_word_too(old, tuan, linh, mai):
    scarf, bag = old(30), old(30, "Túi")
    change_stock(scarf, 3, seen=5, by=tuan)
    change_price(bag, 260_000, by=tuan)
    assert facts(scarf)[1] is facts(bag)[1] is True
    waiting = old(30, "Gối", state=ListingState.SUBMITTED, submitted_by=tuan)
    approve_listing(waiting, by=linh, seen=waiting.submitted_at)
    assert facts(waiting)[1] is True


def test_a_rest_until_a_day_waits_for_a_word_on_that_day(old, tuan, mai):
    scarf = old(1)
    today = timezone.localdate()
    pause_listing(scarf, by=tuan, because=PauseReason.SEASON, back_date=today + timedelta(days=10))
    assert list(waiting_for_a_word(tuan, on=today + timedelta(days=9))) == []
    assert list(waiting_for_a_word(tuan, on=today + timedelta(days=10))) == [scarf]

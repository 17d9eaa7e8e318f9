"""A seller is told days before she is restricted; unlawful goods go at once, on a ground of the list."""

from datetime import date, datetime

import pytest
from django.utils import timezone
from oscar.apps.catalogue.models import Product

from catalog.listings.states import ListingState
from catalog.moderation.models import Restriction
from catalog.moderation.restrictions.grounds import grounds_on
from catalog.moderation.restrictions.services import (
    TooEarly,
    announce_restriction,
    answer_restriction,
    carry_out_restriction,
    first_day_after_notice,
    lift_restriction,
    take_down_at_once,
    withdraw_restriction,
)
from catalog.moderation.states import RestrictionState
from common.audit.models import AuditEntry
from common.audit.queries import history_of
from common.transitions import ChangedSinceSeen, MoveNotAllowed, NotTheirMove, ReasonMissing
from producers.notices.models import Notice
from tests import factories
from tests.factories.moderation import restriction

pytestmark = pytest.mark.django_db
WHY = {"reason": "Giao chậm nhiều lần.", "source": "Quy chế của chợ, điều 7"}
GROUND = grounds_on(date(2026, 11, 26))["medicine_claim"]


def at(day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    """A moment of December 2026, in Vietnam."""
    return datetime(2026, 12, day, hour, minute, second, tzinfo=timezone.get_default_timezone())


def state_of(listing) -> tuple[str, bool]:
    listing.refresh_from_db()
    return listing.state, Product.objects.get(pk=listing.product_id).is_public


def test_a_notice_restricts_nothing_and_reaches_the_point(linh, mai):
    scarf = factories.listing(of=mai)
    told = announce_restriction(mai, listing=scarf, **WHY, by=linh, at=at(1, 23, 59))
    assert (told.state, told.earliest_date) == (RestrictionState.SENT, date(2026, 12, 7))
    assert state_of(scarf) == (ListingState.APPROVED, True)
    notice = Notice.objects.get()
    assert (notice.point, notice.url) == (mai.point, f"/can-bo/han-che/{told.pk}/")
    assert "từ 07/12/2026 có thể ngừng bán “Khăn thổ cẩm Lào” của Bà Lò Thị Mai" in notice.text
    assert history_of(told).get().action == "restriction.sent"


@pytest.mark.parametrize(
    ("sent", "first"),
    [(at(1), date(2026, 12, 7)), (at(1, 23, 59, 59), date(2026, 12, 7)), (at(2), date(2026, 12, 8))],
)
def test_days_are_whole_days_after_that_of_the_notice(sent, first):
    assert first_day_after_notice(sent) == first


def test_the_days_are_a_rule(set_rule):
    set_rule("restriction.notice_days", 10)
    assert first_day_after_notice(at(1, 12)) == date(2026, 12, 12)


def test_until_midnight_nothing_is_restricted(linh, mai):
    scarf = factories.listing(of=mai)
    told = restriction(mai, scarf, sent_at=at(1, 10))
    entries = AuditEntry.objects.count()
    with pytest.raises(TooEarly):
        carry_out_restriction(told, by=linh, at=at(6, 23, 59, 59))
    assert (state_of(scarf), AuditEntry.objects.count()) == ((ListingState.APPROVED, True), entries)
    assert carry_out_restriction(told, by=linh, at=at(7)) == 1
    assert state_of(scarf) == (ListingState.SUSPENDED, False)
    assert history_of(scarf).get(action="listing.suspended").reason == "Giao hàng chậm nhiều lần."


def test_all_that_is_hers_can_be_restricted(linh, mai, pao):
    hers = [factories.listing("Khăn", of=mai), factories.listing("Túi", of=mai)]
    his = factories.listing("Chè", of=pao)
    told = restriction(mai, sent_at=at(1))
    assert carry_out_restriction(told, by=linh, at=at(7)) == 2
    assert [state_of(each)[1] for each in (*hers, his)] == [False, False, True]
    assert lift_restriction(told, by=linh, reason="Đã giao đúng hẹn.", at=at(9)) == 2
    assert [state_of(each)[1] for each in (*hers, his)] == [True, True, True]


@pytest.mark.parametrize("who", ["tuan", "giang", "thanh", "an"])
def test_nobody_else_announces_a_restriction(who, mai, request):
    person = request.getfixturevalue(who)
    with pytest.raises(NotTheirMove):
        announce_restriction(mai, **WHY, by=person)
    assert (Restriction.objects.count(), Notice.objects.count()) == (0, 0)


@pytest.mark.parametrize("lacking", ["reason", "source"])
def test_a_notice_says_why_and_by_which_rule(linh, mai, lacking):
    with pytest.raises(ReasonMissing):
        announce_restriction(mai, **{**WHY, lacking: " "}, by=linh)
    assert not Restriction.objects.exists()


def test_the_officer_answers_once_in_her_words(linh, tuan, mai):
    told = restriction(mai, factories.listing(of=mai))
    with pytest.raises(ReasonMissing):
        answer_restriction(told, by=tuan, answer=" ")
    answer_restriction(told, by=tuan, answer="Đường sạt lở ba ngày.")
    assert (told.state, told.answer, told.answered_by) == ("answered", "Đường sạt lở ba ngày.", tuan)
    entry = history_of(told).get(action="restriction.answered")
    assert (entry.on_behalf_of_name, entry.at_point_name) == (str(mai), str(mai.point))
    with pytest.raises(MoveNotAllowed):
        answer_restriction(told, by=tuan, answer="Còn nữa.")


def test_an_answer_keeps_the_clock(linh, tuan, mai):
    told = restriction(mai, factories.listing(of=mai), sent_at=at(1))
    answer_restriction(told, by=tuan, answer="Sẽ sửa.")
    with pytest.raises(TooEarly):
        carry_out_restriction(told, by=linh, at=at(6, 23))
    assert carry_out_restriction(told, by=linh, at=at(7)) == 1


def test_a_notice_taken_back_restricts_nothing(linh, mai):
    scarf = factories.listing(of=mai)
    told = restriction(mai, scarf, sent_at=at(1))
    with pytest.raises(ReasonMissing):
        withdraw_restriction(told, by=linh, reason="")
    withdraw_restriction(told, by=linh, reason="Bà con đã sửa.")
    with pytest.raises(MoveNotAllowed):
        carry_out_restriction(told, by=linh, at=at(8))
    assert (told.state, state_of(scarf)) == ("withdrawn", (ListingState.APPROVED, True))


def test_unlawful_goods_go_at_once_with_the_ground(linh, mai):
    scarf = factories.listing(of=mai)
    take_down_at_once(scarf, ground=GROUND, reason="Bỏ câu chữa đau đầu.", by=linh, seen=scarf.submitted_at)
    assert state_of(scarf) == (ListingState.CHANGES_REQUESTED, False)
    assert scarf.return_reason == f"{GROUND.name} ({GROUND.source})\nBỏ câu chữa đau đầu."
    assert history_of(scarf).first().action == "listing.taken_down"
    assert Notice.objects.get().url == f"/can-bo/hang/{scarf.pk}/"


def test_going_at_once_needs_words_and_what_was_seen(linh, mai):
    scarf = factories.listing(of=mai)
    with pytest.raises(ReasonMissing):
        take_down_at_once(scarf, ground=GROUND, reason=" ", by=linh, seen=scarf.submitted_at)
    with pytest.raises(ChangedSinceSeen):
        take_down_at_once(scarf, ground=GROUND, reason="Vì thế.", by=linh, seen=at(1))
    assert state_of(scarf) == (ListingState.APPROVED, True)


@pytest.mark.parametrize("who", ["tuan", "giang", "thanh", "an"])
def test_nobody_else_takes_down_at_once(who, mai, request):
    scarf = factories.listing(of=mai)
    person = request.getfixturevalue(who)
    with pytest.raises(NotTheirMove):
        take_down_at_once(scarf, ground=GROUND, reason="Vì thế.", by=person, seen=scarf.submitted_at)
    assert state_of(scarf) == (ListingState.APPROVED, True)


def test_the_grounds_are_dated_data_with_their_sources():
    grounds = grounds_on(date(2026, 11, 26)).values()
    assert len(grounds) >= 5
    assert all(each.source and each.sure in {"A", "B", "C", "BG", "O"} for each in grounds)
    assert grounds_on(date(2026, 6, 30)) == {}

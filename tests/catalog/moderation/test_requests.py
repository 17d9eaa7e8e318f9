"""An authority's request: recorded, done within its hours, lifted with a reason; in the words of the trail."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from oscar.apps.catalogue.models import Product

from catalog.listings.states import ListingState
from catalog.moderation.models import AuthorityRequest, Hold
from catalog.moderation.requests.services import (
    Asked,
    answer_request,
    carry_out_request,
    lift_request,
    record_request,
    withdraw_request,
)
from catalog.moderation.states import RequestKind, RequestState
from common.audit.models import AuditEntry
from common.audit.queries import history_of
from common.transitions import MoveNotAllowed, NotTheirMove, ReasonMissing
from producers.directory.models import Membership, Producer
from producers.notices.models import Notice
from tests import factories
from tests.factories.moderation import authority_request, restriction

pytestmark = pytest.mark.django_db
CAME = datetime(2026, 11, 24, 9, 30, tzinfo=timezone.get_default_timezone())


def asked(**about) -> Asked:
    return Asked(
        **{
            "kind": RequestKind.TAKEDOWN,
            "authority": "Chi cục Quản lý thị trường",
            "document_no": "125/QLTT-NV",
            "reason": "Hàng không rõ nguồn gốc.",
            "received_at": CAME,
            **about,
        }
    )


def state_of(listing) -> tuple[str, bool]:
    listing.refresh_from_db()
    return listing.state, Product.objects.get(pk=listing.product_id).is_public


def nothing_written() -> tuple[int, int]:
    return AuthorityRequest.objects.count(), AuditEntry.objects.count()


@pytest.mark.parametrize("who", ["linh", "quan"])
def test_the_hours_run_from_when_the_document_came(who, mai, request):
    scarf = factories.listing(of=mai)
    person = request.getfixturevalue(who)
    made = record_request(mai, asked(), listings=[scarf], by=person)
    assert (made.due_at, made.state, list(made.listings.all())) == (CAME + timedelta(hours=24), "open", [scarf])
    assert state_of(scarf) == (ListingState.APPROVED, True)
    assert [(each.action, each.by) for each in history_of(made)] == [("request.recorded", person)]


def test_the_hours_are_a_rule(linh, mai, set_rule):
    set_rule("takedown.hours", 12)
    set_rule("authority_information.hours", 48)
    assert record_request(mai, asked(), by=linh).due_at == CAME + timedelta(hours=12)
    asks = asked(kind=RequestKind.INFORMATION)
    assert record_request(mai, asks, by=linh).due_at == CAME + timedelta(hours=48)


@pytest.mark.parametrize("who", ["tuan", "giang", "thanh", "an", "bao"])
def test_nobody_else_records_a_request(who, mai, request):
    person = request.getfixturevalue(who)
    before = nothing_written()
    with pytest.raises(NotTheirMove):
        record_request(mai, asked(), by=person)
    assert nothing_written() == before


def test_what_is_named_goes_off_sale_and_nothing_else(linh, mai):
    named, resting = factories.listing("Khăn", of=mai), factories.listing("Túi", of=mai, state=ListingState.PAUSED)
    other, draft = factories.listing("Chè", of=mai), factories.listing("Nháp", of=mai, state=ListingState.DRAFT)
    wanted = authority_request(mai, named, resting, draft)
    assert carry_out_request(wanted, by=linh) == 2
    assert [state_of(each) for each in (named, resting, other, draft)] == [
        (ListingState.SUSPENDED, False),
        (ListingState.SUSPENDED, False),
        (ListingState.APPROVED, True),
        (ListingState.DRAFT, False),
    ]
    wanted.refresh_from_db()
    assert (wanted.state, wanted.done_by, wanted.was_in_time) == (RequestState.DONE, linh, True)
    entry = history_of(named).get(action="listing.suspended")
    assert entry.reason == "Theo yêu cầu số 125/QLTT-NV của Chi cục Quản lý thị trường: Hàng không rõ nguồn gốc."
    assert [(each.point, each.producer) for each in Notice.objects.all()] == [(mai.point, mai)]


def test_all_that_is_hers_can_be_named(linh, mai, pao):
    hers, his = factories.listing("Khăn", of=mai), factories.listing("Chè", of=pao)
    wanted = authority_request(mai, names_all=True)
    carry_out_request(wanted, by=linh)
    assert (state_of(hers)[0], state_of(his)[0]) == (ListingState.SUSPENDED, ListingState.APPROVED)
    assert (Producer.objects.get(pk=mai.pk).state, Producer.objects.get(pk=pao.pk).state) == ("suspended", "approved")
    lift_request(wanted, by=linh, reason="Đã rõ nguồn gốc")
    assert (state_of(hers), Producer.objects.get(pk=mai.pk).state) == ((ListingState.APPROVED, True), "approved")


def test_she_sells_again_when_nothing_holds_all_that_is_hers(linh, mai):
    first, second = (authority_request(mai, names_all=True, document_no=number) for number in ("1/QLTT", "2/QLTT"))
    carry_out_request(first, by=linh)
    carry_out_request(second, by=linh)
    lift_request(first, by=linh, reason="Đã rõ")
    assert Producer.objects.get(pk=mai.pk).state == "suspended"
    lift_request(second, by=linh, reason="Đã rõ")
    assert Producer.objects.get(pk=mai.pk).state == "approved"


@pytest.mark.parametrize(("late", "in_time"), [(timedelta(0), True), (timedelta(microseconds=1), False)])
def test_in_time_is_to_the_last_moment(linh, mai, late, in_time):
    wanted = authority_request(mai, factories.listing(of=mai), received_at=CAME)
    carry_out_request(wanted, by=linh, at=CAME + timedelta(hours=24) + late)
    assert wanted.was_in_time is in_time


def test_overdue_is_what_still_waits(mai):
    wanted = authority_request(mai, received_at=CAME)
    due = CAME + timedelta(hours=24)
    assert [wanted.is_overdue(at=due), wanted.is_overdue(at=due + timedelta(seconds=1))] == [False, True]
    wanted.state = RequestState.DONE
    assert not wanted.is_overdue(at=due + timedelta(days=1))


def test_it_is_carried_out_once(linh, quan, mai):
    wanted = authority_request(mai, factories.listing(of=mai))
    carry_out_request(wanted, by=linh)
    entries = AuditEntry.objects.count()
    with pytest.raises(MoveNotAllowed):
        carry_out_request(AuthorityRequest.objects.get(pk=wanted.pk), by=quan)
    assert (AuditEntry.objects.count(), Hold.objects.count()) == (entries, 1)


def test_goods_come_back_with_a_reason(linh, mai):
    scarf = factories.listing(of=mai)
    wanted = authority_request(mai, scarf)
    carry_out_request(wanted, by=linh)
    with pytest.raises(ReasonMissing):
        lift_request(wanted, by=linh, reason=" ")
    assert state_of(scarf) == (ListingState.SUSPENDED, False)
    assert lift_request(wanted, by=linh, reason="Đã xuất trình hoá đơn.") == 1
    assert state_of(scarf) == (ListingState.APPROVED, True)
    assert history_of(scarf).get(action="listing.lifted").reason == "Đã xuất trình hoá đơn."


def test_what_something_else_holds_stays_away(linh, mai):
    scarf = factories.listing(of=mai)
    first, second = authority_request(mai, scarf), authority_request(mai, scarf, document_no="126/QLTT-NV")
    carry_out_request(first, by=linh)
    carry_out_request(second, by=linh)
    assert lift_request(first, by=linh, reason="Xong.") == 0
    assert state_of(scarf) == (ListingState.SUSPENDED, False)
    assert lift_request(second, by=linh, reason="Xong.") == 1
    assert state_of(scarf) == (ListingState.APPROVED, True)


def test_goods_whose_consent_is_gone_do_not_come_back_on_sale(linh, mai, tuan):
    scarf = factories.listing(of=mai)
    wanted = authority_request(mai, scarf)
    carry_out_request(wanted, by=linh)
    factories.consent(mai, "voice", by=tuan)
    lift_request(wanted, by=linh, reason="Xong.")
    assert state_of(scarf) == (ListingState.APPROVED, False)


def test_a_retired_listing_stays_retired(linh, mai):
    scarf = factories.listing(of=mai)
    wanted = authority_request(mai, scarf)
    carry_out_request(wanted, by=linh)
    scarf.refresh_from_db()
    type(scarf).objects.filter(pk=scarf.pk).update(state=ListingState.RETIRED)
    assert lift_request(wanted, by=linh, reason="Xong.") == 0
    assert state_of(scarf) == (ListingState.RETIRED, False)


def test_a_question_is_answered_with_words_and_takes_nothing_down(linh, mai):
    scarf = factories.listing(of=mai)
    question = authority_request(mai, scarf, kind="information")
    with pytest.raises(MoveNotAllowed):
        carry_out_request(question, by=linh)
    with pytest.raises(ReasonMissing):
        answer_request(question, by=linh, answer="")
    answer_request(question, by=linh, answer="Đã gửi công văn 12/CP.")
    assert (question.state, question.answer, state_of(scarf)[0]) == (
        RequestState.DONE,
        "Đã gửi công văn 12/CP.",
        ListingState.APPROVED,
    )
    with pytest.raises(MoveNotAllowed):
        lift_request(question, by=linh, reason="Không có gì để cho bán lại.")


def test_a_request_to_take_down_is_not_answered(linh, mai):
    wanted = authority_request(mai, factories.listing(of=mai))
    with pytest.raises(MoveNotAllowed):
        answer_request(wanted, by=linh, answer="Rồi.")
    wanted.refresh_from_db()
    assert wanted.state == RequestState.OPEN


def test_an_authority_may_take_its_request_back(linh, mai):
    scarf = factories.listing(of=mai)
    wanted = authority_request(mai, scarf)
    withdraw_request(wanted, by=linh, reason="Ghi nhầm người bán.")
    assert (wanted.state, wanted.end_reason, state_of(scarf)[1]) == (
        RequestState.WITHDRAWN,
        "Ghi nhầm người bán.",
        True,
    )


def test_an_approver_who_was_moved_away_takes_nothing_down(linh, mai):
    scarf = factories.listing(of=mai)
    wanted = authority_request(mai, scarf)
    Membership.objects.filter(user=linh).update(ended_at=timezone.now())
    with pytest.raises(NotTheirMove):
        carry_out_request(wanted, by=linh)
    assert state_of(scarf) == (ListingState.APPROVED, True)


def test_a_restriction_holds_as_well(linh, mai):
    scarf = factories.listing(of=mai)
    wanted = authority_request(mai, scarf)
    told = restriction(mai, scarf, state="carried_out")
    carry_out_request(wanted, by=linh)
    Hold.objects.create(listing=scarf, restriction=told)
    assert lift_request(wanted, by=linh, reason="Xong.") == 0

"""What a hold on all that is hers means for what she lists later, and as what goods come back when it ends."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from catalog.approvals.services import HeldOffSale, approve_listing
from catalog.listings.states import ListingState, PauseReason
from catalog.moderation.queries import is_held, why_stays_suspended
from catalog.moderation.requests.services import carry_out_request, lift_request
from catalog.moderation.restrictions.services import carry_out_restriction, lift_restriction
from common.audit.models import AuditEntry
from common.audit.queries import history_of
from common.audit.sentences import told
from common.transitions import NotTheirMove
from producers.applications.queries import version_of
from producers.applications.services import StillHeld, lift_suspension, suspend_producer
from producers.directory.models import Producer
from producers.notices.models import Notice
from tests import factories
from tests.factories.moderation import authority_request, restriction
from tests.people import signed_in

pytestmark = pytest.mark.django_db
LONG_AGO = timezone.now() - timedelta(days=90)


def held_by_request(mai, linh):
    wanted = authority_request(mai, names_all=True)
    carry_out_request(wanted, by=linh)
    return lambda: lift_request(wanted, by=linh, reason="Đã rõ nguồn gốc.")


def held_by_restriction(mai, linh):
    told_before = restriction(mai, sent_at=timezone.now() - timedelta(days=10))
    carry_out_restriction(told_before, by=linh)
    return lambda: lift_restriction(told_before, by=linh, reason="Đã giao đúng hẹn.")


ALL = pytest.mark.parametrize("hold", [held_by_request, held_by_restriction])


@ALL
def test_what_she_lists_later_is_held_until_the_hold_ends(hold, linh, mai):
    lift = hold(mai, linh)
    later = factories.listing(of=mai, state=ListingState.SUBMITTED)
    Producer.objects.update(state="approved")
    with pytest.raises(HeldOffSale):
        approve_listing(later, by=linh, seen=later.submitted_at)
    later.refresh_from_db()
    assert (later.state, later.product.is_public) == (ListingState.SUBMITTED, False)
    lift()
    approve_listing(later, by=linh, seen=later.submitted_at)
    assert later.state == ListingState.APPROVED


@ALL
def test_her_suspension_is_not_lifted_past_the_hold(hold, linh, mai):
    lift = hold(mai, linh)
    entries = AuditEntry.objects.count()
    mai.refresh_from_db()
    with pytest.raises(StillHeld):
        lift_suspension(mai, by=linh)
    assert (Producer.objects.get().state, AuditEntry.objects.count()) == ("suspended", entries)
    lift()
    assert Producer.objects.get().state == "approved"


@ALL
@pytest.mark.parametrize("who", ["tuan", "giang", "an"])
def test_nobody_else_is_told_why(hold, who, linh, mai, request):
    hold(mai, linh)
    person = request.getfixturevalue(who)
    with pytest.raises(NotTheirMove):
        lift_suspension(mai, by=person)
    assert Producer.objects.get().state == "suspended"


@pytest.mark.parametrize(
    ("hold", "sentence"),
    [
        (held_by_request, "còn yêu cầu số 125/QLTT-NV của Chi cục Quản lý thị trường gỡ mọi mặt hàng"),
        (held_by_restriction, "đang hạn chế bán mọi mặt hàng"),
    ],
)
def test_the_page_says_what_holds_her(hold, sentence, linh, mai):
    hold(mai, linh)
    mai.refresh_from_db()
    form = {"quyet-dinh": "thoi-dinh-chi", "reason": "", "seen": version_of(mai)}
    response = signed_in(linh).post(f"/duyet/nguoi-ban/{mai.pk}/quyet-dinh/", form)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert Producer.objects.get().state == "suspended"


def test_a_hold_on_some_of_hers_keeps_nothing_else(linh, mai):
    scarf, bag = factories.listing("Khăn", of=mai), factories.listing("Túi", of=mai)
    carry_out_request(authority_request(mai, scarf), by=linh)
    carry_out_restriction(restriction(mai, scarf, sent_at=LONG_AGO), by=linh)
    authority_request(mai, names_all=True, kind="information", state="done")
    authority_request(mai, names_all=True)
    assert (is_held(scarf), is_held(bag), why_stays_suspended(mai.pk)) == (True, False, "")
    suspend_producer(mai, by=linh, reason="Hàng không đúng ảnh.")
    lift_suspension(mai, by=linh)
    assert Producer.objects.get().state == "approved"


def test_a_hold_on_another_keeps_nothing_of_hers(quan, mai, pao):
    carry_out_request(authority_request(pao, names_all=True), by=quan)
    assert not is_held(factories.listing(of=mai))


@ALL
def test_what_rested_rests_again(hold, linh, mai):
    rest = {"paused_because": PauseReason.SEASON, "back_date": date(2027, 3, 1)}
    resting = factories.listing("Mận", of=mai, state=ListingState.PAUSED, confirmed_at=LONG_AGO, **rest)
    lift = hold(mai, linh)
    resting.refresh_from_db()
    assert resting.state == ListingState.SUSPENDED
    assert lift() == 1
    resting.refresh_from_db()
    assert (resting.state, resting.paused_because, resting.back_date) == (ListingState.PAUSED, *rest.values())
    assert (resting.confirmed_at, resting.product.is_public) == (LONG_AGO, False)
    entry = history_of(resting).get(action="listing.lifted_to_rest")
    assert "thôi đình chỉ, lại tạm nghỉ như trước" in told(entry).sentence


def test_coming_back_is_no_word_on_price_and_stock(linh, mai):
    scarf = factories.listing(of=mai, confirmed_at=LONG_AGO)
    lift = held_by_request(mai, linh)
    lift()
    scarf.refresh_from_db()
    assert (scarf.state, scarf.confirmed_at) == (ListingState.APPROVED, LONG_AGO)


def test_an_old_rest_is_not_taken_for_one_of_today(linh, mai):
    scarf = factories.listing(of=mai, paused_because=PauseReason.SEASON, back_date=date(2025, 3, 1))
    lift = held_by_request(mai, linh)
    lift()
    scarf.refresh_from_db()
    assert (scarf.state, scarf.paused_because, scarf.back_date) == (ListingState.APPROVED, "", None)


def test_her_officer_is_told_which_goods_and_why(mai, scarf, linh):
    wanted = authority_request(mai, scarf)
    carry_out_request(wanted, by=linh)
    told = Notice.objects.get(producer=mai).text
    assert (str(scarf) in told, wanted.reason in told, wanted.document_no in told) == (True, True, True)

"""The life of an application: sent, decided, stopped, and what becomes of her goods."""

import pytest

from common.audit.models import AuditEntry
from common.audit.services import record
from common.transitions import ChangedSinceSeen, MoveNotAllowed, NotTheirMove, ReasonMissing, SameHands
from producers.applications.queries import version_of
from producers.applications.services import (
    IdentityMissing,
    NotComplete,
    approve_application,
    close_producer,
    lift_suspension,
    reject_application,
    reopen_producer,
    return_application,
    submit_application,
    suspend_producer,
    take_back_application,
)
from producers.directory.states import ProducerState
from producers.identity.methods import Evidence
from producers.identity.services import record_check
from producers.identity.states import Paper
from producers.notices.models import Notice
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(nua_ngam, tuan):
    """A producer whose application Tuấn has sent."""
    producer = factories.producer("Bà Quàng Thị Mươn", nua_ngam, created_by=tuan, state=ProducerState.DRAFT)
    submit_application(producer, by=tuan)
    return producer


def untouched(producer, state):
    producer.refresh_from_db()
    return producer.state == state


def test_the_officer_sends_it_and_takes_it_back(sent, tuan):
    assert (sent.state, sent.submitted_by) == ("submitted", tuan)
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.by_name, entry.at_point_name) == (
        "producer.submitted",
        "Lường Văn Tuấn",
        "Điểm hỗ trợ xã Núa Ngam",
    )
    take_back_application(sent, by=tuan)
    assert untouched(sent, "draft")


def test_what_the_kind_has_to_show_is_asked_for_first(nua_ngam, tuan):
    htx = factories.producer("HTX Na Sang", nua_ngam, created_by=tuan, kind="cooperative", state="draft")
    with pytest.raises(NotComplete) as lacking:
        submit_application(htx, by=tuan)
    assert [row.field for row in lacking.value.missing] == ["registration_no", "tax_code", "representative"]
    assert untouched(htx, "draft")


def test_the_approver_approves_and_the_point_is_told(sent, linh):
    approve_application(sent, by=linh, seen=version_of(sent))
    assert (sent.state, sent.decided_by) == ("approved", linh)
    notice = Notice.objects.get()
    assert (notice.point, notice.producer) == (sent.point, sent)
    assert "Bà Quàng Thị Mươn" in notice.text


@pytest.mark.parametrize(
    ("decide", "state"), [(return_application, "changes_requested"), (reject_application, "rejected")]
)
def test_a_no_has_a_reason(sent, linh, decide, state):
    with pytest.raises(ReasonMissing):
        decide(sent, by=linh, reason="  ", seen=version_of(sent))
    assert untouched(sent, "submitted")
    decide(sent, by=linh, reason="Chưa rõ thôn, bản.", seen=version_of(sent))
    assert (sent.state, sent.decision_reason) == (state, "Chưa rõ thôn, bản.")
    assert "Chưa rõ thôn, bản." in Notice.objects.get().text


def test_who_typed_it_does_not_approve_it(sent, tuan, linh, nua_ngam):
    sent.created_by = linh
    sent.save()
    with pytest.raises(SameHands):
        approve_application(sent, by=linh, seen=version_of(sent))
    assert untouched(sent, "submitted")


def test_the_second_approver_is_told_and_changes_nothing(sent, linh):
    seen = version_of(sent)
    return_application(sent, by=linh, reason="Thiếu.", seen=seen)
    with pytest.raises(ChangedSinceSeen):
        approve_application(sent, by=linh, seen=seen)
    assert untouched(sent, "changes_requested")


def test_an_application_changed_since_it_was_seen_is_looked_at_again(sent, tuan, linh):
    seen = version_of(sent)
    take_back_application(sent, by=tuan)
    submit_application(sent, by=tuan)
    with pytest.raises(ChangedSinceSeen):
        approve_application(sent, by=linh, seen=seen)
    assert untouched(sent, "submitted")


def test_an_officer_moved_away_in_between_is_refused(sent, tuan):
    tuan.memberships.update(ended_at="2026-11-01T00:00:00+07:00")
    with pytest.raises(NotTheirMove):
        take_back_application(sent, by=tuan)
    assert untouched(sent, "submitted")


def test_from_the_day_of_the_law_an_unknown_identity_is_not_approved(sent, linh, tuan, set_rule):
    set_rule("identity.required_from", 20260101)
    with pytest.raises(IdentityMissing):
        approve_application(sent, by=linh, seen=version_of(sent))
    assert untouched(sent, "submitted")
    record_check(sent, Evidence(Paper.CITIZEN_CARD, "0123", sent.name), method="in_person", by=tuan)
    approve_application(sent, by=linh, seen=version_of(sent))
    assert untouched(sent, "approved")


def test_a_suspension_takes_everything_off_the_market_and_lifting_brings_back_what_was_on_sale(mai, linh):
    on_sale, paused = factories.listing(of=mai), factories.listing("Khăn nghỉ", of=mai, state="paused")
    with pytest.raises(ReasonMissing):
        suspend_producer(mai, by=linh, reason="")
    suspend_producer(mai, by=linh, reason="Hàng không đúng ảnh.")
    on_sale.product.refresh_from_db()
    assert (mai.state, on_sale.product.is_public) == ("suspended", False)
    lift_suspension(mai, by=linh)
    for listing, is_public in ((on_sale, True), (paused, False)):
        listing.product.refresh_from_db()
        assert listing.product.is_public == is_public


def test_she_stops_with_her_word_and_the_province_opens_again(mai, tuan, linh):
    listing = factories.listing(of=mai)
    with pytest.raises(ReasonMissing):
        close_producer(mai, by=tuan, word=" ")
    close_producer(mai, by=tuan, word="Năm nay tôi nghỉ dệt.")
    listing.product.refresh_from_db()
    assert (mai.state, mai.decision_reason, listing.product.is_public) == ("closed", "Năm nay tôi nghỉ dệt.", False)
    with pytest.raises(NotTheirMove):
        reopen_producer(mai, by=tuan, reason="Dệt lại")
    reopen_producer(mai, by=linh, reason="Bà dệt lại.")
    assert untouched(mai, "draft")


def test_a_suspended_producer_cannot_slip_away_by_stopping(mai, tuan, linh):
    suspend_producer(mai, by=linh, reason="Đang xem xét.")
    with pytest.raises(MoveNotAllowed):
        close_producer(mai, by=tuan, word="Nghỉ.")
    assert untouched(mai, "suspended")


@pytest.mark.parametrize("act", ["consent.proof_seen", "consent.proof_purged"])
def test_a_look_at_a_proof_does_not_void_the_open_page(sent, linh, son, act):
    seen = version_of(sent)
    record(act, by=son, subject=sent)
    approve_application(sent, by=linh, seen=seen)
    assert untouched(sent, "approved")


def test_a_new_proof_does(sent, tuan, linh):
    seen = version_of(sent)
    record("consent.proof_added", by=tuan, subject=sent)
    with pytest.raises(ChangedSinceSeen):
        approve_application(sent, by=linh, seen=seen)
    assert untouched(sent, "submitted")

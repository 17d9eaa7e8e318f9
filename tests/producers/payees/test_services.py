"""Two people change where the money of an approved producer goes; until both have, what was approved is in force."""

import pytest

from common.audit.models import AuditEntry
from common.audit.services import record
from common.transitions import ChangedSinceSeen, MoveNotAllowed, NotTheirMove, ReasonMissing, SameHands
from producers.applications.services import close_producer, reopen_producer
from producers.directory.models import Producer
from producers.directory.queries import is_payee_guarded
from producers.directory.services import NeedsApprover, change_some
from producers.directory.states import ProducerAct
from producers.notices.models import Notice
from producers.payees.models import PayeeChange
from producers.payees.queries import payee_changes_awaiting, payee_changes_proposed_at, payee_of
from producers.payees.services import (
    AlreadyProposed,
    NothingChanged,
    approve_payee,
    propose_payee,
    refuse_payee,
    take_payee_back,
)
from tests import factories
from tests.factories.payees import AGRIBANK, payee_change

pytestmark = pytest.mark.usefixtures("told")


def in_force(producer):
    return payee_of(Producer.objects.get(pk=producer.pk))


def test_what_is_proposed_stands_beside_what_is_in_force(mai, tuan, linh, bao, giang):
    before = in_force(mai)
    change = propose_payee(mai, AGRIBANK, by=tuan, reason="Bà mới mở  tài khoản")
    assert in_force(mai) == before
    assert (change.state, change.base, change.wanted["bank_account"]) == ("proposed", before, "8900205123456")
    assert [list(payee_changes_proposed_at(who)) for who in (tuan, bao)] == [[change], []]
    assert [list(payee_changes_awaiting(who)) for who in (linh, giang)] == [[change], []]
    entry = AuditEntry.objects.get()
    assert (entry.by_name, entry.on_behalf_of_name, entry.at_point_name, entry.reason) == (
        "Lường Văn Tuấn",
        "Bà Lò Thị Mai",
        "Điểm hỗ trợ xã Núa Ngam",
        "Bà mới mở tài khoản",
    )
    assert (entry.action, entry.after["bank_account"]) == ("producer.payee_proposed", "…3456")
    assert "tax_code" not in entry.after


def test_approved_it_is_in_force_and_her_officer_is_told(mai, linh, told):
    approve_payee(payee_change(mai), by=linh)
    assert in_force(mai) == {"name": "Bà Lò Thị Mai", "representative": "", **AGRIBANK, "tax_code": ""}
    change = PayeeChange.objects.get()
    assert (change.state, change.decided_by) == ("approved", linh)
    assert list(AuditEntry.objects.order_by("pk").values_list("action", flat=True)) == [
        "producer.payee_approved",
        "producer.payee_changed",
    ]
    notice = Notice.objects.get()
    assert (notice.point, notice.producer) == (mai.point, mai)
    assert "Tỉnh đã đồng ý đổi thông tin" in notice.text
    assert told == [(mai.pk, True)]


def test_refused_or_taken_back_nothing_has_changed(mai, tuan, linh, told):
    before = in_force(mai)
    refuse_payee(payee_change(mai), by=linh, reason="Bà nói không mở tài khoản nào.")
    take_payee_back(payee_change(mai), by=tuan)
    assert (in_force(mai), told) == (before, [])
    assert list(PayeeChange.objects.order_by("pk").values_list("state", flat=True)) == ["refused", "taken_back"]
    assert Notice.objects.get().text == (
        "Tỉnh không đồng ý đổi thông tin của Bà Lò Thị Mai: Bà nói không mở tài khoản nào. Thông tin cũ vẫn dùng."
    )


def test_a_no_has_its_reason(mai, linh):
    change = payee_change(mai)
    with pytest.raises(ReasonMissing):
        refuse_payee(change, by=linh, reason=" ")
    assert (PayeeChange.objects.get().state, AuditEntry.objects.count()) == ("proposed", 0)


@pytest.mark.parametrize(
    ("state", "waits", "wanted", "reason", "error"),
    [
        ("approved", True, AGRIBANK, "Đổi", AlreadyProposed),
        ("approved", False, {"payout_way": "cash_at_point"}, "Đổi", NothingChanged),
        ("approved", False, AGRIBANK, " ", ReasonMissing),
        ("draft", False, AGRIBANK, "Đổi", MoveNotAllowed),
        ("submitted", False, AGRIBANK, "Đổi", MoveNotAllowed),
    ],
)
def test_what_is_no_proposal_is_refused(mai, tuan, state, waits, wanted, reason, error):
    Producer.objects.filter(pk=mai.pk).update(state=state)
    if waits:
        payee_change(mai)
    with pytest.raises(error):
        propose_payee(mai, wanted, by=tuan, reason=reason)
    assert (PayeeChange.objects.count(), AuditEntry.objects.count()) == (waits, 0)


@pytest.mark.parametrize("who", ["bao", "chu", "linh", "quan", "thanh", "an"])
def test_those_who_do_not_serve_her_propose_nothing(mai, who, request):
    with pytest.raises(NotTheirMove):
        propose_payee(mai, AGRIBANK, by=request.getfixturevalue(who), reason="Đổi")
    assert not PayeeChange.objects.exists()


@pytest.mark.parametrize("hand", ["proposed", "wrote her down"])
def test_nobody_approves_where_he_has_had_a_hand(mai, linh, tuan, hand):
    change = payee_change(mai, by=linh if hand == "proposed" else tuan)
    if hand == "wrote her down":
        Producer.objects.filter(pk=mai.pk).update(created_by=linh)
    with pytest.raises(SameHands):
        approve_payee(change, by=linh)
    assert (PayeeChange.objects.get().state, in_force(mai)["bank_account"]) == ("proposed", "")


def test_what_was_compared_with_something_else_is_not_approved(mai, linh):
    change = payee_change(mai)
    Producer.objects.filter(pk=mai.pk).update(tax_code="0100109106")
    with pytest.raises(ChangedSinceSeen):
        approve_payee(change, by=linh)
    assert (PayeeChange.objects.get().state, in_force(mai)["bank_account"]) == ("proposed", "")


def test_of_one_never_approved_nothing_is_approved(mai, linh):
    change = payee_change(mai)
    Producer.objects.filter(pk=mai.pk).update(state="draft")
    with pytest.raises(MoveNotAllowed):
        approve_payee(change, by=linh)
    assert in_force(mai)["bank_account"] == ""


@pytest.fixture
def reopened(mai, tuan, linh):
    """Mai, who was approved, stopped, and was opened again: a draft, whose orders of before go on."""
    close_producer(mai, by=tuan, word="Nghỉ.")
    reopen_producer(mai, by=linh, reason="Bà làm lại.")
    return mai


@pytest.mark.parametrize("state", ["draft", "submitted", "changes_requested", "rejected"])
def test_opened_again_her_money_still_takes_two(reopened, tuan, linh, state):
    Producer.objects.filter(pk=reopened.pk).update(state=state)
    with pytest.raises(NeedsApprover):
        change_some(reopened, AGRIBANK, by=tuan)
    assert in_force(reopened)["bank_account"] == ""
    change = propose_payee(reopened, AGRIBANK, by=tuan, reason="Bà mới mở tài khoản")
    assert list(payee_changes_awaiting(linh)) == [change]
    approve_payee(change, by=linh)
    assert in_force(reopened)["bank_account"] == "8900205123456"


def test_what_waited_when_she_stopped_is_still_decided(mai, tuan, linh):
    change = payee_change(mai)
    close_producer(mai, by=tuan, word="Nghỉ.")
    reopen_producer(mai, by=linh, reason="Bà làm lại.")
    approve_payee(change, by=linh)
    assert in_force(mai)["bank_account"] == "8900205123456"


def test_one_who_stopped_before_she_was_ever_approved_is_not_guarded(nua_ngam, tuan, linh):
    ban = factories.producer("Bà Lò Thị Ban", nua_ngam, created_by=tuan, consents="", state="draft")
    close_producer(ban, by=tuan, word="Chưa bán nữa.")
    reopen_producer(ban, by=linh, reason="Bà bán.")
    change_some(ban, AGRIBANK, by=tuan)
    assert in_force(ban)["bank_account"] == "8900205123456"
    with pytest.raises(MoveNotAllowed):
        propose_payee(ban, {"payout_way": "cash_at_point"}, by=tuan, reason="Đổi")
    assert not PayeeChange.objects.exists()


def test_an_approval_in_the_trail_guards_her(nua_ngam, tuan, linh):
    ban = factories.producer("Bà Lò Thị Ban", nua_ngam, created_by=tuan, consents="", state="draft")
    assert not is_payee_guarded(ban)
    record(ProducerAct.APPROVED, by=linh, subject=ban)
    assert is_payee_guarded(ban)


def test_who_has_decided_it_may_decide_on_her_again(mai, linh):
    approve_payee(payee_change(mai), by=linh)
    approve_payee(payee_change(mai, tax_code="0100109106"), by=linh)
    assert in_force(mai)["tax_code"] == "0100109106"


def test_the_producer_herself_stops_what_she_did_not_want(mai, an):
    mai.partner.users.add(an)
    take_payee_back(payee_change(mai), by=an)
    assert PayeeChange.objects.get().state == "taken_back"


def test_money_of_a_seller_who_stopped_is_guarded_too(mai, tuan, linh):
    closed = factories.producer("Bà Quàng Thị Thôi", mai.point, created_by=tuan, state="closed")
    approve_payee(propose_payee(closed, AGRIBANK, by=tuan, reason="Đơn cuối"), by=linh)
    assert in_force(closed)["bank_account"] == "8900205123456"

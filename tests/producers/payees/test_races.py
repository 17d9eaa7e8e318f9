"""Two approvers, or an approver and the officer, at one change at once on PostgreSQL: one of them is first."""

import pytest

from common.audit.models import AuditEntry
from common.transitions import MoveNotAllowed
from producers.directory.models import Producer
from producers.payees.models import PayeeChange
from producers.payees.services import AlreadyProposed, approve_payee, propose_payee, refuse_payee, take_payee_back
from tests.catalog.approvals.test_races import at_once
from tests.factories.payees import AGRIBANK, payee_change

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def fresh(change):
    return PayeeChange.objects.select_related("producer").get(pk=change.pk)


@pytest.mark.parametrize("_again", range(3))
@pytest.mark.parametrize("other", ["approves", "refuses", "takes back"])
def test_it_is_decided_once(mai, tuan, linh, son, other, _again):
    change = payee_change(mai)
    against = {
        "approves": lambda: approve_payee(fresh(change), by=son),
        "refuses": lambda: refuse_payee(fresh(change), by=son, reason="Không rõ."),
        "takes back": lambda: take_payee_back(fresh(change), by=tuan),
    }
    outcomes = at_once(lambda: approve_payee(fresh(change), by=linh), against[other])
    assert [type(outcome) for outcome in outcomes].count(MoveNotAllowed) == 1
    is_approved = fresh(change).state == "approved"
    assert Producer.objects.get().bank_account == ("8900205123456" if is_approved else "")
    assert AuditEntry.objects.filter(action="producer.payee_changed").count() == is_approved


@pytest.mark.parametrize("_again", range(3))
def test_two_officers_propose_once(mai, tuan, _again):
    def propose():
        return propose_payee(Producer.objects.get(), AGRIBANK, by=tuan, reason="Bà mới mở tài khoản")

    outcomes = at_once(propose, propose)
    assert [type(outcome) for outcome in outcomes].count(AlreadyProposed) == 1
    assert PayeeChange.objects.count() == 1

"""Two approvers at the same moment, on PostgreSQL: each certificate is written once."""

from threading import Event

import pytest

from catalog.decision_lists import services
from catalog.decision_lists.models import DecisionList
from catalog.decision_lists.services import apply_list
from catalog.ocop.models import Certificate
from common.audit.models import AuditEntry
from producers.consents.services import withdraw_consent
from tests import factories
from tests.catalog.approvals.test_races import at_once
from tests.catalog.decision_lists.conftest import seen
from tests.factories.ocop import decision_list

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def mine(found: DecisionList) -> DecisionList:
    """A row of one's own, as every request has it."""
    return DecisionList.objects.get(pk=found.pk)


def test_one_list_applied_twice_at_once_is_applied_once(mai, linh, son):
    factories.listing(of=mai)
    found = decision_list(mai.commune.province, by=linh)
    mark = seen(found)
    done = at_once(*(lambda who=who: apply_list(mine(found), by=who, seen=mark) for who in (linh, son)))
    assert [each.results["2"]["outcome"] for each in done] == ["new", "new"]
    assert Certificate.objects.count() == 1
    assert AuditEntry.objects.filter(action="decision.applied").count() == 1


def test_the_same_decision_in_two_lists_at_once_makes_one_certificate(mai, linh, son):
    factories.listing(of=mai)
    lists = [decision_list(mai.commune.province, by=linh) for _ in range(2)]
    mark = seen(lists[0])
    done = at_once(*(lambda each=each: apply_list(mine(each), by=linh, seen=mark) for each in lists))
    assert sorted(type(each).__name__ for each in done) == ["ChangedSinceSeen", "DecisionList"]
    late = DecisionList.objects.get(applied_at=None)
    assert apply_list(late, by=linh, seen=seen(late)).results["2"]["outcome"] == "known"
    assert Certificate.objects.count() == 1


def test_a_consent_taken_back_while_a_list_is_applied_waits_for_it(mai, tuan, linh, monkeypatch):
    scarf = factories.listing(of=mai)
    found = decision_list(mai.commune.province, by=linh)
    holds, is_over, done = Event(), Event(), services._done

    def done_later(*row, **by):
        holds.set()
        is_over.wait(0.5)
        return done(*row, **by)

    def take_back():
        holds.wait(5)
        withdraw_consent(mai, "goods", by=tuan)
        is_over.set()

    monkeypatch.setattr(services, "_done", done_later)
    mark = seen(found)
    outcomes = at_once(lambda: apply_list(found, by=linh, seen=mark), take_back)
    assert outcomes[1] is None
    scarf.product.refresh_from_db()
    assert (Certificate.objects.count(), scarf.product.is_public) == (1, False)

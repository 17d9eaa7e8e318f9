"""Two approvers at the same moment, on PostgreSQL: each certificate is written once."""

from typing import Any

import pytest

from catalog.decisions.models import DecisionList
from catalog.decisions.services import apply_list
from catalog.ocop.models import Certificate
from common.audit.models import AuditEntry
from producers.directory.models import Membership
from producers.directory.states import Role
from tests import factories
from tests.catalog.approvals.test_races import at_once
from tests.factories.ocop import decision_list

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def son(nua_ngam: Any) -> Any:
    """Sơn, the other approver of Điện Biên."""
    person = factories.user("son", "Cà Văn Sơn")
    Membership.objects.create(user=person, role=Role.APPROVER, province=nua_ngam.commune.province)
    return person


def mine(found: DecisionList) -> DecisionList:
    """A row of one's own, as every request has it."""
    return DecisionList.objects.get(pk=found.pk)


def test_one_list_applied_twice_at_once_is_applied_once(mai, linh, son):
    factories.listing(of=mai)
    found = decision_list(mai.commune.province, by=linh)
    done = at_once(lambda: apply_list(mine(found), by=linh), lambda: apply_list(mine(found), by=son))
    assert [each.results["2"]["outcome"] for each in done] == ["new", "new"]
    assert Certificate.objects.count() == 1
    assert AuditEntry.objects.filter(action="decision.applied").count() == 1


def test_the_same_decision_in_two_lists_at_once_makes_one_certificate(mai, linh, son):
    factories.listing(of=mai)
    lists = [decision_list(mai.commune.province, by=linh) for _ in range(2)]
    done = at_once(*(lambda each=each: apply_list(mine(each), by=linh) for each in lists))
    assert sorted(each.results["2"]["outcome"] for each in done) == ["known", "new"]
    assert Certificate.objects.count() == 1

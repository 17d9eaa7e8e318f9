"""Two people merging at once, on PostgreSQL; and one approving while another suspends."""

import pytest

from catalog.merging.queries import seen_of
from catalog.merging.services import merge_producers
from common.audit.models import AuditEntry
from producers.applications.queries import version_of
from producers.applications.services import approve_application, return_application
from producers.directory.models import Membership, Producer
from producers.directory.states import Role
from tests import factories
from tests.catalog.approvals.test_races import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def son(nua_ngam):
    """Sơn, the other approver of Điện Biên."""
    person = factories.user("son", "Cà Văn Sơn")
    Membership.objects.create(user=person, role=Role.APPROVER, province=nua_ngam.commune.province)
    return person


@pytest.fixture
def twice(mai, tuan):
    """Mai written down a second time."""
    return factories.producer("Lo Thi Mai", mai.point, created_by=tuan)


def own(producer):
    """A row of one's own, as every request has it."""
    return Producer.objects.get(pk=producer.pk)


def test_the_same_merge_twice_at_once_is_one_merge(mai, twice, linh, son):
    factories.listing(of=twice)
    seen, rows = seen_of(twice, mai), [(own(twice), own(mai)) for _ in range(2)]
    outcomes = at_once(
        lambda: merge_producers(rows[0][0], into=rows[0][1], by=linh, seen=seen),
        lambda: merge_producers(rows[1][0], into=rows[1][1], by=son, seen=seen),
    )
    assert outcomes == [None, None]
    assert own(twice).merged_into == mai
    assert AuditEntry.objects.filter(action="producer.merged").count() == 1


def test_of_two_merges_in_opposite_ways_one_is_refused(mai, twice, linh, son):
    factories.listing(of=twice), factories.listing("Túi", of=mai)
    rows = [(own(twice), own(mai)), (own(mai), own(twice))]
    seen = [seen_of(*pair) for pair in rows]
    outcomes = at_once(
        lambda: merge_producers(rows[0][0], into=rows[0][1], by=linh, seen=seen[0]),
        lambda: merge_producers(rows[1][0], into=rows[1][1], by=son, seen=seen[1]),
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["NoneType", "NotMergeable"]
    stays = own(mai) if own(twice).merged_into_id else own(twice)
    assert (stays.state, stays.listings.count()) == ("approved", 2)


def test_two_approvers_at_once_make_one_decision(mai, linh, son):
    Producer.objects.filter(pk=mai.pk).update(state="submitted")
    one, other = own(mai), own(mai)
    seen = version_of(one)
    outcomes = at_once(
        lambda: approve_application(one, by=linh, seen=seen),
        lambda: return_application(other, by=son, reason="Thiếu.", seen=seen),
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["ChangedSinceSeen", "NoneType"]
    assert own(mai).state == ("approved" if outcomes[0] is None else "changes_requested")

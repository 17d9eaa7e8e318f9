"""The duty file of a listing holds what is told elsewhere of it: its changes, its parcels, and a record of before."""

import pytest

from catalog.approvals.changes.services import approve_change
from catalog.changes.facts import live_facts, seen_version
from catalog.changes.services import submit_change
from common.audit.services import record
from shop.legal.dossiers import Dossier
from shop.legal.sections.acts import decisions, trail
from shop.legal.sections.complaints import complaints
from tests import factories
from tests.factories.complaints import complaint
from tests.factories.moderation import authority_request
from tests.factories.orders import consignment


def table(section, number=0):
    return ["|".join(row) for row in section.tables[number].rows()]


@pytest.fixture
def scarf(mai):
    return factories.listing(of=mai)


def test_complaints_about_its_parcels_and_no_others(mai, an, scarf):
    bag = factories.listing("Túi", of=mai)
    about = [complaint(scarf), complaint(consignment(scarf, buyer=an), "not_delivered")]
    complaint(mai)
    complaint(bag)
    rows = table(complaints(Dossier(mai, scarf, is_duty=True)))
    assert [row.split("|")[0] for row in rows] == [each.number for each in about]


def test_what_was_decided_in_a_record_that_went_on_in_another(mai, tuan, linh, nua_ngam, scarf):
    record("listing.approved", by=linh, subject=scarf, on_behalf_of=mai)
    other = factories.producer("Lò Thị Mai", nua_ngam, created_by=tuan)
    scarf.producer = other
    scarf.save()
    mai.merged_into, mai.state = other, "closed"
    mai.save()
    assert len(table(decisions(Dossier(other, scarf, is_duty=True)))) == 1


def test_decisions_on_its_changes(mai, tuan, linh):
    scarf = factories.listing(of=mai, photos=1)
    change = factories.change(scarf, title="Khăn thổ cẩm Thái")
    submit_change(change, by=tuan)
    change.refresh_from_db()
    approve_change(change, by=linh, seen=seen_version(change, live_facts(change.listing)))
    told = " ".join(table(decisions(Dossier(mai, scarf, is_duty=True))))
    assert "duyệt bản sửa" in told


def test_what_an_authority_asks_stands_in_the_duty_file_alone(mai, linh):
    asked = authority_request(mai, kind="information")
    record("request.received", by=linh, subject=asked, on_behalf_of=mai, reason="Công an tỉnh hỏi")
    about_point = complaint(mai, is_about_point=True)
    record("complaint.received", by=None, subject=about_point, on_behalf_of=mai, reason="Về cách làm của điểm")
    for is_duty, told in ((True, [True, True]), (False, [False, False])):
        rows = " ".join(table(trail(Dossier(mai, is_duty=is_duty))))
        assert [words in rows for words in ("Công an tỉnh hỏi", "Về cách làm của điểm")] == told

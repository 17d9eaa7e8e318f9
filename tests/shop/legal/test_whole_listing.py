"""The duty file of a listing holds what is told elsewhere of it: its changes, its parcels, and a record of before."""

import pytest
from oscar.apps.catalogue.models import Product

from catalog.approvals.changes.services import approve_change, reject_change
from catalog.approvals.services import return_listing
from catalog.changes.facts import live_facts, seen_version
from catalog.changes.services import submit_change
from common.audit.services import record
from common.pictures.intake import let_in_privately
from shop.legal.dossiers import Dossier
from shop.legal.sections.acts import decisions, trail
from shop.legal.sections.complaints import complaints
from shop.legal.sections.goods import content_check
from shop.legal.sections.measures import measures
from shop.legal.sections.papers import certificates, licences
from tests import factories
from tests.factories.complaints import complaint
from tests.factories.moderation import authority_request, licence
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


def test_what_was_found_at_the_decision_stays_as_it_was(mai, tuan, linh):
    honey = factories.listing("Mật ong khỏi ung thư", mai, state="submitted", submitted_by=tuan)
    return_listing(honey, by=linh, reason="Bỏ lời chữa bệnh", seen=honey.submitted_at)
    Product.objects.filter(pk=honey.product_id).update(title="Mật ong hoa rừng")
    then, today = content_check(Dossier(mai, honey, is_duty=True)).tables
    (row,) = then.rows()
    assert (row[1].startswith("Nguyễn Thuỳ Linh yêu cầu bổ sung"), "khỏi ung thư" in row[2]) == (True, True)
    assert "ung thư" not in str(list(today.rows()))


def test_what_was_found_in_a_change_is_kept_with_its_decision(mai, tuan, linh):
    scarf = factories.listing(of=mai, photos=1)
    change = factories.change(scarf, title="Khăn OCOP 5 sao")
    submit_change(change, by=tuan)
    change.refresh_from_db()
    reject_change(change, by=linh, reason="Không có giấy", seen=seen_version(change, live_facts(change.listing)))
    (row,) = content_check(Dossier(mai, scarf, is_duty=True)).tables[0].rows()
    assert "OCOP" in row[2]


def test_a_decision_of_before_says_that_nothing_was_kept(mai, linh, scarf):
    record("listing.approved", by=linh, subject=scarf, on_behalf_of=mai)
    (row,) = content_check(Dossier(mai, scarf, is_duty=True)).tables[0].rows()
    assert row[2] == "Quyết định từ trước khi chợ giữ lại điều này."


def test_photos_of_papers_go_along_each_where_its_paper_is_told(mai, scarf, linh):
    def photo():
        return let_in_privately(factories.photo_file())

    asked, question = authority_request(mai, scan=photo()), authority_request(mai, kind="information", scan=photo())
    permit = licence(mai, scan=photo())
    badge = factories.certificate(scarf, scan=photo())
    duty, own = Dossier(mai, is_duty=True), Dossier(mai)
    names = [each.name.partition(".")[0] for make in (measures, licences, certificates) for each in make(duty).files()]
    scans = [f"van-ban-{asked.pk}", f"van-ban-{question.pk}", f"giay-phep-{permit.pk}", f"chung-nhan-{badge.pk}"]
    assert names == scans
    assert [each.name.partition(".")[0] for each in measures(own).files()] == [f"van-ban-{asked.pk}"]
    (scan,) = certificates(duty).files()
    assert len(b"".join(scan.chunks())) > 100
    assert permit.number in table(licences(duty))[0]

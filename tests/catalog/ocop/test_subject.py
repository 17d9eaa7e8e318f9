"""The subject on a certificate is kept apart from the seller (Decision 26/2026/QĐ-TTg, Art. 2.3)."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.test import Client

from catalog.approvals.changes.services import approve_change
from catalog.approvals.services import approve_listing
from catalog.changes.facts import live_facts, seen_version, written_certificate
from catalog.changes.services import submit_change
from catalog.listings.readiness import missing_in
from catalog.ocop.holders import HolderNotSubject
from catalog.ocop.models import Certificate, Dossier
from catalog.ocop.services import CertificateFacts
from tests import factories
from tests.people import signed_in

pytestmark = pytest.mark.django_db
HER_COOPERATIVE = {"subject_name": "Hợp tác xã Dệt Na Sang", "subject_kind": "cooperative"}


@pytest.fixture
def scarf(mai, tuan):
    """A scarf of an unregistered household, sent with a certificate of the cooperative she belongs to."""
    made = factories.listing("Khăn thổ cẩm", mai, photos=1, state="submitted", submitted_by=tuan)
    factories.certificate(made, verified=False, **HER_COOPERATIVE)
    return made


def star_lacks(listing):
    return [each.sentence for each in missing_in(listing) if each.field == "has_certificate"]


def test_who_is_no_subject_may_sell_what_bears_another_s_star(scarf, linh):
    assert star_lacks(scarf) == []
    approve_listing(scarf, by=linh, seen=scarf.submitted_at, is_certificate_checked=True)
    assert Certificate.objects.get().verified_by == linh


def test_a_household_without_registration_still_holds_none_itself(scarf, linh):
    Certificate.objects.update(subject_name="", subject_kind="")
    assert len(star_lacks(scarf)) == 1
    with pytest.raises(HolderNotSubject):
        approve_listing(scarf, by=linh, seen=scarf.submitted_at, is_certificate_checked=True)


def test_an_association_holds_no_certificate_of_goods_for_her_either(scarf):
    Certificate.objects.update(subject_name="Hội Dệt", subject_kind="association")
    assert star_lacks(scarf) == ["Hội chỉ đứng tên giấy chứng nhận OCOP về du lịch. Hàng thường vẫn bán được."]


def test_the_file_to_renew_another_s_paper_is_noted(scarf, tuan):
    paper = Certificate.objects.get()
    paper.verified_at = scarf.submitted_at
    paper.save()
    sent = {"kind": "renewal", "applied_date": f"{date.today():%d/%m/%Y}"}  # noqa: DTZ011
    answer = signed_in(tuan).post(f"/can-bo/chung-nhan/{paper.pk}/ho-so/", sent)
    assert (answer.status_code, Dossier.objects.count()) == (302, 1)


def test_name_and_kind_go_together(scarf):
    with pytest.raises(IntegrityError):
        Certificate.objects.update(subject_kind="")


def test_the_approver_sees_that_it_is_another_s(scarf, linh):
    page = signed_in(linh).get(f"/duyet/{scarf.pk}/").text
    assert "Hợp tác xã Dệt Na Sang (hợp tác xã), không phải người bán" in page


def register():
    return Client().get("/ocop/").text


def test_the_register_names_the_subject_and_finds_it(scarf, mai):
    Certificate.objects.update(verified_at=scarf.submitted_at)
    scarf.approved_title = "Khăn thổ cẩm"
    scarf.save()
    assert "Hợp tác xã Dệt Na Sang" in register()
    assert "Bà Lò Thị Mai" not in register()
    assert "Hợp tác xã Dệt Na Sang" in Client().get("/ocop/", {"q": "det na sang"}).text


def test_a_household_that_is_the_subject_is_not_named(scarf, mai):
    Certificate.objects.update(verified_at=scarf.submitted_at, subject_name="Hộ Lò Văn Ún", subject_kind="farm")
    scarf.approved_title = "Khăn thổ cẩm"
    scarf.save()
    assert ("Lò Văn Ún" in register(), "Trang trại" in register()) == (False, True)


def test_a_buyer_reads_whose_certificate_it_is(mai):
    on_sale = factories.listing("Khăn thổ cẩm", mai, photos=1)
    factories.certificate(on_sale, **HER_COOPERATIVE)
    page = Client().get(f"/hang/{on_sale.product_id}/khan-tho-cam/").text
    assert "Chủ thể của giấy" in page
    assert "Hợp tác xã Dệt Na Sang" in page


def test_a_change_carries_the_subject_into_the_claim(mai, tuan, linh):
    on_sale = factories.listing("Khăn thổ cẩm", mai, photos=1)
    facts = CertificateFacts(
        stars=3,
        decision_no="99/QĐ-UBND",
        decision_date=date(2026, 11, 10),
        authority="UBND tỉnh Điện Biên",
        issued_date=date(2026, 11, 10),
        **HER_COOPERATIVE,
    )
    change = factories.change(on_sale, certificate=written_certificate(facts))
    submit_change(change, by=tuan)
    change.refresh_from_db()
    seen = seen_version(change, live_facts(change.listing))
    approve_change(change, by=linh, seen=seen, is_certificate_checked=True)
    certificate = Certificate.objects.get()
    assert (certificate.subject, certificate.verified_by) == ("Hợp tác xã Dệt Na Sang", linh)

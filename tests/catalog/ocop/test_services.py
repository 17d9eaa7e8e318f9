"""Claims of certificates, and the approver who compares them with the decision."""

from dataclasses import replace
from datetime import date

import pytest

from catalog.ocop.models import Certificate
from catalog.ocop.services import CertificateFacts, claim_certificate, claimed_certificate, verify_certificate
from common.audit.models import AuditEntry
from tests import factories

pytestmark = pytest.mark.django_db

FACTS = CertificateFacts(
    stars=4,
    decision_no="123/QĐ-UBND",
    decision_date=date(2025, 3, 10),
    authority="UBND tỉnh Điện Biên",
    issued_date=date(2025, 3, 15),
)


@pytest.fixture
def product(mai):
    """Something that Mai sells."""
    return factories.listing(of=mai).product


@pytest.fixture
def claim(product, mai, tuan):
    """What Tuấn copied."""
    return claim_certificate(product, FACTS, holder=mai, by=tuan)


def acts() -> list[str]:
    return list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))


def test_a_claim_is_kept_unchecked_with_the_end_that_the_decision_sets(claim, product, mai, tuan):
    stored = Certificate.objects.get()
    assert (stored, stored.holder, stored.verified_at) == (claim, mai, None)
    assert (stored.stars, stored.expires_date) == (4, date(2028, 3, 14))
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by, entry.on_behalf_of_id) == ("certificate.claimed", tuan, mai.pk)
    assert entry.after["issued_date"] == "2025-03-15"


def test_the_same_claim_again_changes_nothing(claim, product, mai, tuan):
    assert claim_certificate(product, FACTS, holder=mai, by=tuan) == claim
    assert acts() == ["certificate.claimed"]


def test_an_unchecked_claim_is_corrected_in_place(claim, product, mai, tuan):
    claim_certificate(product, replace(FACTS, stars=3, issued_date=date(2025, 3, 20)), holder=mai, by=tuan)
    stored = Certificate.objects.get()
    assert (stored.stars, stored.expires_date) == (3, date(2028, 3, 19))
    assert AuditEntry.objects.last().before["stars"] == 4


def test_an_unchecked_claim_is_dropped(claim, product, mai, tuan):
    assert claim_certificate(product, None, holder=mai, by=tuan) is None
    assert not Certificate.objects.exists()
    assert acts() == ["certificate.claimed", "certificate.claim_dropped"]


def test_dropping_nothing_is_not_recorded(product, mai, tuan):
    claim_certificate(product, None, holder=mai, by=tuan)
    assert acts() == []


def test_an_approver_who_compared_it_is_named(claim, linh):
    verify_certificate(claim, by=linh)
    stored = Certificate.objects.get()
    assert stored.verified_by == linh
    assert stored.verified_at is not None
    assert acts()[-1] == "certificate.verified"
    assert AuditEntry.objects.last().at_point_id is None


def test_a_checked_certificate_is_never_changed_by_a_claim(claim, product, mai, tuan, linh):
    verify_certificate(claim, by=linh)
    claim_certificate(product, replace(FACTS, stars=5), holder=mai, by=tuan)
    assert sorted(Certificate.objects.values_list("stars", "verified_by")) == [(4, linh.pk), (5, None)]
    assert claimed_certificate(product).stars == 5
    claim_certificate(product, None, holder=mai, by=tuan)
    assert list(Certificate.objects.values_list("stars", flat=True)) == [4]


def test_claiming_what_was_checked_makes_no_second_row(claim, product, mai, tuan, linh):
    verify_certificate(claim, by=linh)
    assert claim_certificate(product, FACTS, holder=mai, by=tuan) == claim
    assert Certificate.objects.count() == 1

"""An officer writes while an approver checks, on PostgreSQL: what was checked is what was seen."""

from dataclasses import replace
from datetime import date
from threading import Event

import pytest

from catalog.certificates import services
from catalog.certificates.seen import seen_of
from catalog.certificates.services import check_certificate
from catalog.ocop import services as claims
from catalog.ocop.models import Certificate
from catalog.ocop.services import CertificateFacts, claim_certificate
from common.transitions import ChangedSinceSeen
from tests import factories
from tests.catalog.approvals.test_races import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

DECIDED = date(2026, 3, 15)
THREE = CertificateFacts(
    stars=3, decision_no="1/QĐ-UBND", decision_date=DECIDED, authority="UBND tỉnh", issued_date=DECIDED
)
FIVE = replace(THREE, stars=5)


@pytest.fixture
def scarf(mai):
    """Mai's scarf."""
    return factories.listing(of=mai)


@pytest.fixture
def claim(scarf, mai, tuan):
    """Its certificate of three stars, which Tuấn wrote down."""
    return claim_certificate(scarf.product, THREE, holder=mai, by=tuan)


def test_what_the_officer_writes_first_is_not_checked_unseen(claim, scarf, mai, tuan, linh, monkeypatch):
    holds, is_over, record_act = Event(), Event(), claims.record_act

    def record_later(*act, **about):
        holds.set()
        is_over.wait(0.5)
        record_act(*act, **about)

    def check():
        holds.wait(5)
        check_certificate(claim, by=linh, seen=seen)

    seen = seen_of(claim)
    monkeypatch.setattr(claims, "record_act", record_later)
    outcomes = at_once(lambda: claim_certificate(scarf.product, FIVE, holder=mai, by=tuan), check)
    assert isinstance(outcomes[1], ChangedSinceSeen)
    assert list(Certificate.objects.values_list("stars", "verified_by")) == [(5, None)]


def test_what_is_checked_first_is_not_overwritten(claim, scarf, mai, tuan, linh, monkeypatch):
    holds, verify = Event(), services.verify_certificate

    def verify_slowly(*held, **about):
        verify(*held, **about)
        holds.set()
        Event().wait(0.5)

    def write():
        holds.wait(5)
        claim_certificate(scarf.product, FIVE, holder=mai, by=tuan)

    monkeypatch.setattr(services, "verify_certificate", verify_slowly)
    outcomes = at_once(lambda: check_certificate(claim, by=linh, seen=seen_of(claim)), write)
    assert outcomes == [None, None]
    stars = dict(Certificate.objects.values_list("stars", "verified_by"))
    assert stars == {3: linh.pk, 5: None}

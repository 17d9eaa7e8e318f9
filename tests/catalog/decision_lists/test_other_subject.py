"""A row whose subject is a cooperative finds the member's product, and the new paper is the cooperative's again."""

from datetime import date

import pytest

from catalog.decision_lists.plan import Outcome, planned
from catalog.decision_lists.services import apply_list, choose_products
from catalog.ocop.models import Certificate
from producers.directory.models import Producer
from tests import factories
from tests.catalog.decision_lists.conftest import seen
from tests.factories.ocop import PASTED, decision_list

pytestmark = pytest.mark.django_db
COOPERATIVE = {"subject_name": "Hợp tác xã Dệt Na Sang", "subject_kind": "cooperative"}


@pytest.fixture
def scarf(mai):
    """A scarf of a household that is not registered, with a paper of her cooperative's that has run out."""
    Producer.objects.update(registration_no="")
    made = factories.listing(of=mai)
    factories.certificate(made, stars=3, issued=date(2022, 1, 5), **COOPERATIVE)
    return made


def test_the_row_is_exact_and_its_paper_is_the_cooperatives(scarf, mai, linh):
    found = decision_list(mai.commune.province, by=linh, text=PASTED.replace("Bà Lò Thị Mai", "HTX Dệt Na Sang"))
    assert planned(found)[1].outcome == Outcome.RENEWAL
    apply_list(found, by=linh, seen=seen(found))
    newest = Certificate.objects.latest("issued_date")
    assert (newest.subject, newest.holder, newest.issued_date) == (COOPERATIVE["subject_name"], mai, date(2026, 11, 10))


def test_a_row_in_another_name_is_not_the_cooperatives(scarf, mai, linh):
    mai.registration_no = "11K8000123"
    mai.save()
    found = decision_list(mai.commune.province, by=linh)
    assert planned(found)[1].outcome == Outcome.UNCLEAR
    choose_products(found, {2: scarf.product_id}, by=linh)
    found.refresh_from_db()
    apply_list(found, by=linh, seen=seen(found))
    assert Certificate.objects.latest("issued_date").subject == "Bà Lò Thị Mai"


def test_a_row_in_nobodys_name_wants_a_reason_too(mai, linh):
    """The register must not name the seller where the decision names somebody else."""
    Producer.objects.update(registration_no="11K8000123")
    scarf = factories.listing(of=mai)
    found = decision_list(mai.commune.province, by=linh, text=PASTED.replace("Bà Lò Thị Mai", "Công ty Xa Lạ"))
    choose_products(found, {2: scarf.product_id}, by=linh)
    found.refresh_from_db()
    row = planned(found)[1]
    assert row.outcome == Outcome.NOT_SUBJECT
    assert row.reason.startswith("Danh sách ghi chủ thể “Công ty Xa Lạ”, không phải người bán.")


def test_a_row_in_the_name_of_who_is_no_subject_wants_a_reason(scarf, mai, linh):
    found = decision_list(mai.commune.province, by=linh)
    choose_products(found, {2: scarf.product_id}, by=linh)
    found.refresh_from_db()
    assert planned(found)[1].outcome == Outcome.NOT_SUBJECT

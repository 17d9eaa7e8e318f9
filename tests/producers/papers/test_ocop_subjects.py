"""Who can hold an OCOP certificate, kind by kind (Decision 26/2026/QĐ-TTg, Art. 2.3)."""

import pytest

from catalog.listings.readiness import missing_in
from producers.directory.states import ProducerKind
from producers.papers.ocop_subjects import may_hold_certificate
from tests import factories


@pytest.mark.parametrize(
    ("kind", "unregistered", "registered", "tourism"),
    [
        ("production_household", False, True, False),
        ("household_business", False, True, False),
        ("cooperative_group", True, True, True),
        ("cooperative", True, True, True),
        ("enterprise", True, True, True),
        ("farm", True, True, True),
        ("association", False, False, True),
    ],
)
def test_each_kind(kind, unregistered, registered, tourism):
    assert kind in ProducerKind
    assert may_hold_certificate(kind, is_registered=False, product_set_no=22) is unregistered
    assert may_hold_certificate(kind, is_registered=True, product_set_no=22) is registered
    assert may_hold_certificate(kind, is_registered=False, product_set_no=26) is tourism


@pytest.mark.django_db
@pytest.mark.parametrize(("registration_no", "lacks"), [("", ["has_certificate"]), ("MẪU-01", [])])
def test_goods_with_a_star_are_sent_for_those_who_can_hold_it(mai, registration_no, lacks):
    mai.registration_no = registration_no
    mai.save()
    listing = factories.listing(of=mai, state="draft", photos=1)
    assert missing_in(listing) == []
    factories.certificate(listing, verified=False)
    missing = missing_in(listing)
    assert [lack.field for lack in missing] == lacks
    assert all("Điều 2.3" in lack.source for lack in missing)

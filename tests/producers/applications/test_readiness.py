"""Which goods may go to the approver and on sale, as her application stands."""

from datetime import date

import pytest

from catalog.approvals.services import SellerNotReady, approve_listing
from catalog.listings.readiness import missing_in
from catalog.listings.services import submit_listing
from producers.applications.readiness import why_no_goods, why_not_for_sale
from tests import factories

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 26)


def lacks(listing):
    return [lack.field for lack in missing_in(listing)]


@pytest.mark.parametrize("state", ["draft", "submitted", "approved"])
def test_goods_are_sent_while_the_application_is_on_its_way(mai, state):
    mai.state = state
    assert why_no_goods(mai, on=DAY) == ""


@pytest.mark.parametrize("state", ["changes_requested", "rejected", "suspended", "closed"])
def test_otherwise_they_are_not_and_the_reason_is_said(mai, state):
    mai.state = state
    mai.save()
    listing = factories.listing(of=mai, state="draft", photos=1)
    assert lacks(listing) == ["application"]


def test_an_application_that_lacks_papers_holds_the_goods_back(mai):
    mai.state, mai.kind = "draft", "cooperative"
    assert "số giấy chứng nhận đăng ký hợp tác xã" in why_no_goods(mai, on=DAY)


def test_the_first_listing_takes_the_application_along(mai, tuan):
    mai.state = "draft"
    mai.save()
    listing = factories.listing(of=mai, state="draft", photos=1)
    submit_listing(listing, by=tuan)
    mai.refresh_from_db()
    assert (mai.state, mai.submitted_by, listing.state) == ("submitted", tuan, "submitted")


@pytest.mark.parametrize("state", ["submitted", "suspended", "closed", "changes_requested"])
def test_no_goods_are_approved_before_their_producer(mai, linh, state):
    mai.state = state
    mai.save()
    listing = factories.listing(of=mai, state="submitted")
    with pytest.raises(SellerNotReady) as lack:
        approve_listing(listing, by=linh, seen=listing.submitted_at)
    assert "Bà Lò Thị Mai" in lack.value.sentence
    listing.refresh_from_db()
    listing.product.refresh_from_db()
    assert (listing.state, listing.product.is_public) == ("submitted", False)


def test_no_new_goods_of_an_unknown_person_from_the_day_of_the_law(mai, linh, set_rule):
    assert why_not_for_sale(mai, on=date(2026, 12, 31)) == ""
    assert "Nghị định 248/2026/NĐ-CP" in why_not_for_sale(mai, on=date(2027, 1, 1))
    set_rule("identity.required_from", 20260101)
    listing = factories.listing(of=mai, state="submitted")
    with pytest.raises(SellerNotReady):
        approve_listing(listing, by=linh, seen=listing.submitted_at)

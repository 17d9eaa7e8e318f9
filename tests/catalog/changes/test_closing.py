"""What becomes of an open change when its listing leaves the market."""

import pytest
from django.utils import timezone

from catalog.changes.closing import retire_listing
from catalog.changes.models import ChangeRequest
from catalog.changes.services import start_change
from catalog.listings.models import Listing
from catalog.moderation.requests.services import carry_out_request, lift_request
from common.audit.models import AuditEntry
from common.transitions import MoveNotAllowed, NotTheirMove
from producers.notices.models import Notice
from tests import factories
from tests.factories.moderation import authority_request
from tests.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("state", "listing_state"),
    [("draft", "approved"), ("submitted", "approved"), ("changes_requested", "paused"), ("outdated", "suspended")],
)
def test_it_is_closed_with_its_listing_and_the_point_is_told(state, listing_state, mai, tuan):
    scarf = factories.listing(of=mai)
    change = factories.change(scarf, state=state, title="Khăn mới")
    Listing.objects.update(state=listing_state)
    signed_in(tuan).post(f"/can-bo/hang/{scarf.pk}/ngung/")
    stored = ChangeRequest.objects.get()
    assert (Listing.objects.get().state, stored.state, stored.is_open) == ("retired", "withdrawn", False)
    assert stored.wanted["title"] == "Khăn mới"
    entry = AuditEntry.objects.get(action="change.closed")
    assert (entry.by, entry.on_behalf_of_id, entry.at_point_id) == (tuan, mai.pk, mai.point_id)
    assert entry.reason == "Hàng đã ngừng bán."
    notice = Notice.objects.get()
    assert (notice.point, notice.url) == (mai.point, f"/can-bo/sua-doi/{change.pk}/")
    assert notice.text == "Bản sửa của Khăn thổ cẩm Lào đã khép. Hàng đã ngừng bán."


def test_without_an_open_change_nobody_is_told(mai, tuan):
    scarf = factories.listing(of=mai)
    factories.change(scarf, state="rejected")
    retire_listing(scarf, by=tuan)
    assert (ChangeRequest.objects.get().state, Notice.objects.exists()) == ("rejected", False)


@pytest.mark.parametrize(
    ("who", "state", "error"), [("bao", "approved", NotTheirMove), ("tuan", "in_review", MoveNotAllowed)]
)
def test_where_the_listing_stays_the_change_stays_open(who, state, error, mai, request):
    scarf = factories.listing(of=mai)
    factories.change(scarf, state="submitted", title="Khăn mới")
    Listing.objects.update(state=state)
    with pytest.raises(error):
        retire_listing(scarf, by=request.getfixturevalue(who))
    assert (Listing.objects.get().state, ChangeRequest.objects.get().state) == (state, "submitted")
    assert not Notice.objects.exists()
    assert not AuditEntry.objects.exists()


def test_what_is_taken_down_goes_back_to_its_officer_without_a_change(mai, linh):
    scarf = factories.listing(of=mai)
    change = factories.change(scarf, state="submitted", title="Khăn mới")
    seen = scarf.submitted_at.isoformat()
    told = {"way": "ngay", "ground": "medicine_claim", "reason": "Bỏ lời hứa", "seen": seen}
    signed_in(linh).post(f"/duyet/han-che/hang/{scarf.pk}/", told)
    change.refresh_from_db()
    assert (Listing.objects.get().state, change.state) == ("changes_requested", "withdrawn")
    assert AuditEntry.objects.get(action="change.closed").by == linh


def test_while_it_is_suspended_its_change_waits_and_goes_on_afterwards(mai, tuan, linh):
    scarf = factories.listing(of=mai)
    change = factories.change(scarf, title="Khăn mới")
    asked = authority_request(mai, scarf)
    carry_out_request(asked, by=linh)
    page = signed_in(tuan).get(f"/can-bo/sua-doi/{change.pk}/").text
    assert ("Hàng đang bị đình chỉ" in page, "Rút về" in page, "Sửa tiếp</a>" in page) == (True, False, False)
    lift_request(asked, by=linh, reason="Đã xem.")
    assert start_change(Listing.objects.get(), by=tuan) == change
    assert "Sửa tiếp</a>" in signed_in(tuan).get(f"/can-bo/sua-doi/{change.pk}/").text


def test_an_approver_whose_page_was_open_is_told(mai, tuan, linh):
    scarf = factories.listing(of=mai)
    change = factories.change(scarf, state="submitted", title="Khăn mới")
    retire_listing(scarf, by=tuan)
    response = signed_in(linh).post(f"/duyet/sua-doi/{change.pk}/quyet-dinh/", {"quyet-dinh": "duyet", "seen": "?"})
    assert (response.status_code, "Bản sửa này đã khép" in response.text) == (409, True)
    assert Listing.objects.get().product.title == "Khăn thổ cẩm Lào"


def test_once_revived_and_on_sale_again_it_is_changed_anew(mai, tuan):
    scarf = factories.listing(of=mai)
    old = factories.change(scarf)
    retire_listing(scarf, by=tuan)
    Listing.objects.update(state="approved", decided_at=timezone.now())
    assert start_change(Listing.objects.get(), by=tuan) != old

"""Who is looking at a listing: taken up, given back, taken over; and refused for good, with a copy to begin anew."""

import pytest
from django.utils import timezone

from catalog.approvals.services import TakenByOther, approve_listing, put_back, reject_listing, take_over, take_up
from catalog.listings.models import Listing
from catalog.listings.queries import facts_of
from catalog.listings.services import start_copy
from catalog.listings.states import ListingState
from catalog.ocop.models import Certificate
from common.audit.models import AuditEntry
from common.transitions import MoveNotAllowed, NotTheirMove
from producers.notices.models import Notice
from tests import factories
from tests.catalog.approvals.conftest import decide
from tests.people import signed_in

pytestmark = pytest.mark.django_db


def review(person, listing, button):
    return signed_in(person).post(f"/duyet/{listing.pk}/xem-xet/", {"lam": button}, follow=True)


def test_who_looks_is_seen_by_the_other_and_by_the_officer(waiting, linh, son, tuan):
    review(linh, waiting, "nhan")
    waiting.refresh_from_db()
    assert (waiting.state, waiting.reviewer) == ("in_review", linh)
    assert "Nguyễn Thuỳ Linh đang xem" in signed_in(son).get("/duyet/").content.decode()
    page = signed_in(son).get(f"/duyet/{waiting.pk}/").content.decode()
    assert "<b>Nguyễn Thuỳ Linh</b> đang xem hàng này" in page
    assert 'value="duyet"' not in page
    assert "Bạn đang xem hàng này." in signed_in(linh).get(f"/duyet/{waiting.pk}/").content.decode()
    assert "Đang xem xét" in signed_in(tuan).get(f"/can-bo/hang/{waiting.pk}/").content.decode()


def test_the_other_decides_only_after_taking_it_over_and_that_is_on_record(waiting, linh, son):
    take_up(waiting, by=linh)
    response = decide(son, waiting, "duyet")
    assert response.status_code == 409
    assert "Nguyễn Thuỳ Linh đang xem hàng này" in response.content.decode()
    review(son, waiting, "thay")
    entry = AuditEntry.objects.get(action="listing.taken_over")
    assert (entry.by, entry.before, entry.after) == (
        son,
        {"reviewer": "Nguyễn Thuỳ Linh"},
        {"reviewer": "Cà Văn Sơn"},
    )
    assert decide(son, waiting, "duyet").status_code == 302
    waiting.refresh_from_db()
    assert (waiting.state, waiting.reviewer, waiting.decided_by) == ("approved", None, son)


def test_it_is_given_back_by_the_one_who_looks_alone(waiting, linh, son):
    take_up(waiting, by=linh)
    with pytest.raises(TakenByOther):
        put_back(waiting, by=son)
    review(linh, waiting, "tra")
    waiting.refresh_from_db()
    assert (waiting.state, waiting.reviewer) == ("submitted", None)


def test_what_is_looked_at_is_not_taken_up_again(waiting, linh, son):
    take_up(waiting, by=linh)
    assert "vừa có người nhận xem" in review(son, waiting, "nhan").content.decode()
    assert Listing.objects.get().reviewer == linh


@pytest.mark.parametrize("who", ["tuan", "bao", "giang", "thanh", "quan", "an"])
def test_nobody_else_looks(who, waiting, linh, request):
    person = request.getfixturevalue(who)
    take_up(waiting, by=linh)
    assert review(person, waiting, "thay").status_code == 404
    with pytest.raises(NotTheirMove):
        take_over(waiting, by=person)
    assert Listing.objects.get().reviewer == linh


@pytest.mark.parametrize("state", sorted(set(ListingState) - {ListingState.IN_REVIEW}))
def test_only_what_is_looked_at_is_taken_over(state, waiting, linh):
    Listing.objects.update(state=state)
    with pytest.raises(MoveNotAllowed):
        take_over(waiting, by=linh)


def test_no_button_is_no_act(waiting, linh):
    review(linh, waiting, "")
    assert (Listing.objects.get().state, AuditEntry.objects.count()) == ("submitted", 0)


def test_a_refusal_is_final_and_its_reason_reaches_the_officer(waiting, linh, tuan):
    assert decide(linh, waiting, "khong-duyet").status_code == 422
    decide(linh, waiting, "khong-duyet", reason="Hàng không rõ nguồn gốc")
    waiting.refresh_from_db()
    assert (waiting.state, waiting.return_reason) == ("rejected", "Hàng không rõ nguồn gốc")
    assert Notice.objects.get().text == "Tỉnh không duyệt: Khăn thổ cẩm Lào. Lý do: Hàng không rõ nguồn gốc"
    client = signed_in(tuan)
    assert "Hàng không rõ nguồn gốc" in client.get(f"/can-bo/hang/{waiting.pk}/").content.decode()
    assert "Hàng không rõ nguồn gốc" in client.get("/can-bo/hang/?muc=rejected").content.decode()
    assert client.post(f"/can-bo/hang/{waiting.pk}/gui/").status_code in (302, 409)
    assert Listing.objects.get().state == "rejected"


def test_decisions_are_told_with_a_link(waiting, linh, mai):
    approve_listing(waiting, by=linh, seen=waiting.submitted_at)
    notice = Notice.objects.get()
    assert (notice.text, notice.url, notice.point) == (
        "Tỉnh đã duyệt, hàng lên chợ: Khăn thổ cẩm Lào.",
        f"/can-bo/hang/{waiting.pk}/",
        mai.point,
    )


@pytest.fixture
def refused(waiting, linh):
    """The scarf with a photo and a claimed certificate, refused by Linh."""
    factories.add_photo(waiting, size=(200, 200))
    factories.certificate(waiting, verified=False)
    reject_listing(waiting, by=linh, reason="Chụp sai hàng", seen=waiting.submitted_at)
    return waiting


def test_a_copy_begins_with_all_that_was_written(refused, tuan):
    response = signed_in(tuan).post(f"/can-bo/hang/{refused.pk}/chep/")
    copy = Listing.objects.get(copy_of=refused)
    assert response.headers["Location"] == f"/can-bo/hang/{copy.pk}/sua/"
    assert (copy.state, facts_of(copy)) == ("draft", facts_of(refused))
    assert copy.product.images.get().photo.picture_id == refused.product.images.get().photo.picture_id
    assert Certificate.objects.get(product=copy.product).verified_at is None
    page = signed_in(tuan).get(f"/can-bo/hang/{copy.pk}/").content.decode()
    assert "hàng không được duyệt" in page
    assert "Chụp sai hàng" in page
    assert start_copy(refused, by=tuan) == copy
    refused.refresh_from_db()
    assert refused.state == "rejected"


@pytest.mark.parametrize("who", ["bao", "linh", "thanh", "an", "quan", "chu"])
def test_nobody_else_copies_it(who, refused, request):
    person = request.getfixturevalue(who)
    assert signed_in(person).post(f"/can-bo/hang/{refused.pk}/chep/").status_code == 404
    with pytest.raises(NotTheirMove):
        start_copy(refused, by=person)
    assert Listing.objects.count() == 1


@pytest.mark.parametrize("state", sorted(set(ListingState) - {ListingState.REJECTED}))
def test_only_what_was_refused_is_copied(state, mai, tuan):
    listing = factories.listing(of=mai, state=state)
    with pytest.raises(MoveNotAllowed):
        start_copy(listing, by=tuan)
    assert "Chỉ mở hồ sơ mới" in signed_in(tuan).post(f"/can-bo/hang/{listing.pk}/chep/", follow=True).content.decode()
    assert Listing.objects.count() == 1


def test_the_new_officer_of_a_point_copies_what_the_old_one_wrote(refused, tuan, nua_ngam):
    tuan.memberships.update(ended_at=timezone.now())
    hoa = factories.officer("hoa", "Quàng Thị Hoa", nua_ngam)
    with pytest.raises(NotTheirMove):
        start_copy(refused, by=tuan)
    assert start_copy(refused, by=hoa).created_by == hoa

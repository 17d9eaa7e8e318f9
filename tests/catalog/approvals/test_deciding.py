"""Approve, send back, take down: one decision, by other hands, on what was seen."""

from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.approvals.services import ConsentMissing, approve_listing, return_listing
from catalog.listings.models import Listing
from catalog.listings.services import submit_listing, take_back
from catalog.listings.states import ListingState
from catalog.moderation.requests.services import carry_out_request, lift_request
from catalog.ocop.models import Certificate
from catalog.search.models import SearchOutbox
from common.audit.models import AuditEntry
from common.audit.services import record
from common.transitions import ChangedSinceSeen, MoveNotAllowed, ReasonMissing, SameHands
from producers.consents.services import withdraw_consent
from producers.directory.models import Membership, Producer
from producers.directory.states import Role
from tests import factories
from tests.catalog.approvals.conftest import decide
from tests.factories.moderation import authority_request
from tests.people import signed_in

pytestmark = pytest.mark.django_db


def text_of(response) -> str:
    return response.content.decode()


def unchanged(listing) -> bool:
    stored = Listing.objects.get(pk=listing.pk)
    return (
        (stored.state, stored.decided_by, stored.product.is_public) == (ListingState.SUBMITTED, None, False)
        and not AuditEntry.objects.exists()
        and not SearchOutbox.objects.exists()
    )


def test_what_an_authority_named_while_it_waited_is_approved_only_once_that_is_lifted(waiting, linh, mai):
    wanted = authority_request(mai, waiting)
    assert carry_out_request(wanted, by=linh) == 0
    assert "đang giữ hàng này" in text_of(decide(linh, waiting, "duyet"))
    assert Listing.objects.get().state == ListingState.SUBMITTED
    lift_request(wanted, by=linh, reason="Xong.")
    decide(linh, waiting, "duyet")
    assert Listing.objects.get().state == ListingState.APPROVED


def test_an_approved_listing_is_on_sale(waiting, linh, mai):
    before = timezone.now()
    approve_listing(waiting, by=linh, seen=waiting.submitted_at)
    stored = Listing.objects.get()
    assert (stored.state, stored.decided_by, stored.product.is_public) == ("approved", linh, True)
    assert before <= stored.decided_at <= timezone.now()
    assert stored.approved_price_dong == 250_000
    assert list(SearchOutbox.objects.values_list("key", flat=True)) == [waiting.product_id]
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by, entry.on_behalf_of_id, entry.at_point_id) == (
        "listing.approved",
        linh,
        mai.pk,
        None,
    )


def test_a_thing_without_a_price_is_approved_too(mai, linh):
    listing = factories.listing(of=mai, state=ListingState.SUBMITTED, how_sold="on_request")
    listing.product.stockrecords.update(price=None)
    approve_listing(listing, by=linh, seen=listing.submitted_at)
    assert Listing.objects.get().approved_price_dong is None


def test_a_returned_listing_goes_back_with_its_reason(waiting, linh):
    return_listing(waiting, by=linh, reason="Chụp lại ảnh", seen=waiting.submitted_at)
    stored = Listing.objects.get()
    assert (stored.state, stored.return_reason, stored.decided_by) == ("changes_requested", "Chụp lại ảnh", linh)
    assert not stored.product.is_public
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.reason) == ("listing.returned", "Chụp lại ảnh")


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_without_a_reason_nothing_goes_back(waiting, linh, reason):
    with pytest.raises(ReasonMissing):
        return_listing(waiting, by=linh, reason=reason, seen=waiting.submitted_at)
    assert unchanged(waiting)


def test_the_second_of_two_approvers_changes_nothing(waiting, linh, nua_ngam):
    approve_listing(waiting, by=linh, seen=waiting.submitted_at)
    second = factories.user("son", "Cà Văn Sơn")
    Membership.objects.create(user=second, role=Role.APPROVER, province=nua_ngam.commune.province)
    for decision, data in (("duyet", {}), ("tra-lai", {"reason": "Chụp lại"})):
        response = decide(second, waiting, decision, **data)
        assert response.status_code == 409
        decided_at = timezone.localtime(Listing.objects.get().decided_at)
        assert f"Đã được Nguyễn Thuỳ Linh duyệt lúc {decided_at:%H:%M %d/%m/%Y}." in text_of(response)
        assert data.get("reason", "") in text_of(response)
    stored = Listing.objects.get()
    assert (stored.state, stored.decided_by) == ("approved", linh)
    assert AuditEntry.objects.count() == 1


def test_a_decision_on_what_went_back_says_by_whom(waiting, linh):
    return_listing(waiting, by=linh, reason="Chụp lại", seen=waiting.submitted_at)
    assert "Đã được Nguyễn Thuỳ Linh gửi lại để bổ sung lúc" in text_of(decide(linh, waiting, "duyet"))


def test_what_was_changed_after_it_was_seen_is_not_decided_on(waiting, tuan, linh):
    seen = waiting.submitted_at
    factories.add_photo(waiting)
    take_back(waiting, by=tuan)
    submit_listing(waiting, by=tuan)
    before = AuditEntry.objects.count()
    for decide_so in (
        lambda: approve_listing(waiting, by=linh, seen=seen),
        lambda: return_listing(waiting, by=linh, reason="Chụp lại", seen=seen),
    ):
        with pytest.raises(ChangedSinceSeen):
            decide_so()
    assert Listing.objects.get().state == "submitted"
    assert AuditEntry.objects.count() == before
    waiting.submitted_at = seen
    response = decide(linh, waiting, "duyet")
    assert response.status_code == 409
    assert "đã rút về, sửa và gửi lại" in text_of(response)


def test_what_was_taken_back_is_not_there_to_decide_on(waiting, tuan, linh):
    take_back(waiting, by=tuan)
    assert decide(linh, waiting, "duyet").status_code == 404
    with pytest.raises(MoveNotAllowed):
        approve_listing(waiting, by=linh, seen=waiting.submitted_at)


def both(person, point) -> None:
    """Make an approver an officer, or an officer an approver."""
    Membership.objects.get_or_create(user=person, role=Role.OFFICER, point=point)
    Membership.objects.get_or_create(user=person, role=Role.APPROVER, province=point.commune.province)


def typed_it(listing, person):
    Listing.objects.update(created_by=person)


def sent_it(listing, person):
    Listing.objects.update(submitted_by=person)


def changed_it(listing, person):
    record("listing.saved", by=person, subject=listing)


def sells_it(listing, person):
    listing.producer.partner.users.add(person)


@pytest.mark.parametrize("hand_in_it", [typed_it, sent_it, changed_it, sells_it])
def test_nobody_approves_what_he_had_a_hand_in(waiting, linh, nua_ngam, hand_in_it):
    both(linh, nua_ngam)
    hand_in_it(waiting, linh)
    before = AuditEntry.objects.count()
    waiting.refresh_from_db()
    with pytest.raises(SameHands):
        approve_listing(waiting, by=linh, seen=waiting.submitted_at)
    response = decide(linh, waiting, "duyet")
    assert response.status_code == 422
    assert "phải để người khác duyệt" in text_of(response)
    assert Listing.objects.get().state == "submitted"
    assert AuditEntry.objects.count() == before


def test_he_may_still_send_it_back(waiting, linh, nua_ngam):
    both(linh, nua_ngam)
    typed_it(waiting, linh)
    assert decide(linh, waiting, "tra-lai", reason="Tự thấy sai").status_code == 302


def test_an_officer_elsewhere_may_approve_what_others_wrote(waiting, linh, nua_ngam):
    both(linh, nua_ngam)
    assert decide(linh, waiting, "duyet").status_code == 302


def test_consent_withdrawn_meanwhile_stops_the_approval(waiting, mai, tuan, linh):
    withdraw_consent(mai, "goods", by=tuan)
    with pytest.raises(ConsentMissing):
        approve_listing(waiting, by=linh, seen=waiting.submitted_at)
    response = decide(linh, waiting, "duyet")
    assert response.status_code == 422
    assert "vừa rút lại" in text_of(response)
    assert Listing.objects.get().state == "submitted"


def test_a_certificate_of_one_who_can_hold_none_is_not_checked_along(waiting, linh):
    factories.certificate(waiting, verified=False)
    response = decide(linh, waiting, "duyet", is_certificate_checked="on")
    assert (response.status_code, "Hộ chưa đăng ký kinh doanh" in response.text) == (422, True)
    stored = Listing.objects.get()
    assert (stored.state, stored.product.is_public, Certificate.objects.get().verified_at) == ("submitted", False, None)
    assert not AuditEntry.objects.exists()


def test_a_certificate_that_was_compared_is_checked_with_the_approval(waiting, linh):
    Producer.objects.update(registration_no="11K8000123")
    factories.certificate(waiting, verified=False)
    decide(linh, waiting, "duyet", is_certificate_checked="on")
    stored = Certificate.objects.get()
    assert stored.verified_by == linh
    assert timezone.now() - stored.verified_at < timedelta(minutes=1)
    assert sorted(AuditEntry.objects.values_list("action", flat=True)) == ["certificate.verified", "listing.approved"]


def test_a_listing_is_approved_without_a_badge_when_nothing_was_compared(waiting, linh):
    factories.certificate(waiting, verified=False)
    assert decide(linh, waiting, "duyet").status_code == 302
    assert Certificate.objects.get().verified_at is None


def test_a_certificate_is_not_checked_when_the_approval_fails(waiting, linh):
    factories.certificate(waiting, verified=False)
    Listing.objects.update(created_by=linh)
    decide(linh, waiting, "duyet", is_certificate_checked="on")
    assert Certificate.objects.get().verified_at is None


def test_quick_reasons_and_own_words_go_together(waiting, linh):
    quick = "Ảnh chưa rõ: chụp lại cả món và nhìn gần."
    decide(linh, waiting, "tra-lai", quick=[quick], reason="Và cân lại.")
    assert Listing.objects.get().return_reason == f"{quick}\nVà cân lại."


def test_a_reason_that_is_missing_is_asked_for_and_the_ticks_stay(waiting, linh):
    response = decide(linh, waiting, "tra-lai", is_certificate_checked="on")
    page = text_of(response)
    assert response.status_code == 422
    assert "Cần lý do để cán bộ xã biết sửa gì." in page
    assert unchanged(waiting)


@pytest.mark.parametrize(
    "nonsense", [{"quyet-dinh": "xoa"}, {"quyet-dinh": ""}, {"seen": "hôm qua"}, {"seen": ""}, {"quick": "khác"}]
)
def test_nonsense_changes_nothing(waiting, linh, nonsense):
    right = {"quyet-dinh": "duyet", "seen": waiting.submitted_at.isoformat()}
    response = signed_in(linh).post(f"/duyet/{waiting.pk}/quyet-dinh/", right | nonsense)
    assert response.status_code == 422
    assert unchanged(waiting)


def test_a_look_is_no_decision(waiting, linh):
    assert signed_in(linh).get(f"/duyet/{waiting.pk}/quyet-dinh/").status_code == 405
    assert unchanged(waiting)

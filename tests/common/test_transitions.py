"""One way to move a thing from state to state, always in the audit trail."""

import pytest
from django.utils import timezone

from catalog.listings.models import Listing
from catalog.listings.states import ListingAct, ListingState
from common.audit.models import AuditEntry
from common.transitions import MoveNotAllowed, NotTheirMove, move
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(mai):
    """Mai's draft."""
    return factories.listing("Khăn piêu", mai, state=ListingState.DRAFT)


def test_a_move_saves_the_state_and_what_changes_with_it(draft, tuan):
    sent_at = timezone.now()
    move(draft, ListingAct.SUBMITTED, by=tuan, submitted_by=tuan, submitted_at=sent_at)
    stored = Listing.objects.get()
    assert (stored.state, stored.submitted_by, stored.submitted_at) == ("submitted", tuan, sent_at)
    assert (draft.state, draft.submitted_by, draft.submitted_at) == ("submitted", tuan, sent_at)


def test_a_move_is_in_the_trail_with_both_names_and_the_point(draft, tuan, mai, nua_ngam):
    move(
        draft,
        ListingAct.SUBMITTED,
        by=tuan,
        on_behalf_of=mai,
        at_point=nua_ngam,
        reason="đủ rồi",
    )
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by, entry.by_name) == ("listing.submitted", tuan, "Lường Văn Tuấn")
    assert (entry.on_behalf_of_id, entry.on_behalf_of_name) == (mai.pk, "Bà Lò Thị Mai")
    assert (entry.at_point_id, entry.at_point_name) == (nua_ngam.pk, "Điểm hỗ trợ xã Núa Ngam")
    assert (entry.subject, entry.subject_name) == (draft, "Khăn piêu")
    assert (entry.before, entry.after, entry.reason) == ({"state": "draft"}, {"state": "submitted"}, "đủ rồi")


def test_a_move_that_is_not_in_the_table_changes_nothing(draft, linh):
    with pytest.raises(MoveNotAllowed, match=r"Khăn piêu is draft: listing\.approved does not start there"):
        move(draft, ListingAct.APPROVED, by=linh, decided_by=linh)
    stored = Listing.objects.get()
    assert (stored.state, stored.decided_by, draft.state, draft.decided_by) == ("draft", None, "draft", None)
    assert not AuditEntry.objects.exists()


def test_the_database_decides_and_not_the_row_in_hand(draft, tuan, linh):
    old = Listing.objects.get()
    move(draft, ListingAct.SUBMITTED, by=tuan)
    move(draft, ListingAct.APPROVED, by=linh)
    with pytest.raises(MoveNotAllowed):
        move(old, ListingAct.SUBMITTED, by=tuan)
    assert old.state == "draft"
    assert AuditEntry.objects.count() == 2


def test_what_the_move_does_not_name_is_not_written(draft, tuan):
    Listing.objects.update(unit="tấm")
    move(draft, ListingAct.SUBMITTED, by=tuan)
    assert Listing.objects.get().unit == "tấm"


def test_whose_move_it_is_is_asked_when_it_is_made(draft, tuan):
    tuan.memberships.update(ended_at=timezone.now())
    with pytest.raises(NotTheirMove):
        move(draft, ListingAct.SUBMITTED, by=tuan)
    assert (Listing.objects.get().state, draft.state) == ("draft", "draft")
    assert not AuditEntry.objects.exists()


def test_who_may_not_is_told_so_before_what_state_it_is_in(draft, tuan):
    with pytest.raises(NotTheirMove):
        move(draft, ListingAct.APPROVED, by=tuan)

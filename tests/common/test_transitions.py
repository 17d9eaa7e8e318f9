"""One way to move a thing from state to state, always in the audit trail."""

import pytest
from django.utils import timezone

from catalog.listings.models import Listing
from catalog.listings.states import ListingState
from common.audit.models import AuditEntry
from common.transitions import MoveNotAllowed, move
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(mai):
    """Mai's draft."""
    return factories.listing("Khăn piêu", mai, state=ListingState.DRAFT)


def test_a_move_saves_the_state_and_what_changes_with_it(draft, tuan):
    sent_at = timezone.now()
    move(draft, ListingState.SUBMITTED, by=tuan, action="listing.submitted", submitted_by=tuan, submitted_at=sent_at)
    stored = Listing.objects.get()
    assert (stored.state, stored.submitted_by, stored.submitted_at) == ("submitted", tuan, sent_at)
    assert (draft.state, draft.submitted_by, draft.submitted_at) == ("submitted", tuan, sent_at)


def test_a_move_is_in_the_trail_with_both_names_and_the_point(draft, tuan, mai, nua_ngam):
    move(
        draft,
        ListingState.SUBMITTED,
        by=tuan,
        action="listing.submitted",
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
    with pytest.raises(MoveNotAllowed, match="Khăn piêu is draft: there is no move to approved"):
        move(draft, ListingState.APPROVED, by=linh, action="listing.approved", decided_by=linh)
    stored = Listing.objects.get()
    assert (stored.state, stored.decided_by, draft.state, draft.decided_by) == ("draft", None, "draft", None)
    assert not AuditEntry.objects.exists()


def test_the_database_decides_and_not_the_row_in_hand(draft, tuan, linh):
    old = Listing.objects.get()
    move(draft, ListingState.SUBMITTED, by=tuan, action="listing.submitted")
    move(draft, ListingState.APPROVED, by=linh, action="listing.approved")
    with pytest.raises(MoveNotAllowed):
        move(old, ListingState.SUBMITTED, by=tuan, action="listing.submitted")
    assert old.state == "draft"
    assert AuditEntry.objects.count() == 2


def test_what_the_move_does_not_name_is_not_written(draft, tuan):
    Listing.objects.update(unit="tấm")
    move(draft, ListingState.SUBMITTED, by=tuan, action="listing.submitted")
    assert Listing.objects.get().unit == "tấm"

"""Two people at once: a request is carried out once, and a listing that two things held comes back once."""

import pytest

from catalog.changes.closing import retire_listing
from catalog.listings.models import Listing
from catalog.listings.states import ListingState
from catalog.moderation.models import AuthorityRequest, Hold, Restriction
from catalog.moderation.requests.services import carry_out_request, lift_request
from catalog.moderation.restrictions.services import answer_restriction, withdraw_restriction
from common.audit.models import AuditEntry
from tests import factories
from tests.catalog.approvals.test_races import at_once
from tests.factories.moderation import authority_request, restriction

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def kinds(outcomes) -> list[str]:
    return sorted(type(each).__name__ for each in outcomes)


def again(row):
    """A row of one's own, as every request has it."""
    return type(row).objects.get(pk=row.pk)


def test_two_at_once_carry_a_request_out_once(linh, quan, mai):
    scarf = factories.listing(of=mai)
    wanted = authority_request(mai, scarf)
    outcomes = at_once(
        lambda: carry_out_request(again(wanted), by=linh), lambda: carry_out_request(again(wanted), by=quan)
    )
    assert kinds(outcomes) == ["MoveNotAllowed", "int"]
    assert (Hold.objects.count(), AuditEntry.objects.filter(action="listing.suspended").count()) == (1, 1)


def test_two_lifted_at_once_bring_the_listing_back_once(linh, quan, mai):
    scarf = factories.listing(of=mai)
    rows = [authority_request(mai, scarf), authority_request(mai, scarf, document_no="126/QLTT-NV")]
    for row in rows:
        carry_out_request(row, by=linh)
    outcomes = at_once(
        lambda: lift_request(again(rows[0]), by=linh, reason="Xong."),
        lambda: lift_request(again(rows[1]), by=quan, reason="Xong."),
    )
    assert sorted(outcomes) == [0, 1]
    listing = Listing.objects.get()
    assert (listing.state, listing.product.is_public) == (ListingState.APPROVED, True)
    assert AuditEntry.objects.filter(action="listing.lifted").count() == 1


def test_taken_down_or_retired_it_is_not_on_sale(linh, tuan, mai):
    scarf = factories.listing(of=mai)
    wanted = authority_request(mai, scarf)
    at_once(lambda: carry_out_request(again(wanted), by=linh), lambda: retire_listing(again(scarf), by=tuan))
    listing = Listing.objects.get()
    assert (listing.state, listing.product.is_public) == (ListingState.RETIRED, False)
    assert AuthorityRequest.objects.get().state == "done"


def test_an_answer_and_a_withdrawal_at_once_leave_one_end(linh, tuan, mai):
    told = restriction(mai, factories.listing(of=mai))
    at_once(
        lambda: answer_restriction(again(told), by=tuan, answer="Sẽ sửa."),
        lambda: withdraw_restriction(again(told), by=linh, reason="Nhầm."),
    )
    assert Restriction.objects.get().state == "withdrawn"

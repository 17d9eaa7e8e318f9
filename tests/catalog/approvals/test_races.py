"""Two people at the same moment, on PostgreSQL: one decision, one count, one draft."""

from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from oscar.apps.partner.models import StockRecord

from catalog.approvals.services import approve_listing, return_listing
from catalog.listings.models import Listing
from catalog.listings.services import start_draft, take_back
from catalog.listings.states import ListingState
from catalog.onsale.services import StockMoved, change_stock
from common.audit.models import AuditEntry
from common.transitions import MoveNotAllowed
from producers.directory.models import Membership
from producers.directory.states import Role
from tests import factories

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def at_once(*acts: Any) -> list[Any]:
    """What each act returned or raised, all begun in the same moment."""
    ready = Barrier(len(acts))
    outcomes: list[Any] = [None] * len(acts)

    def run(place: int, act: Any) -> None:
        try:
            ready.wait()
            outcomes[place] = act()
        except Exception as raised:
            outcomes[place] = raised
        finally:
            connection.close()

    threads = [Thread(target=run, args=(place, act)) for place, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


@pytest.fixture
def son(nua_ngam):
    """Sơn, the other approver of Điện Biên."""
    person = factories.user("son", "Cà Văn Sơn")
    Membership.objects.create(user=person, role=Role.APPROVER, province=nua_ngam.commune.province)
    return person


def mine(listing: Listing) -> Listing:
    """A row of one's own, as every request has it."""
    return Listing.objects.get(pk=listing.pk)


def test_two_approvers_at_once_make_one_decision(waiting, linh, son):
    seen = waiting.submitted_at
    one, other = mine(waiting), mine(waiting)
    outcomes = at_once(
        lambda: approve_listing(one, by=linh, seen=seen), lambda: approve_listing(other, by=son, seen=seen)
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["MoveNotAllowed", "NoneType"]
    winner = [linh, son][outcomes.index(None)]
    stored = Listing.objects.get()
    assert (stored.state, stored.decided_by, stored.product.is_public) == ("approved", winner, True)
    assert AuditEntry.objects.get().by == winner


def test_yes_and_no_at_once_are_one_answer(waiting, linh, son):
    seen = waiting.submitted_at
    one, other = mine(waiting), mine(waiting)
    outcomes = at_once(
        lambda: approve_listing(one, by=linh, seen=seen),
        lambda: return_listing(other, by=son, reason="Chụp lại", seen=seen),
    )
    assert [isinstance(outcome, MoveNotAllowed) for outcome in outcomes].count(True) == 1
    stored = Listing.objects.get()
    assert stored.product.is_public is (stored.state == ListingState.APPROVED)
    assert AuditEntry.objects.count() == 1


def test_taken_back_or_approved_but_never_both(waiting, tuan, linh):
    seen = waiting.submitted_at
    one, other = mine(waiting), mine(waiting)
    outcomes = at_once(lambda: approve_listing(one, by=linh, seen=seen), lambda: take_back(other, by=tuan))
    assert [isinstance(outcome, MoveNotAllowed) for outcome in outcomes].count(True) == 1
    stored = Listing.objects.get()
    assert stored.product.is_public is (stored.state == ListingState.APPROVED)


def test_two_counts_at_once_are_one_count(mai, tuan):
    listing = factories.listing(of=mai, stock=5)
    one, other = mine(listing), mine(listing)
    outcomes = at_once(lambda: change_stock(one, 7, seen=5, by=tuan), lambda: change_stock(other, 9, seen=5, by=tuan))
    assert [isinstance(outcome, StockMoved) for outcome in outcomes].count(True) == 1
    assert StockRecord.objects.get().num_in_stock == [7, 9][outcomes.index(None)]


def test_opening_twice_at_once_opens_one_draft(mai, tuan):
    at_once(*[lambda: start_draft(mai, by=tuan)] * 4)
    assert Listing.objects.count() == 1

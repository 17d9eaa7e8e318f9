"""Two people at the same moment, on PostgreSQL: one decision, one count, one draft."""

from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from oscar.apps.partner.models import StockRecord

from catalog.approvals.bulk.services import approve_together
from catalog.approvals.changes.services import approve_change, return_change
from catalog.approvals.services import approve_listing, return_listing, take_up
from catalog.changes.closing import retire_listing
from catalog.changes.facts import live_facts, seen_version
from catalog.changes.models import ChangeRequest
from catalog.changes.services import start_change, take_change_back, withdraw_change
from catalog.listings.models import Listing
from catalog.listings.services import start_draft, take_back
from catalog.listings.states import ListingState
from catalog.onsale.services import StockMoved, change_price, change_stock
from common.audit.models import AuditEntry
from common.transitions import ChangedSinceSeen, MoveNotAllowed
from tests import factories
from tests.factories.identity import identity_check

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


@pytest.fixture
def sent_change(mai, tuan):
    """A change of Mai's scarf that waits, with the mark of what both approvers see."""
    scarf = factories.listing(of=mai)
    change = factories.change(scarf, state="submitted", title="Khăn thổ cẩm Thái", price=400_000)
    return change, seen_version(change, live_facts(scarf))


def my_change(change: ChangeRequest) -> ChangeRequest:
    """A row of one's own, as every request has it."""
    return ChangeRequest.objects.select_related("listing__product", "listing__producer__point").get(pk=change.pk)


def test_two_approvers_of_one_change_make_one_decision(sent_change, linh, son):
    change, seen = sent_change
    one, other = my_change(change), my_change(change)
    outcomes = at_once(
        lambda: approve_change(one, by=linh, seen=seen), lambda: approve_change(other, by=son, seen=seen)
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["MoveNotAllowed", "NoneType"]
    assert my_change(change).decided_by == [linh, son][outcomes.index(None)]
    assert AuditEntry.objects.filter(action="change.approved").count() == 1
    assert Listing.objects.get().product.title == "Khăn thổ cẩm Thái"


def test_yes_and_no_to_a_change_are_one_answer(sent_change, linh, son):
    change, seen = sent_change
    one, other = my_change(change), my_change(change)
    outcomes = at_once(
        lambda: approve_change(one, by=linh, seen=seen),
        lambda: return_change(other, by=son, reason="Sửa lại", seen=seen),
    )
    assert [isinstance(outcome, (MoveNotAllowed, ChangedSinceSeen)) for outcome in outcomes].count(True) == 1
    stored = my_change(change)
    is_approved = stored.state == "approved"
    assert (stored.listing.product.title == "Khăn thổ cẩm Thái") is is_approved


def test_a_change_is_approved_or_taken_back_but_never_both(sent_change, linh, tuan):
    change, seen = sent_change
    one, other = my_change(change), my_change(change)
    outcomes = at_once(lambda: approve_change(one, by=linh, seen=seen), lambda: take_change_back(other, by=tuan))
    assert [isinstance(outcome, MoveNotAllowed) for outcome in outcomes].count(True) == 1
    stored = my_change(change)
    assert (stored.state, stored.listing.product.title) in {
        ("approved", "Khăn thổ cẩm Thái"),
        ("draft", "Khăn thổ cẩm Lào"),
    }


@pytest.mark.parametrize("_again", range(3))
def test_a_change_is_approved_before_its_listing_is_retired_or_closed_with_it(_again, sent_change, linh, tuan):
    change, seen = sent_change
    one, listing = my_change(change), mine(change.listing)
    approved, retired = at_once(
        lambda: approve_change(one, by=linh, seen=seen), lambda: retire_listing(listing, by=tuan)
    )
    assert retired is None
    stored = my_change(change)
    assert (stored.listing.state, stored.listing.product.is_public, stored.is_open) == ("retired", False, False)
    assert (stored.state, stored.listing.product.title) == (
        ("approved", "Khăn thổ cẩm Thái") if approved is None else ("withdrawn", "Khăn thổ cẩm Lào")
    )
    assert approved is None or isinstance(approved, MoveNotAllowed)


@pytest.mark.parametrize("_again", range(4))
def test_a_change_given_up_in_the_moment_of_retiring_is_closed_once(_again, sent_change, tuan):
    change, _ = sent_change
    one, listing = my_change(change), mine(change.listing)
    given_up, retired = at_once(lambda: withdraw_change(one, by=tuan), lambda: retire_listing(listing, by=tuan))
    assert retired is None
    assert given_up is None or isinstance(given_up, MoveNotAllowed)
    assert (my_change(change).state, Listing.objects.get().state) == ("withdrawn", "retired")
    assert AuditEntry.objects.filter(action__in=["change.withdrawn", "change.closed"]).count() == 1


def test_a_price_of_today_and_an_approved_price_are_never_mixed(sent_change, linh, tuan):
    change, seen = sent_change
    one, listing = my_change(change), mine(change.listing)
    at_once(lambda: approve_change(one, by=linh, seen=seen), lambda: change_price(listing, 260_000, by=tuan))
    stored, price = my_change(change), int(StockRecord.objects.get().price)
    assert (stored.state, price) in {("approved", 400_000), ("outdated", 260_000), ("submitted", 260_000)}


def test_starting_twice_at_once_opens_one_change(mai, tuan):
    scarf = factories.listing(of=mai)
    at_once(*[lambda: start_change(mine(scarf), by=tuan)] * 4)
    assert ChangeRequest.objects.count() == 1


def test_two_approvers_of_the_same_many_approve_each_once(mai, tuan, linh, son):
    identity_check(mai)
    factories.listing("Khăn xưa", mai, approved_price_dong=1)
    plain = [factories.listing(f"Khăn {number}", mai, state="submitted", submitted_by=tuan) for number in range(3)]
    marks = [(each.pk, each.submitted_at) for each in plain]
    one, other = at_once(lambda: approve_together(marks, by=linh), lambda: approve_together(marks[::-1], by=son))
    assert sorted(each.outcome for each in [*one, *other]) == ["approved"] * 3 + ["decided"] * 3
    assert AuditEntry.objects.filter(action="listing.approved").count() == 3


def test_one_takes_it_up_and_the_other_hears_so(waiting, linh, son):
    one, other = mine(waiting), mine(waiting)
    outcomes = at_once(lambda: take_up(one, by=linh), lambda: take_up(other, by=son))
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["MoveNotAllowed", "NoneType"]
    assert Listing.objects.get().reviewer == [linh, son][outcomes.index(None)]

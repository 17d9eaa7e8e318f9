"""Who may move a listing from where to where; for everybody else and from everywhere else nothing changes."""

import pytest
from oscar.apps.catalogue.models import Product

from catalog.listings.models import Listing
from catalog.listings.services import retire_listing, revive_listing, take_back, withdraw_from_sale
from catalog.listings.states import ListingState
from catalog.search.models import SearchOutbox
from common.audit.models import AuditEntry
from common.transitions import MoveNotAllowed
from tests import factories
from tests.catalog.listings.conftest import SMALL
from tests.people import signed_in

pytestmark = pytest.mark.django_db

S = ListingState
OFFICERS_MOVES = {
    "gui": ({S.DRAFT, S.CHANGES_REQUESTED}, S.SUBMITTED, "listing.submitted"),
    "rut": ({S.SUBMITTED}, S.DRAFT, "listing.taken_back"),
    "dua-xuong": ({S.APPROVED}, S.DRAFT, "listing.withdrawn"),
    "ngung": (
        {S.APPROVED, S.DRAFT, S.CHANGES_REQUESTED, S.PAUSED, S.REJECTED, S.SUSPENDED},
        S.RETIRED,
        "listing.retired",
    ),
    "mo-lai": ({S.RETIRED}, S.DRAFT, "listing.revived"),
}
APPROVERS_MOVES = {
    "duyet": ({S.SUBMITTED, S.IN_REVIEW}, S.APPROVED, "listing.approved"),
    "tra-lai": ({S.SUBMITTED, S.IN_REVIEW}, S.CHANGES_REQUESTED, "listing.returned"),
    "go-xuong": ({S.APPROVED}, S.CHANGES_REQUESTED, "listing.taken_down"),
}
EVERYBODY = ["tuan", "bao", "linh", "giang", "thanh", "quan", "an", "herself"]


@pytest.fixture
def herself(mai):
    """Mai with a login of her own."""
    person = factories.user("mai", "Lò Thị Mai")
    mai.partner.users.add(person)
    return person


def listing_in(state, mai, move="") -> Listing:
    """Mai's listing in that state, with a photo where one is asked for."""
    listing = factories.listing(of=mai, state=state)
    if move == "gui":
        factories.add_photo(listing, size=SMALL)
    return listing


def officers_post(person, listing, move):
    return signed_in(person).post(f"/can-bo/hang/{listing.pk}/{move}/")


def approvers_post(person, listing, move):
    seen = listing.submitted_at.isoformat() if listing.submitted_at else ""
    data = {"quyet-dinh": move, "seen": seen, "reason": "Chụp lại ảnh"}
    return signed_in(person).post(f"/duyet/{listing.pk}/quyet-dinh/", data)


@pytest.mark.parametrize("move", OFFICERS_MOVES)
@pytest.mark.parametrize("state", ListingState)
@pytest.mark.parametrize("who", ["tuan", "herself"])
def test_the_officer_and_the_producer_herself_move_it_along_the_table(who, state, move, mai, request):
    listing, person = listing_in(state, mai, move), request.getfixturevalue(who)
    starts, after, action = OFFICERS_MOVES[move]
    officers_post(person, listing, move)
    listing.refresh_from_db()
    expected = after if state in starts else state
    assert listing.state == expected
    assert listing.product.is_public is (expected == S.APPROVED)
    assert list(AuditEntry.objects.values_list("action", flat=True)) == ([action] if state in starts else [])


@pytest.mark.parametrize("move", OFFICERS_MOVES)
@pytest.mark.parametrize("who", [who for who in EVERYBODY if who not in ("tuan", "herself")])
def test_nobody_else_makes_an_officers_move(who, move, mai, request):
    person = request.getfixturevalue(who)
    for state in OFFICERS_MOVES[move][0]:
        listing = listing_in(state, mai)
        assert officers_post(person, listing, move).status_code == 404
        listing.refresh_from_db()
        assert listing.state == state
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize("move", APPROVERS_MOVES)
@pytest.mark.parametrize("state", [S.SUBMITTED, S.APPROVED, S.CHANGES_REQUESTED, S.RETIRED])
def test_the_approver_of_the_province_moves_it_along_the_table(state, move, mai, linh):
    listing = listing_in(state, mai)
    starts, after, action = APPROVERS_MOVES[move]
    response = approvers_post(linh, listing, move)
    listing.refresh_from_db()
    assert response.status_code == (302 if state in starts else 409)
    assert listing.state == (after if state in starts else state)
    assert listing.product.is_public is (listing.state == S.APPROVED)
    assert list(AuditEntry.objects.values_list("action", flat=True)) == ([action] if state in starts else [])


@pytest.mark.parametrize("move", APPROVERS_MOVES)
@pytest.mark.parametrize("who", [who for who in EVERYBODY if who != "linh"])
def test_nobody_else_makes_an_approvers_move(who, move, mai, request):
    person = request.getfixturevalue(who)
    for state in APPROVERS_MOVES[move][0]:
        listing = listing_in(state, mai)
        assert approvers_post(person, listing, move).status_code == 404
        listing.refresh_from_db()
        assert listing.state == state
    assert not AuditEntry.objects.exists()


def test_a_draft_is_not_even_seen_by_the_approver(mai, linh):
    listing = listing_in(S.DRAFT, mai)
    assert approvers_post(linh, listing, "duyet").status_code == 404


@pytest.mark.parametrize("service", [take_back, withdraw_from_sale, revive_listing])
def test_each_way_back_starts_where_it_says(service, mai, tuan):
    start = {take_back: S.SUBMITTED, withdraw_from_sale: S.APPROVED, revive_listing: S.RETIRED}[service]
    for state in ListingState:
        listing = listing_in(state, mai)
        if state == start:
            service(listing, by=tuan)
            assert listing.state == S.DRAFT
        else:
            with pytest.raises(MoveNotAllowed):
                service(listing, by=tuan)
            assert Listing.objects.get(pk=listing.pk).state == state


def test_a_late_click_on_take_back_leaves_what_was_approved_meanwhile(mai, tuan):
    listing = listing_in(S.SUBMITTED, mai)
    Listing.objects.update(state=S.APPROVED)
    Product.objects.update(is_public=True)
    response = signed_in(tuan).post(f"/can-bo/hang/{listing.pk}/rut/", follow=True)
    assert "Chưa làm được: hàng này đang ở “Đang bán”." in response.content.decode()
    listing.refresh_from_db()
    assert (listing.state, listing.product.is_public) == (S.APPROVED, True)


@pytest.mark.parametrize("service", [withdraw_from_sale, retire_listing])
def test_what_leaves_the_market_is_told_to_the_search(service, mai, tuan):
    listing = listing_in(S.APPROVED, mai)
    SearchOutbox.objects.all().delete()
    service(listing, by=tuan)
    assert list(SearchOutbox.objects.values_list("key", flat=True)) == [listing.product_id]


def test_a_withdrawn_listing_shows_the_price_and_stock_of_today(mai, tuan):
    listing = listing_in(S.APPROVED, mai)
    Listing.objects.update(typed={"price": ["1"], "stock": ["99"], "title": ["Khăn xưa"]})
    withdraw_from_sale(listing, by=tuan)
    page = signed_in(tuan).get(f"/can-bo/hang/{listing.pk}/sua/").content.decode()
    assert 'name="price" value="250.000"' in page
    assert 'name="stock" value="5"' in page
    assert 'name="title" value="Khăn xưa"' in page


@pytest.mark.parametrize("move", ["rut", "dua-xuong", "ngung", "mo-lai"])
def test_each_move_asks_once_more_and_a_look_changes_nothing(move, mai, tuan):
    listing = listing_in(S.APPROVED, mai)
    response = signed_in(tuan).get(f"/can-bo/hang/{listing.pk}/{move}/")
    assert response.status_code == 200
    assert "Không, quay lại" in response.content.decode()
    listing.refresh_from_db()
    assert listing.state == S.APPROVED

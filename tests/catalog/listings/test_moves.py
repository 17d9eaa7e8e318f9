"""Who may move a listing from where to where; for everybody else and from everywhere else nothing changes."""

import pytest
from oscar.apps.catalogue.models import Product

from catalog.changes.closing import retire_listing
from catalog.listings.models import Listing
from catalog.listings.services import revive_listing, take_back
from catalog.listings.states import MOVES, ListingAct, ListingState
from catalog.search.models import SearchOutbox
from common.audit.models import AuditEntry
from common.transitions import Actor, MoveNotAllowed
from tests import factories
from tests.catalog.listings.conftest import SMALL
from tests.people import signed_in

pytestmark = pytest.mark.django_db

S, A = ListingState, ListingAct
BUTTONS = {
    A.SUBMITTED: ("/can-bo/hang/{pk}/gui/", {}),
    A.TAKEN_BACK: ("/can-bo/hang/{pk}/rut/", {}),
    A.RETIRED: ("/can-bo/hang/{pk}/ngung/", {}),
    A.REVIVED: ("/can-bo/hang/{pk}/mo-lai/", {}),
    A.TAKEN_UP: ("/duyet/{pk}/xem-xet/", {"lam": "nhan"}),
    A.PUT_BACK: ("/duyet/{pk}/xem-xet/", {"lam": "tra"}),
    A.APPROVED: ("/duyet/{pk}/quyet-dinh/", {"quyet-dinh": "duyet"}),
    A.RETURNED: ("/duyet/{pk}/quyet-dinh/", {"quyet-dinh": "tra-lai", "reason": "Chụp lại ảnh"}),
    A.REJECTED: ("/duyet/{pk}/quyet-dinh/", {"quyet-dinh": "khong-duyet", "reason": "Hàng không rõ gốc"}),
    A.TAKEN_DOWN: ("/duyet/han-che/hang/{pk}/", {"way": "ngay", "ground": "medicine_claim", "reason": "Bỏ lời hứa"}),
}
"""The button of each act: where it posts, and what."""
ELSEWHERE = {A.PAUSED, A.RESUMED, A.SUSPENDED, A.LIFTED, A.LIFTED_TO_REST}
"""Acts whose pages are those of other areas, and their tests."""
CAST = {
    "tuan": Actor.OFFICER,
    "herself": Actor.PRODUCER,
    "linh": Actor.APPROVER,
    "quan": Actor.ADMINISTRATOR,
    "chu": Actor.HELPER,
    "bao": None,
    "giang": None,
    "thanh": None,
    "an": None,
}


@pytest.fixture
def herself(mai):
    """Mai with a login of her own."""
    person = factories.user("mai", "Lò Thị Mai")
    mai.partner.users.add(person)
    return person


def listing_in(state, mai, act="") -> Listing:
    """Mai's listing in that state, with a photo where one is asked for."""
    listing = factories.listing(of=mai, state=state)
    if act == A.SUBMITTED:
        factories.add_photo(listing, size=SMALL)
    return listing


def press(person, listing, act):
    """Press the button of the act, as a page opened just now has it."""
    address, data = BUTTONS[act]
    seen = listing.submitted_at.isoformat() if listing.submitted_at else ""
    return signed_in(person).post(address.format(pk=listing.pk), {"seen": seen, **data})


def test_every_act_of_the_table_has_its_button():
    assert set(BUTTONS) | ELSEWHERE == set(MOVES)


@pytest.mark.whole
@pytest.mark.parametrize("act", BUTTONS)
@pytest.mark.parametrize("who", CAST)
def test_the_moves_that_people_make_are_exactly_those_of_the_table(who, act, mai, request):
    person, made = request.getfixturevalue(who), MOVES[act]
    is_theirs = CAST[who] in made.actors
    for state in ListingState if is_theirs else made.sources:
        listing = listing_in(state, mai, act)
        entries = AuditEntry.objects.count()
        press(person, listing, act)
        listing.refresh_from_db()
        is_made = is_theirs and state in made.sources
        assert listing.state == (made.to if is_made else state), state
        assert listing.product.is_public is (listing.state == S.APPROVED)
        assert AuditEntry.objects.count() == entries + is_made
        if is_made:
            assert AuditEntry.objects.order_by("-pk").first().action == act


def test_a_draft_is_not_even_seen_by_the_approver(mai, linh):
    listing = listing_in(S.DRAFT, mai)
    assert press(linh, listing, A.APPROVED).status_code == 404


@pytest.mark.parametrize("service", [take_back, revive_listing])
def test_each_way_back_starts_where_it_says(service, mai, tuan):
    start = {take_back: S.SUBMITTED, revive_listing: S.RETIRED}[service]
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


def test_what_leaves_the_market_is_told_to_the_search(mai, tuan):
    listing = listing_in(S.APPROVED, mai)
    SearchOutbox.objects.all().delete()
    retire_listing(listing, by=tuan)
    assert list(SearchOutbox.objects.values_list("key", flat=True)) == [listing.product_id]


def test_a_revived_listing_shows_the_price_and_stock_of_today(mai, tuan):
    listing = listing_in(S.RETIRED, mai)
    Listing.objects.update(typed={"price": ["1"], "stock": ["99"], "title": ["Khăn xưa"]})
    revive_listing(listing, by=tuan)
    page = signed_in(tuan).get(f"/can-bo/hang/{listing.pk}/sua/").content.decode()
    assert 'name="price" value="250.000"' in page
    assert 'name="stock" value="5"' in page
    assert 'name="title" value="Khăn xưa"' in page


@pytest.mark.parametrize("move", ["rut", "ngung", "mo-lai"])
def test_each_move_asks_once_more_and_a_look_changes_nothing(move, mai, tuan):
    listing = listing_in(S.APPROVED, mai)
    response = signed_in(tuan).get(f"/can-bo/hang/{listing.pk}/{move}/")
    assert response.status_code == 200
    assert "Không, quay lại" in response.content.decode()
    listing.refresh_from_db()
    assert listing.state == S.APPROVED

"""Auditors read everything of their provinces and change nothing."""

import pytest

from catalog.changes.models import ChangeRequest
from catalog.changes.states import ChangeState
from catalog.listings.models import Listing
from catalog.listings.states import ListingState
from producers.directory.models import Membership
from producers.directory.states import Role
from tests import factories
from tests.people import signed_in

pytestmark = pytest.mark.django_db

PAGES = ["/giam-sat/", "/giam-sat/hang/{}/"]
CHANGE = "/giam-sat/sua-doi/{}/"


def look(person, address: str) -> str:
    response = signed_in(person).get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def provincial(sin_ho):
    """An auditor of Lai Châu alone."""
    person = factories.user("yen", "Tẩn Thị Yến")
    Membership.objects.create(user=person, role=Role.AUDITOR, province=sin_ho.commune.province)
    return person


@pytest.mark.parametrize("state", ListingState)
def test_every_state_is_read(state, mai, thanh):
    listing = factories.listing("Khăn", mai, state=state)
    assert "Khăn</a>" in look(thanh, f"/giam-sat/?muc={state}")
    assert "Khăn" in look(thanh, f"/giam-sat/hang/{listing.pk}/")


def test_the_page_has_no_button_but_to_sign_out(waiting, thanh):
    page = look(thanh, f"/giam-sat/hang/{waiting.pk}/")
    assert page.count("<form") == 1
    assert 'action="/tai-khoan/ra/"' in page


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_sent_here(address, waiting, thanh):
    assert signed_in(thanh).post(address.format(waiting.pk)).status_code == 405
    assert Listing.objects.get().state == "submitted"


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("who", ["tuan", "bao", "linh", "giang", "an", "quan"])
def test_who_is_no_auditor_gets_nothing(who, address, waiting, request):
    assert signed_in(request.getfixturevalue(who)).get(address.format(waiting.pk)).status_code == 404


def test_an_auditor_of_a_province_sees_that_province(mai, pao, provincial):
    ours, theirs = factories.listing("Khăn", mai), factories.listing("Chè", pao)
    page = look(provincial, "/giam-sat/")
    assert ("Chè</a>" in page, "Khăn</a>" in page) == (True, False)
    assert signed_in(provincial).get(f"/giam-sat/hang/{ours.pk}/").status_code == 404
    assert signed_in(provincial).get(f"/giam-sat/hang/{theirs.pk}/").status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_much_for_three_as_for_one(number, mai, thanh, django_assert_num_queries):
    for each in range(number):
        listing = factories.listing(f"Khăn {each}", factories.producer(f"Bà {each}", mai.point))
        factories.add_photo(listing, each, size=(200, 200))
    client = signed_in(thanh)
    with django_assert_num_queries(8):
        client.get("/giam-sat/")


def test_words_find_goods_for_auditors_too(mai, thanh):
    factories.listing("Khăn thổ cẩm", mai)
    factories.listing("Mật ong", mai)
    page = look(thanh, "/giam-sat/?q=mat ong")
    assert ("Mật ong</a>" in page, "Khăn thổ cẩm</a>" in page) == (True, False)


@pytest.fixture
def sent(mai):
    """A change of Mai's scarf that waits."""
    return factories.change(factories.listing(of=mai), state="submitted", title="Khăn mới")


@pytest.mark.parametrize("state", ChangeState)
def test_every_change_is_read_and_has_no_button(state, sent, thanh):
    ChangeRequest.objects.update(state=state)
    page = look(thanh, CHANGE.format(sent.pk))
    assert "<ins>mới</ins>" in page
    assert page.count("<form") == 1
    assert f'href="{CHANGE.format(sent.pk)}"' in look(thanh, f"/giam-sat/hang/{sent.listing_id}/")


@pytest.mark.parametrize("who", ["tuan", "bao", "linh", "giang", "an", "quan"])
def test_a_change_is_nothing_for_who_is_no_auditor(who, sent, request):
    assert signed_in(request.getfixturevalue(who)).get(CHANGE.format(sent.pk)).status_code == 404


def test_a_change_of_another_province_is_not_there_and_nothing_is_sent(sent, provincial, thanh):
    assert signed_in(provincial).get(CHANGE.format(sent.pk)).status_code == 404
    assert signed_in(thanh).post(CHANGE.format(sent.pk)).status_code == 405
    assert signed_in(thanh).post(f"/duyet/sua-doi/{sent.pk}/quyet-dinh/", {"quyet-dinh": "duyet"}).status_code == 404
    assert ChangeRequest.objects.get().state == "submitted"

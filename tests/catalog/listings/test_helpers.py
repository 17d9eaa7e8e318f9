"""A helper of the community digital group drafts at her point, and may do nothing else there."""

import pytest
from django.db import connection

from catalog.listings.models import Listing
from catalog.listings.services import start_draft, submit_listing
from common.audit.models import AuditEntry
from common.transitions import Actor, NotTheirMove
from producers.directory.models import Membership
from producers.directory.queries import (
    actors_towards,
    points_of,
    producers_drafted_for,
    producers_of_points_of,
    producers_overseen_by,
    producers_served_by,
    provinces_approved_by,
    workplaces_of,
)
from producers.directory.states import Role
from shop.consignments.queries import consignments_of
from tests import factories
from tests.architecture.routes import STAFF_ROUTES, address
from tests.factories.orders import consignment
from tests.people import signed_in

pytestmark = pytest.mark.django_db

HERS = {
    "can-bo/",
    "can-bo/ghi-giup/",
    "can-bo/ghi-giup/them/",
    "can-bo/hang/",
    "can-bo/hang/them/",
    "can-bo/hang/<int:pk>/",
    "can-bo/hang/<int:pk>/sua/",
    "can-bo/hang/<int:pk>/xem-truoc/",
}
"""All that a helper is let into; of one listing, her group's drafts alone."""


@pytest.fixture
def draft(chu, mai):
    return start_draft(mai, by=chu)


def test_least_privilege_is_in_the_queries(chu, mai):
    assert list(producers_drafted_for(chu)) == [mai]
    for nothing in (points_of, producers_served_by, producers_of_points_of, producers_overseen_by):
        assert list(nothing(chu)) == []
    assert list(provinces_approved_by(chu)) == list(consignments_of(chu)) == []
    assert workplaces_of(chu) == {"helper"}
    assert actors_towards(chu, mai) == {Actor.HELPER}


def test_of_another_point_she_drafts_nothing(chu, pao):
    assert list(producers_drafted_for(chu)) == []
    assert actors_towards(chu, pao) == frozenset()
    answer = signed_in(chu).post("/can-bo/hang/them/", {"producer": pao.pk})
    assert (answer.status_code, Listing.objects.exists()) == (404, False)


def test_she_starts_and_saves_a_draft_with_both_names_in_the_trail(chu, mai):
    client = signed_in(chu)
    answer = client.post("/can-bo/hang/them/", {"producer": mai.pk})
    made = Listing.objects.get()
    assert answer.headers["Location"] == f"/can-bo/hang/{made.pk}/sua/"
    page = client.get(answer.headers["Location"]).content.decode()
    assert 'value="luu"' in page
    assert 'value="gui"' not in page
    saved = client.post(answer.headers["Location"], {"lam": "luu", "version": made.version, "title": "Khăn piêu"})
    assert saved.status_code in {302, 422}
    made.product.refresh_from_db()
    assert made.product.title == "Khăn piêu"
    entry = AuditEntry.objects.filter(action="listing.saved").get()
    assert (entry.by, entry.on_behalf_of_id, entry.at_point_id) == (chu, mai.pk, mai.point_id)


def test_the_officer_sees_who_typed_it_and_sends_it(chu, tuan, draft):
    page = signed_in(tuan).get("/can-bo/hang/?muc=draft").content.decode()
    assert "Giàng A Chư, tổ công nghệ số, ghi giúp" in page
    assert signed_in(tuan).get(f"/can-bo/hang/{draft.pk}/sua/").status_code == 200


def test_an_officers_own_draft_bears_no_such_words_and_is_not_the_helpers(chu, tuan, mai):
    own = start_draft(mai, by=tuan)
    assert "ghi giúp" not in signed_in(tuan).get("/can-bo/hang/?muc=draft").content.decode()
    assert signed_in(chu).get(f"/can-bo/hang/{own.pk}/").status_code == 404
    assert signed_in(chu).post(f"/can-bo/hang/{own.pk}/sua/", {"title": "Khác"}).status_code == 404


def test_another_of_the_group_goes_on_with_the_draft(draft, nua_ngam, sin_ho):
    of_group = factories.helper("sua", "Vàng Thị Súa", nua_ngam)
    of_another = factories.helper("pa", "Lù A Pa", sin_ho)
    assert signed_in(of_group).get(f"/can-bo/hang/{draft.pk}/sua/").status_code == 200
    assert signed_in(of_another).get(f"/can-bo/hang/{draft.pk}/sua/").status_code == 404


def test_she_sends_nothing(chu, draft):
    client = signed_in(chu)
    before = Listing.objects.values().get()
    form = {"lam": "gui", "version": draft.version, "title": "Khăn piêu"}
    assert client.post(f"/can-bo/hang/{draft.pk}/sua/", form).status_code == 404
    assert client.post(f"/can-bo/hang/{draft.pk}/gui/").status_code == 404
    assert Listing.objects.values().get() == before


def test_the_table_of_moves_refuses_her_too(chu, mai):
    whole = factories.listing(of=mai, state="draft", photos=1)
    with pytest.raises(NotTheirMove):
        submit_listing(whole, by=chu)
    assert Listing.objects.get().state == "draft"


@pytest.mark.parametrize("state", ["submitted", "in_review", "changes_requested", "approved", "paused", "retired"])
def test_once_it_was_sent_it_is_no_longer_hers(state, chu, draft):
    Listing.objects.filter(pk=draft.pk).update(state=state)
    client = signed_in(chu)
    assert client.get(f"/can-bo/hang/{draft.pk}/").status_code == 404
    assert client.post(f"/can-bo/hang/{draft.pk}/sua/", {"lam": "luu", "title": "Khác"}).status_code == 404
    assert client.post(f"/can-bo/hang/{draft.pk}/kho-gia/", {"price": "1"}).status_code == 404


def test_a_helper_whose_role_ended_drafts_no_more(chu, draft):
    Membership.objects.filter(user=chu).update(ended_at=draft.changed_at)
    assert signed_in(chu).get(f"/can-bo/hang/{draft.pk}/sua/").status_code == 404
    assert signed_in(chu).get("/can-bo/hang/").status_code == 404


def test_who_became_an_officer_is_one(chu, draft, nua_ngam):
    Membership.objects.create(user=chu, role=Role.OFFICER, point=nua_ngam)
    assert 'value="gui"' in signed_in(chu).get(f"/can-bo/hang/{draft.pk}/sua/").content.decode()


def test_she_reads_no_bank_account(chu, draft, mai, an):
    mai.payout_way, mai.bank_account, mai.bank_name = "bank", "0123456789", "Ngân hàng Mẫu"
    mai.save()
    consignment(factories.listing(of=mai), buyer=an)
    client = signed_in(chu)
    for route in HERS:
        page = client.get(address(route, {"pk": draft.pk})).content.decode()
        assert not any(word in page for word in ("0123456789", "0123 4567", "Ngân hàng Mẫu", "Lê Hoài An"))


@pytest.mark.whole
def test_every_other_page_of_work_is_closed_to_her(chu, draft):
    client = signed_in(chu)
    written = []

    def note(execute, sql, *args):
        if sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            written.append(sql)
        return execute(sql, *args)

    for route in STAFF_ROUTES:
        if route in HERS:
            continue
        for method in (client.get, client.post):
            with connection.execute_wrapper(note):
                response = method(address(route, {"pk": draft.pk, "scope": "voice"}))
            assert (route, response.status_code) in {(route, code) for code in (403, 404, 405)}
    assert written == []

"""A helper types producers in as drafts for the officers of her point: no money, no papers, no consent, no sending."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.audit.models import AuditEntry
from producers.applications.services import (
    close_producer,
    reopen_producer,
    submit_application,
    take_back_application,
)
from producers.directory.models import Membership, Producer
from producers.directory.states import ProducerState
from producers.drafting.forms import DraftForm
from producers.drafting.services import Drafted, correct_draft, draft_producer
from tests import factories
from tests.people import signed_in

pytestmark = pytest.mark.django_db
LIST = "/can-bo/ghi-giup/"
TYPED = {
    "name": "Bà Lường Thị Ban",
    "kind": "production_household",
    "commune_code": "03358",
    "village": "bản Na Sang 2",
    "languages": ["vi"],
    "payout_way": "cash_at_point",
}


@pytest.fixture
def draft(chu, nua_ngam):
    drafted = Drafted(
        name="Bà Lường Thị Ban", kind="production_household", commune=nua_ngam.commune, payout_way="cash_at_point"
    )
    return draft_producer(drafted, at_point=nua_ngam, by=chu)


def test_a_draft_is_typed_with_both_names_in_the_trail(chu, nua_ngam):
    assert signed_in(chu).post(f"{LIST}them/", TYPED).headers["Location"] == LIST
    made = Producer.objects.get()
    assert (made.name, made.village, made.point, made.state) == (
        "Bà Lường Thị Ban",
        "bản Na Sang 2",
        nua_ngam,
        ProducerState.DRAFT,
    )
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by, entry.on_behalf_of_id, entry.at_point_id) == (
        "producer.added",
        chu,
        made.pk,
        nua_ngam.pk,
    )


def test_the_form_asks_nothing_of_money_in_banks_or_papers(chu, draft):
    asked = set(DraftForm.base_fields)
    assert not {name for name in asked if name.startswith(("bank", "tax", "registration", "picture"))}
    assert signed_in(chu).post(f"{LIST}them/", {**TYPED, "name": "Bà Hoa", "payout_way": "bank"}).status_code == 422
    assert Producer.objects.count() == 1


def test_a_correction_leaves_alone_what_an_officer_added(chu, draft):
    Producer.objects.update(bank_account="0123456789", bank_name="Ngân hàng Mẫu")
    page = signed_in(chu).get(f"{LIST}{draft.pk}/").content.decode()
    assert not any(word in page for word in ("0123456789", "Ngân hàng Mẫu"))
    assert signed_in(chu).post(f"{LIST}{draft.pk}/", {**TYPED, "village": "bản Huổi Sang"}).status_code == 302
    draft.refresh_from_db()
    assert (draft.village, draft.bank_account, draft.bank_name) == ("bản Huổi Sang", "0123456789", "Ngân hàng Mẫu")


def test_an_account_that_an_officer_added_stays_the_way_she_is_paid(chu, draft, nua_ngam):
    Producer.objects.update(payout_way="bank", bank_account="0123456789", bank_name="Ngân hàng Mẫu")
    client = signed_in(chu)
    assert 'name="payout_way"' not in client.get(f"{LIST}{draft.pk}/").content.decode()
    assert client.post(f"{LIST}{draft.pk}/", {**TYPED, "village": "bản Huổi Sang"}).status_code == 302
    late = Drafted(name="Bà Ban", kind="farm", commune=nua_ngam.commune, payout_way="cash_at_point")
    correct_draft(draft, late, by=chu)
    draft.refresh_from_db()
    assert (draft.name, draft.payout_way, draft.bank_account) == ("Bà Ban", "bank", "0123456789")


def test_what_an_officer_wrote_meanwhile_is_told_and_not_lost(chu, draft):
    client = signed_in(chu)
    seen = client.get(f"{LIST}{draft.pk}/").context["form"].seen
    Producer.objects.update(phone="0912345678")
    answer = client.post(f"{LIST}{draft.pk}/", {**TYPED, "seen": seen})
    assert (answer.status_code, list(answer.context["form"].errors)) == (409, ["phone"])
    assert (Producer.objects.get().phone, Producer.objects.get().village) == ("0912345678", "")
    again = {**TYPED, "phone": "0912345678", "seen": answer.context["form"].seen}
    assert client.post(f"{LIST}{draft.pk}/", again).status_code == 302
    assert (Producer.objects.get().phone, Producer.objects.get().village) == ("0912345678", "bản Na Sang 2")


def test_without_an_account_she_says_how_the_money_comes(chu, draft):
    signed_in(chu).post(f"{LIST}{draft.pk}/", {**TYPED, "payout_way": "post_office"})
    draft.refresh_from_db()
    assert draft.payout_way == "post_office"


@pytest.mark.parametrize("way", ["taken back", "reopened", "reopened unsent"])
def test_what_was_sent_and_came_back_is_the_officers(way, chu, draft, tuan, linh):
    if way != "reopened unsent":
        submit_application(draft, by=tuan)
    if way == "taken back":
        take_back_application(draft, by=tuan)
    else:
        close_producer(draft, by=tuan, word="Nghỉ.")
        reopen_producer(draft, by=linh, reason="Bà làm lại.")
    assert draft.state == "draft"
    client = signed_in(chu)
    assert draft.name not in client.get(LIST).content.decode()
    assert client.post(f"{LIST}{draft.pk}/", {**TYPED, "name": "Khác"}).status_code == 404
    assert Producer.objects.get().name == "Bà Lường Thị Ban"


def test_the_officer_sees_who_typed_it(tuan, draft):
    page = signed_in(tuan).get("/can-bo/nguoi-ban/").content.decode()
    assert "Giàng A Chư, tổ công nghệ số, ghi giúp" in page
    assert signed_in(tuan).get(f"/can-bo/nguoi-ban/{draft.pk}/sua/").status_code == 200


def test_of_the_officers_own_producers_no_such_thing_is_said(tuan, mai):
    assert "ghi giúp" not in signed_in(tuan).get("/can-bo/nguoi-ban/").content.decode()


@pytest.mark.parametrize("state", [state for state in ProducerState if state != ProducerState.DRAFT])
def test_once_sent_it_is_no_longer_hers(state, chu, draft, nua_ngam):
    Producer.objects.update(state=state)
    assert signed_in(chu).get(f"{LIST}{draft.pk}/").status_code == 404
    assert signed_in(chu).post(f"{LIST}{draft.pk}/", {**TYPED, "name": "Khác"}).status_code == 404
    drafted = Drafted(name="Khác", kind="farm", commune=nua_ngam.commune, payout_way="cash_at_point")
    with pytest.raises(PermissionDenied):
        correct_draft(draft, drafted, by=chu)
    assert Producer.objects.get().name == "Bà Lường Thị Ban"


def test_an_officers_producer_is_not_hers_in_any_state(chu, mai):
    Producer.objects.update(state=ProducerState.DRAFT)
    assert signed_in(chu).get(f"{LIST}{mai.pk}/").status_code == 404
    assert "Lò Thị Mai" not in signed_in(chu).get(LIST).content.decode()


@pytest.mark.parametrize("name", ["ba lo thi mai", "Hộ Lò Thị Mai", "Mai Lò Thị"])
def test_a_producer_the_point_knows_is_not_typed_twice(chu, mai, name):
    answer = signed_in(chu).post(f"{LIST}them/", {**TYPED, "name": name})
    assert answer.status_code == 422
    assert "Điểm đã có người bán tên như vậy ở xã này." in answer.content.decode()
    assert Producer.objects.count() == 1


@pytest.mark.parametrize("who", ["tuan", "bao", "linh", "thanh", "quan", "an"])
def test_the_pages_are_for_helpers_alone(who, draft, request, nua_ngam):
    person = request.getfixturevalue(who)
    for address in (LIST, f"{LIST}them/", f"{LIST}{draft.pk}/"):
        for answer in (signed_in(person).get(address), signed_in(person).post(address, {**TYPED, "name": "Khác"})):
            assert answer.status_code in {404, 405}
    with pytest.raises(PermissionDenied):
        correct_draft(draft, Drafted(name="Khác", kind="farm", commune=nua_ngam.commune, payout_way="cash"), by=person)
    assert Producer.objects.get().name == "Bà Lường Thị Ban"


def test_a_helper_moved_with_the_form_open_changes_nothing(chu, draft, sin_ho):
    client = signed_in(chu)
    assert client.get(f"{LIST}{draft.pk}/").status_code == 200
    Membership.objects.filter(user=chu).update(point=sin_ho)
    assert client.post(f"{LIST}{draft.pk}/", {**TYPED, "name": "Khác"}).status_code == 404
    assert Producer.objects.get().name == "Bà Lường Thị Ban"


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_three(chu, draft, number):
    for each in range(number - 1):
        factories.producer(f"Bà Hoa {each}", draft.point, created_by=chu, consents="")
    Producer.objects.update(state=ProducerState.DRAFT)
    client = signed_in(chu)
    with CaptureQueriesContext(connection) as queries:
        client.get(LIST)
    assert len(queries) == 6

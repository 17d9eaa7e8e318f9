"""What is known of a producer is changed by her officer; she herself changes her own words."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from common.audit.models import AuditEntry
from common.pictures.intake import let_in
from tests import factories
from tests.people import signed_in
from tests.producers.onboarding.test_add import photo, typed


def edit(producer):
    return f"/can-bo/nguoi-ban/{producer.pk}/sua/"


def test_the_form_shows_what_is_known(mai, tuan):
    response = signed_in(tuan).get(edit(mai))
    assertContains(response, 'value="Bà Lò Thị Mai"')
    assertContains(response, 'value="bản Na Sang 1"')
    assertContains(response, 'value="Xã Núa Ngam"')
    assertNotContains(response, 'name="point"')


def test_a_change_is_kept_with_before_and_after(mai, tuan, told):
    response = signed_in(tuan).post(edit(mai), typed(name="Bà Lò Thị Mai", village="bản Na Sang 2", languages=["lo"]))
    assertRedirects(response, f"/can-bo/nguoi-ban/{mai.pk}/")
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by_name, entry.at_point_name) == (
        "producer.changed",
        "Lường Văn Tuấn",
        "Điểm hỗ trợ xã Núa Ngam",
    )
    assert entry.before == {"village": "bản Na Sang 1", "languages": []}
    assert entry.after == {"village": "bản Na Sang 2", "languages": ["lo"]}
    assert told == [(mai.pk, True)]


def test_what_is_wrong_changes_nothing_and_loses_nothing(mai, tuan):
    response = signed_in(tuan).post(edit(mai), typed(phone="123", village="bản Mới"))
    assertContains(response, 'value="bản Mới"', status_code=422)
    mai.refresh_from_db()
    assert mai.village == "bản Na Sang 1"
    assert not AuditEntry.objects.exists()


def test_the_picture_stays_is_replaced_or_is_taken_away(mai, tuan):
    client, first = signed_in(tuan), let_in(factories.photo_file(1, size=(240, 240)))
    mai.picture = first
    mai.save()
    seen = []
    for sent in ({}, {"picture": photo(2)}, {"without_picture": "on"}):
        client.post(edit(mai), typed(**sent))
        mai.refresh_from_db()
        seen.append(mai.picture)
    assert seen[0] == first
    assert seen[1] not in (None, first)
    assert seen[2] is None


def test_a_producer_with_her_own_login_changes_her_words_and_nothing_else(mai, an):
    mai.partner.users.add(an)
    client = signed_in(an)
    assertNotContains(client.get(edit(mai)), 'name="payout_way"')
    response = client.post(edit(mai), {"about": "Tôi dệt từ nhỏ.", "name": "Bà Khác", "bank_account": "999999"})
    assertRedirects(response, f"/can-bo/nguoi-ban/{mai.pk}/")
    mai.refresh_from_db()
    assert (mai.about, mai.name, mai.bank_account) == ("Tôi dệt từ nhỏ.", "Bà Lò Thị Mai", "")
    entry = AuditEntry.objects.get()
    assert (entry.by_name, entry.at_point_name, entry.after) == ("Lê Hoài An", "", {"about": "Tôi dệt từ nhỏ."})


def test_her_words_have_a_length(mai, an):
    mai.partner.users.add(an)
    response = signed_in(an).post(edit(mai), {"about": "ạ" * 601})
    assertContains(response, "ạ" * 601, status_code=422)
    mai.refresh_from_db()
    assert mai.about == ""


@pytest.mark.parametrize("who", ["bao", "an", "linh", "thanh", "quan"])
def test_nobody_else_may_change_her(mai, who, request):
    client = signed_in(request.getfixturevalue(who))
    assert client.get(edit(mai)).status_code == 404
    assert client.post(edit(mai), typed(village="bản Mới")).status_code == 404
    mai.refresh_from_db()
    assert mai.village == "bản Na Sang 1"


def test_a_visitor_is_sent_to_sign_in(mai, visitor):
    assert visitor.post(edit(mai), typed()).headers["Location"] == f"/tai-khoan/vao/?next={edit(mai)}"

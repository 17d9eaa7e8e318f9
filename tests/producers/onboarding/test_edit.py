"""What is known of a producer is changed by her officer; she herself changes her own words."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from common.audit.models import AuditEntry
from common.pictures.intake import let_in
from producers.directory.models import Membership, Producer
from tests import factories
from tests.people import signed_in
from tests.producers.onboarding.test_add import photo, typed


def edit(producer):
    return f"/can-bo/nguoi-ban/{producer.pk}/sua/"


def test_the_form_shows_what_is_known(mai, tuan):
    response = signed_in(tuan).get(edit(mai))
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


def form_of(client, producer):
    """The hidden field `seen` of the form, as it is drawn now."""
    return {"seen": client.get(edit(producer)).context["form"].seen}


def test_what_somebody_else_wrote_meanwhile_is_told_and_not_lost(mai, tuan, son, nua_ngam):
    Membership.objects.create(user=son, role="officer", point=nua_ngam)
    first, second = signed_in(tuan), signed_in(son)
    mine = typed(name=mai.name, village=mai.village, phone="0912345678", **form_of(first, mai))
    theirs = typed(name=mai.name, village="bản Mới", about="Tôi dệt từ nhỏ.", **form_of(second, mai))
    assert second.post(edit(mai), theirs).status_code == 302
    answer = first.post(edit(mai), mine)
    assertContains(answer, "Người khác vừa đổi thành “bản Mới”.", status_code=409)
    assertContains(answer, "Người khác vừa đổi thành “Tôi dệt từ nhỏ.”.", status_code=409)
    assertContains(answer, 'value="bản Na Sang 1"', status_code=409)
    form = answer.context["form"]
    assert (sorted(form.errors), form["phone"].value()) == (["about", "village"], "0912 345 678")
    assertContains(answer, f'name="seen" value="{form.seen}"', status_code=409)
    mai.refresh_from_db()
    assert (mai.village, mai.about, mai.phone) == ("bản Mới", "Tôi dệt từ nhỏ.", "")
    again = {**mine, "village": "bản Mới", "seen": form.seen}
    assertRedirects(first.post(edit(mai), again), f"/can-bo/nguoi-ban/{mai.pk}/")
    mai.refresh_from_db()
    assert (mai.village, mai.about, mai.phone) == ("bản Mới", "", "0912345678")


def test_a_wrong_box_in_between_does_not_forget_what_was_seen(mai, tuan):
    client = signed_in(tuan)
    seen = form_of(client, mai)
    Producer.objects.filter(pk=mai.pk).update(village="bản Mới")
    wrong = client.post(edit(mai), typed(name=mai.name, phone="123", **seen))
    assert (wrong.status_code, wrong.context["form"].seen) == (422, seen["seen"])
    assert client.post(edit(mai), typed(name=mai.name, **seen)).status_code == 409


@pytest.mark.parametrize("seen", ["x", "village", "=", "village=0"])
def test_what_was_not_drawn_here_counts_as_seen_by_nobody(mai, tuan, seen):
    answer = signed_in(tuan).post(edit(mai), typed(name=mai.name, village="bản Khác", seen=seen))
    assert answer.status_code == 409
    assert Producer.objects.get().village == "bản Na Sang 1"


def test_her_own_words_undo_nothing_of_her_officer_s(mai, an):
    mai.partner.users.add(an)
    client = signed_in(an)
    seen = form_of(client, mai)
    Producer.objects.filter(pk=mai.pk).update(about="Cán bộ ghi.")
    answer = client.post(edit(mai), {"about": "Tôi dệt từ nhỏ.", **seen})
    assertContains(answer, "Người khác vừa đổi thành “Cán bộ ghi.”.", status_code=409)
    assert Producer.objects.get().about == "Cán bộ ghi."
    client.post(edit(mai), {"about": "Tôi dệt từ nhỏ.", "seen": answer.context["form"].seen})
    assert Producer.objects.get().about == "Tôi dệt từ nhỏ."


def test_the_kind_of_an_approved_producer_is_refused_at_its_box(mai, tuan):
    answer = signed_in(tuan).post(edit(mai), typed(name=mai.name, kind="cooperative", village="bản Mới"))
    assertContains(answer, "nhờ tỉnh mở lại, sửa rồi gửi duyệt lại.", status_code=422)
    form = answer.context["form"]
    assert (list(form.errors), form["village"].value()) == (["kind"], "bản Mới")
    assert Producer.objects.get().kind == "production_household"


def test_a_paper_the_approval_rests_on_is_not_emptied(mai, tuan):
    Producer.objects.filter(pk=mai.pk).update(kind="cooperative", registration_no="11A8000123")
    answer = signed_in(tuan).post(edit(mai), typed(kind="cooperative", registration_no=""))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["registration_no"])
    assert Producer.objects.get().registration_no == "11A8000123"


@pytest.mark.parametrize("who", ["bao", "an", "linh", "thanh", "quan"])
def test_nobody_else_may_change_her(mai, who, request):
    client = signed_in(request.getfixturevalue(who))
    assert client.get(edit(mai)).status_code == 404
    assert client.post(edit(mai), typed(village="bản Mới")).status_code == 404
    mai.refresh_from_db()
    assert mai.village == "bản Na Sang 1"


def test_a_visitor_is_sent_to_sign_in(mai, visitor):
    assert visitor.post(edit(mai), typed()).headers["Location"] == f"/tai-khoan/vao/?next={edit(mai)}"

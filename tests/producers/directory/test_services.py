"""A producer is written down, and changed, with both names in the audit trail."""

from dataclasses import fields

import pytest
from oscar.apps.partner.models import Partner

from common.audit.models import AuditEntry
from common.pictures.intake import let_in
from producers.directory.models import Producer
from producers.directory.seen import ChangedMeanwhile, seen_of
from producers.directory.services import (
    NeedsApprover,
    NeedsNewApproval,
    ProducerFacts,
    add_producer,
    change_about,
    change_payee,
    change_some,
)
from producers.directory.states import PayoutWay, ProducerKind
from tests import factories


def facts(commune, **more):
    known = {
        "name": "Bà Quàng Thị Mươn",
        "kind": ProducerKind.PRODUCTION_HOUSEHOLD,
        "commune": commune,
        "village": "bản Na Sang 2",
        "languages": ["lo", "vi"],
        "payout_way": PayoutWay.BANK,
        "bank_name": "Agribank",
        "bank_account": "8900205123456",
        "bank_holder": "QUANG THI MUON",
        **more,
    }
    return ProducerFacts(**known)


def values(commune, **more):
    known = facts(commune, **more)
    return {each.name: getattr(known, each.name) for each in fields(known)}


@pytest.fixture
def ban(nua_ngam, tuan):
    """Ban, whom nobody has approved yet."""
    return factories.producer("Bà Lò Thị Ban", nua_ngam, created_by=tuan, consents="", state="draft")


def test_she_needs_no_phone_no_mail_and_no_login(nua_ngam, tuan, told):
    producer = add_producer(facts(nua_ngam.commune), at_point=nua_ngam, by=tuan)
    producer.refresh_from_db()
    assert (producer.name, producer.name_folded, producer.phone) == ("Bà Quàng Thị Mươn", "ba quang thi muon", "")
    assert (producer.point, producer.created_by, producer.languages) == (nua_ngam, tuan, ["lo", "vi"])
    assert producer.partner.name == "Bà Quàng Thị Mươn"
    assert not producer.partner.users.exists()
    assert told == []


def test_what_was_written_down_is_in_the_trail_but_not_the_whole_account(nua_ngam, tuan):
    producer = add_producer(facts(nua_ngam.commune), at_point=nua_ngam, by=tuan)
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by_name, entry.on_behalf_of_id) == ("producer.added", "Lường Văn Tuấn", producer.pk)
    assert entry.at_point_name == "Điểm hỗ trợ xã Núa Ngam"
    assert entry.after == {
        "name": "Bà Quàng Thị Mươn",
        "kind": "production_household",
        "commune": "Xã Núa Ngam, Điện Biên (03358)",
        "village": "bản Na Sang 2",
        "languages": ["lo", "vi"],
        "payout_way": "bank",
        "bank_name": "Agribank",
        "bank_account": "…3456",
        "bank_holder": "QUANG THI MUON",
    }


def test_two_of_one_name_get_partners_with_codes_of_their_own(nua_ngam, tuan):
    for _ in range(2):
        add_producer(facts(nua_ngam.commune), at_point=nua_ngam, by=tuan)
    assert len(set(Partner.objects.values_list("code", flat=True))) == 2


def test_a_change_is_kept_with_what_was_before(ban, tuan, told):
    trang = factories.commune("20900")
    change_some(ban, values(trang, picture=let_in(factories.photo_file(1, size=(240, 240)))), by=tuan)
    ban.refresh_from_db()
    assert (ban.name, ban.name_folded, ban.commune) == ("Bà Quàng Thị Mươn", "ba quang thi muon", trang)
    assert ban.partner.name == "Bà Quàng Thị Mươn"
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by_name, entry.on_behalf_of_name, entry.at_point_name) == (
        "producer.changed",
        "Lường Văn Tuấn",
        "Bà Quàng Thị Mươn",
        "Điểm hỗ trợ xã Núa Ngam",
    )
    assert entry.before == {
        "name": "Bà Lò Thị Ban",
        "commune": "Xã Núa Ngam, Điện Biên (03358)",
        "village": "bản Na Sang 1",
        "languages": [],
        "payout_way": "cash_at_point",
        "bank_name": "",
        "bank_account": "",
        "bank_holder": "",
        "picture": "",
    }
    assert entry.after["commune"] == "Xã Trà My, Đà Nẵng (20900)"
    assert entry.after["picture"] == str(ban.picture)
    assert told == [(ban.pk, True)]


def test_nothing_is_written_when_nothing_differs(nua_ngam, tuan, told):
    producer = add_producer(facts(nua_ngam.commune), at_point=nua_ngam, by=tuan)
    change_some(producer, values(nua_ngam.commune), by=tuan)
    assert AuditEntry.objects.count() == 1
    assert told == []


def test_a_change_from_an_old_page_undoes_nothing_it_does_not_name(ban, tuan, told):
    stale = Producer.objects.get(pk=ban.pk)
    change_some(ban, values(ban.commune), by=tuan)
    change_about(stale, "Tôi dệt từ năm mười hai tuổi.", by=tuan)
    ban.refresh_from_db()
    assert (ban.name, ban.about) == ("Bà Quàng Thị Mươn", "Tôi dệt từ năm mười hai tuổi.")


def test_the_producer_herself_acts_at_no_point(mai, an, told):
    mai.partner.users.add(an)
    change_about(mai, "Tôi dệt từ năm mười hai tuổi.", by=an)
    entry = AuditEntry.objects.get()
    assert (entry.by_name, entry.on_behalf_of_name, entry.at_point_id) == ("Lê Hoài An", "Bà Lò Thị Mai", None)
    assert (entry.before, entry.after) == ({"about": ""}, {"about": "Tôi dệt từ năm mười hai tuổi."})


def test_when_what_is_above_fails_the_change_fails_with_it(mai, tuan, settings):
    settings.AFTER_PRODUCER_CHANGE = "producers.directory.nowhere.nothing"
    with pytest.raises(ImportError):
        change_about(mai, "Tôi dệt từ năm mười hai tuổi.", by=tuan)
    mai.refresh_from_db()
    assert mai.about == ""
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize("state", ["approved", "suspended", "closed"])
@pytest.mark.parametrize(
    "other", [{"payout_way": "post_office"}, {"bank_account": "123456789"}, {"tax_code": "0100109106"}]
)
def test_where_the_money_of_an_approved_producer_goes_is_not_one_person_s_to_change(mai, tuan, told, state, other):
    Producer.objects.filter(pk=mai.pk).update(state=state)
    before = Producer.objects.values().get(pk=mai.pk)
    with pytest.raises(NeedsApprover):
        change_some(mai, {"village": "bản khác", **other}, by=tuan)
    assert Producer.objects.values().get(pk=mai.pk) == before
    assert (AuditEntry.objects.count(), told) == (0, [])


def test_what_an_approver_decided_is_written_as_that(mai, linh, told):
    change_payee(mai, {"bank_account": "8900205123456"}, by=linh)
    mai.refresh_from_db()
    entry = AuditEntry.objects.get()
    assert (mai.bank_account, entry.action, entry.after) == (
        "8900205123456",
        "producer.payee_changed",
        {"bank_account": "…3456"},
    )


@pytest.fixture
def htx(nua_ngam, tuan):
    """A co-operative that was approved with all its papers."""
    papers = {"registration_no": "11A8000123", "tax_code": "0100109106", "representative": "Lò Văn Chủ"}
    return factories.producer("HTX Na Sang", nua_ngam, created_by=tuan, kind="cooperative", **papers)


@pytest.mark.parametrize("state", ["approved", "suspended", "closed"])
@pytest.mark.parametrize(
    ("other", "fields"),
    [
        ({"kind": "enterprise"}, ("kind",)),
        ({"registration_no": ""}, ("", "registration_no")),
        ({"registration_no": "", "kind": "farm"}, ("kind", "registration_no")),
    ],
)
def test_what_was_approved_by_its_kind_stays(htx, tuan, told, state, other, fields):
    Producer.objects.filter(pk=htx.pk).update(state=state)
    before = Producer.objects.values().get(pk=htx.pk)
    with pytest.raises(NeedsNewApproval) as refused:
        change_some(htx, {"village": "bản khác", **other}, by=tuan)
    assert refused.value.args == fields
    assert Producer.objects.values().get(pk=htx.pk) == before
    assert (AuditEntry.objects.count(), told) == (0, [])


def test_words_and_papers_of_an_approved_producer_may_still_be_corrected(htx, tuan, told):
    better = {"village": "bản Na Sang 2", "phone": "0912345678", "registration_no": "11A8000124", "registration_by": ""}
    change_some(htx, {"kind": "cooperative", **better}, by=tuan)
    assert Producer.objects.filter(pk=htx.pk, **better).exists()


def test_what_was_lacking_before_does_not_stop_a_correction(mai, tuan, told):
    Producer.objects.filter(pk=mai.pk).update(kind="cooperative")
    change_some(mai, {"village": "bản khác", "registration_no": ""}, by=tuan)
    mai.refresh_from_db()
    assert mai.village == "bản khác"


@pytest.mark.parametrize("state", ["approved", "suspended", "closed"])
def test_an_approved_producer_stays_in_her_province(mai, pao, tuan, told, state):
    Producer.objects.filter(pk=mai.pk).update(state=state)
    near, elsewhere = factories.commune("03217"), pao.commune
    with pytest.raises(NeedsNewApproval) as refused:
        change_some(mai, {"commune": elsewhere}, by=tuan)
    assert refused.value.is_elsewhere
    change_some(mai, {"commune": near}, by=tuan)
    assert Producer.objects.get(pk=mai.pk).commune == near


def test_before_the_approval_the_kind_may_change(ban, tuan, told):
    change_some(ban, {"kind": "cooperative"}, by=tuan)
    ban.refresh_from_db()
    assert ban.kind == "cooperative"


def test_a_save_undoes_nothing_that_somebody_else_wrote_meanwhile(ban, tuan, bao, told):
    seen = seen_of(ban, ("village", "phone", "about"))
    change_some(Producer.objects.get(pk=ban.pk), {"village": "bản Mới", "phone": "0912345678"}, by=bao)
    theirs = {"village": ban.village, "phone": "0912345678", "about": "Tôi dệt."}
    with pytest.raises(ChangedMeanwhile) as late:
        change_some(ban, theirs, by=tuan, seen=seen)
    assert (late.value.names, late.value.now.village) == (["village"], "bản Mới")
    kept = Producer.objects.get(pk=ban.pk)
    assert (kept.village, kept.about, AuditEntry.objects.count()) == ("bản Mới", "", 1)


def test_what_nobody_touched_or_everybody_wrote_alike_is_saved(ban, tuan, bao, told):
    seen = seen_of(ban, ("village", "phone"))
    change_some(Producer.objects.get(pk=ban.pk), {"village": "bản Mới", "about": "Tôi dệt."}, by=bao)
    change_some(ban, {"village": "bản Mới", "phone": "0912345678"}, by=tuan, seen=seen)
    kept = Producer.objects.get(pk=ban.pk)
    assert (kept.village, kept.phone, kept.about) == ("bản Mới", "0912345678", "Tôi dệt.")

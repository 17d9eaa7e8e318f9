"""Proofs lie apart, are opened by few, each view is noted, and they go when their time is over."""

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from common.audit.models import AuditEntry
from producers.consents.models import Consent, ConsentProof
from producers.consents.proofs.services import keep_proofs, note_view, remove_proofs
from producers.consents.states import ProofKind
from tests import factories
from tests.people import signed_in

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
GIVEN = datetime(2026, 12, 1, 9, tzinfo=VIETNAM)
LAST = date(2027, 2, 28)


def address(proof):
    return f"/can-bo/nguoi-ban/bang-chung/{proof.pk}/"


def acts(name):
    return AuditEntry.objects.filter(action=f"consent.{name}")


@pytest.fixture
def proof(mai, tuan):
    """The photo of Mai's signature."""
    return factories.proof(mai.consents.get(), by=tuan)


@pytest.fixture
def heard(mai, tuan):
    """Mai's recorded answer."""
    return factories.proof(mai.consents.get(), by=tuan, kind="voice")


@pytest.fixture
def muon(nua_ngam, tuan):
    """Mươn, who agreed until the end of February 2027."""
    made = factories.producer("Bà Quàng Thị Mươn", nua_ngam, consents="", created_by=tuan)
    factories.consent(made, "goods", by=tuan, given_at=GIVEN, until_date=LAST)
    return made


def test_a_proof_lies_below_the_private_folder_alone(proof, settings):
    place = Path(proof.file.path)
    assert place.is_relative_to(settings.PRIVATE_ROOT)
    assert not place.is_relative_to(settings.MEDIA_ROOT)
    assert acts("proof_added").get().after == {"proof": "picture", "proof_no": proof.pk}


@pytest.mark.parametrize("who", ["tuan", "linh", "thanh", "quan"])
def test_who_serves_or_oversees_opens_it_and_each_view_is_noted_once(proof, who, request):
    person = request.getfixturevalue(who)
    client = signed_in(person)
    response = client.get(address(proof))
    assert (response.status_code, response["Content-Type"]) == (200, "image/webp")
    assert "no-store" in response["Cache-Control"]
    assert b"".join(response.streaming_content)[8:12] == b"WEBP"
    client.get(address(proof))
    entry = acts("proof_seen").get()
    assert (entry.by, entry.on_behalf_of_name, entry.after["proof_no"]) == (person, "Bà Lò Thị Mai", proof.pk)


def test_she_opens_her_own(proof, mai):
    login = factories.user("mai", mai.name)
    mai.partner.users.add(login)
    assert signed_in(login).get(address(proof)).status_code == 200


@pytest.mark.parametrize("who", ["bao", "chu", "giang", "an"])
def test_nobody_else_does_and_nothing_is_noted(proof, who, request):
    assert signed_in(request.getfixturevalue(who)).get(address(proof)).status_code == 404
    assert not acts("proof_seen").exists()


def test_another_producer_and_a_visitor_do_not(proof, pao, visitor):
    login = factories.user("pao", pao.name)
    pao.partner.users.add(login)
    assert signed_in(login).get(address(proof)).status_code == 404
    assert visitor.get(address(proof)).status_code == 302
    assert visitor.get(f"/tep/{proof.file}").status_code == 404


def test_a_player_asks_piece_by_piece_and_that_is_one_view(heard, tuan):
    client = signed_in(tuan)
    for first in (0, 1000, 2000):
        response = client.get(address(heard), headers={"range": f"bytes={first}-{first + 999}"})
        assert (response.status_code, response["Content-Type"], len(response.content)) == (206, "audio/mpeg", 1000)
    assert acts("proof_seen").count() == 1


def test_later_and_by_another_it_is_another_view(heard, proof, tuan, linh, monkeypatch):
    for seen, by in ((heard, tuan), (heard, linh), (proof, tuan), (heard, tuan)):
        note_view(seen, by=by)
    assert acts("proof_seen").count() == 3
    later = timezone.now() + timedelta(minutes=11)
    monkeypatch.setattr(timezone, "now", lambda: later)
    note_view(heard, by=tuan)
    assert acts("proof_seen").count() == 4


def test_her_page_shows_them(proof, heard, mai, tuan):
    page = signed_in(tuan).get(f"/can-bo/nguoi-ban/{mai.pk}/").content.decode()
    assert f'<img src="{address(proof)}"' in page
    assert f'href="{address(heard)}" data-nghe' in page
    assert not acts("proof_seen").exists()


@pytest.mark.parametrize(
    ("moment", "removed"),
    [
        (datetime(2027, 3, 10, 23, 59, 59, tzinfo=VIETNAM), 0),
        (datetime(2027, 3, 11, 0, 0, tzinfo=VIETNAM), 1),
        (datetime(2027, 3, 10, 16, 59, tzinfo=ZoneInfo("UTC")), 0),
        (datetime(2027, 3, 10, 17, 0, tzinfo=ZoneInfo("UTC")), 1),
    ],
)
def test_the_rounds_remove_it_at_midnight_in_vietnam(muon, tuan, set_rule, moment, removed):
    set_rule("consent.proof_keep_days", 10)
    kept = factories.proof(muon.consents.get(), by=tuan)
    place = Path(kept.file.path)
    assert remove_proofs(at=moment) == removed
    assert remove_proofs(at=moment) == 0
    kept.refresh_from_db()
    assert (place.exists(), bool(kept.file), kept.purged_at) == (not removed, not removed, moment if removed else None)
    noted = [(each.by_name, each.after["proof_no"]) for each in acts("proof_purged")]
    assert noted == [("Hệ thống", kept.pk)] * removed


def test_what_was_removed_is_said_and_opens_no_more(muon, tuan, set_rule):
    set_rule("consent.proof_keep_days", 10)
    kept = factories.proof(muon.consents.get(), by=tuan)
    assert remove_proofs(at=datetime(2027, 3, 20, 8, 30, tzinfo=VIETNAM)) == 1
    client = signed_in(tuan)
    page = client.get(f"/can-bo/nguoi-ban/{muon.pk}/").content.decode()
    assert "Ảnh chữ ký hoặc dấu vân tay: đã xoá lúc 08:30 20/03/2027" in page
    assert client.get(address(kept)).status_code == 404


def test_a_removal_that_was_broken_off_is_made_again(muon, tuan, set_rule):
    set_rule("consent.proof_keep_days", 10)
    kept = factories.proof(muon.consents.get(), by=tuan)
    Path(kept.file.path).unlink()
    assert remove_proofs(at=datetime(2027, 3, 20, tzinfo=VIETNAM)) == 1


def test_withdrawal_and_replacement_start_the_days_and_what_holds_is_kept(mai, nua_ngam, tuan, set_rule):
    set_rule("consent.proof_keep_days", 10)
    replaced = Consent.objects.create(
        **{each: getattr(mai.consents.get(), each) for each in ("producer", "text", "witness_name", "at_point")},
        language_read="vi",
        recorded_by=tuan,
        given_at=GIVEN - timedelta(days=400),
    )
    replaced.answers.create(scope="goods", is_given=True)
    Consent.objects.filter(pk=mai.consents.latest("given_at").pk).update(given_at=GIVEN)
    current = mai.consents.latest("given_at")
    current.answers.filter(scope="goods").update(withdrawn_at=GIVEN)
    for consent in (replaced, current):
        keep_proofs(consent, [(ProofKind.VOICE, b"x")], by=tuan)
    assert remove_proofs(at=GIVEN + timedelta(days=10)) == 0
    assert remove_proofs(at=GIVEN + timedelta(days=11)) == 1
    assert ConsentProof.objects.get(purged_at=None).consent == current
    current.answers.update(withdrawn_at=GIVEN + timedelta(days=30))
    assert remove_proofs(at=GIVEN + timedelta(days=40)) == 0
    assert remove_proofs(at=GIVEN + timedelta(days=41)) == 1

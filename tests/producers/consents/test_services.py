"""Consent is asked for each use, answered, recorded with both names, and taken back at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from common.audit.models import AuditEntry
from producers.consents.models import Consent, ConsentText
from producers.consents.queries import consents_of
from producers.consents.services import (
    ConsentIncomplete,
    NothingToWithdraw,
    WitnessMissing,
    WitnessNotFree,
    current_text,
    last_day,
    record_consent,
    withdraw_consent,
)
from producers.consents.states import ConsentScope
from tests import factories

GOODS_AND_VOICE = {"goods": True, "name_and_picture": False, "voice": True, "motif": False, "ethnicity": False}


@pytest.fixture
def muon(tuan, nua_ngam):
    """Mươn, who has been asked nothing yet."""
    return factories.producer("Bà Quàng Thị Mươn", nua_ngam, consents="", created_by=tuan)


def ask(producer, by, answers=GOODS_AND_VOICE, witness_name="Lò Văn Chứng", **more):
    text = current_text("blt")
    return record_consent(
        producer, answers=answers, text=text, language_read="blt", witness_name=witness_name, by=by, **more
    )


def agrees_to(producer):
    return consents_of([producer])[producer.pk]


def test_the_answers_hold_and_both_names_are_kept(muon, tuan, nua_ngam, told):
    at = timezone.now() - timedelta(hours=1)
    consent = ask(muon, tuan, witness_name="  Ông Lò  Văn Chứng ", at=at)
    assert agrees_to(muon) == {"goods", "voice"}
    assert {answer.scope: answer.is_given for answer in consent.answers.all()} == GOODS_AND_VOICE
    assert (consent.recorded_by, consent.at_point, consent.given_at) == (tuan, nua_ngam, at)
    assert (consent.language_read, consent.witness_name, str(consent.text)) == (
        "blt",
        "Ông Lò Văn Chứng",
        "bản 2 (vi)",
    )
    entry = AuditEntry.objects.get(action="consent.recorded")
    assert (entry.by_name, entry.on_behalf_of_name, entry.at_point_name) == (
        "Lường Văn Tuấn",
        "Bà Quàng Thị Mươn",
        "Điểm hỗ trợ xã Núa Ngam",
    )
    assert entry.before == {"agrees_to": []}
    assert entry.after == {
        "agrees_to": ["goods", "voice"],
        "text": "bản 2 (vi)",
        "language": "blt",
        "witness": "Ông Lò Văn Chứng",
        "until": last_day(at).isoformat(),
    }
    assert told == [(muon.pk, True)]


def test_a_new_consent_replaces_every_earlier_answer(mai, tuan, told):
    assert agrees_to(mai) == {"goods", "name_and_picture"}
    ask(mai, tuan)
    assert agrees_to(mai) == {"goods", "voice"}
    assert Consent.objects.filter(producer=mai).count() == 2
    assert AuditEntry.objects.get(action="consent.recorded").before == {"agrees_to": ["goods", "name_and_picture"]}


def test_an_administrator_records_at_no_point(muon, quan, told):
    ask(muon, quan)
    assert AuditEntry.objects.get(action="consent.recorded").at_point_id is None


@pytest.mark.parametrize("missing", list(ConsentScope))
def test_every_question_must_be_answered(muon, tuan, told, missing):
    some = {scope: True for scope in ConsentScope if scope != missing}
    with pytest.raises(ConsentIncomplete):
        ask(muon, tuan, answers=some)
    assert_nothing_recorded(told)


@pytest.mark.parametrize(
    ("witness_name", "error"),
    [
        ("   ", WitnessMissing),
        ("Lường Văn Tuấn", WitnessNotFree),
        ("anh tuan luong van", WitnessNotFree),
        ("Quàng Thị Mươn", WitnessNotFree),
    ],
)
def test_the_witness_is_somebody_else(muon, tuan, told, witness_name, error):
    with pytest.raises(error):
        ask(muon, tuan, witness_name=witness_name)
    assert_nothing_recorded(told)


def assert_nothing_recorded(told):
    assert not Consent.objects.exists()
    assert not AuditEntry.objects.exists()
    assert told == []


def test_one_use_is_taken_back_and_the_others_stay(mai, tuan, told):
    withdraw_consent(mai, ConsentScope.NAME_AND_PICTURE, by=tuan, reason="Bà đổi ý")
    assert agrees_to(mai) == {"goods"}
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.reason, entry.by_name, entry.at_point_name) == (
        "consent.withdrawn",
        "Bà đổi ý",
        "Lường Văn Tuấn",
        "Điểm hỗ trợ xã Núa Ngam",
    )
    assert entry.before == {"agrees_to": ["goods", "name_and_picture"]}
    assert entry.after == {"agrees_to": ["goods"], "withdrawn": "name_and_picture"}
    assert told == [(mai.pk, True)]


@pytest.mark.parametrize("scope", ["voice", "goods"])
def test_what_was_not_given_or_is_withdrawn_cannot_be_taken_back(mai, tuan, told, scope):
    withdraw_consent(mai, ConsentScope.GOODS, by=tuan)
    with pytest.raises(NothingToWithdraw):
        withdraw_consent(mai, scope, by=tuan)
    assert AuditEntry.objects.count() == 1
    assert told == [(mai.pk, True)]


def test_what_was_taken_back_can_be_given_anew(mai, tuan, told):
    withdraw_consent(mai, ConsentScope.GOODS, by=tuan)
    ask(mai, tuan)
    assert agrees_to(mai) == {"goods", "voice"}


@pytest.mark.django_db
def test_the_text_gets_its_row_once():
    assert current_text("blt") == current_text("vi")
    row = ConsentText.objects.get()
    assert (row.version, row.language) == (2, "vi")
    assert row.body.startswith("## Xin phép bán hàng thay trên Chợ Phiên")


@pytest.mark.django_db
def test_a_text_once_used_stays_as_it_was_read():
    current_text("vi")
    ConsentText.objects.update(body="Như đã đọc")
    assert current_text("vi").body == "Như đã đọc"

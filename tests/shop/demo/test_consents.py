"""The demo shows an ended consent, one that ends soon, one partly taken back and one with a proof."""

from datetime import timedelta

import pytest
from django.utils import timezone

from common.audit.models import AuditEntry
from producers.consents.models import Consent, ConsentAnswer, ConsentProof
from producers.consents.queries import consents_of, consents_to_renew
from shop.demo.catalogue import read_market
from shop.demo.loading.consents import ENDED, ENDS_SOON, TAKEN_BACK, WITH_PROOF, load_consents
from tests import factories

KEYS = (ENDED[0], ENDS_SOON[0], TAKEN_BACK[0])


@pytest.fixture
def loaded(nua_ngam, tuan):
    """Tuấn's producers of these names, after their days."""
    until = timezone.localdate() + timedelta(days=400)
    made = {key: factories.producer(key, nua_ngam, consents="", created_by=tuan) for key in KEYS}
    for each in made.values():
        factories.consent(each, "goods", "name_and_picture", by=tuan, until_date=until)
    load_consents(made)
    return made


def test_each_stands_as_it_is_told(loaded, tuan):
    agreed = {key: consents_of([each])[each.pk] for key, each in loaded.items()}
    assert agreed == {ENDED[0]: set(), ENDS_SOON[0]: {"goods", "name_and_picture"}, TAKEN_BACK[0]: {"goods"}}
    assert [each.name for each in consents_to_renew(tuan)] == [ENDED[0], ENDS_SOON[0]]
    assert ConsentAnswer.objects.filter(ended_at__isnull=False).count() == 2
    assert set(AuditEntry.objects.values_list("action", flat=True)) >= {"consent.ended", "consent.withdrawn"}


def test_the_proof_is_a_drawn_print_of_nobody(loaded):
    proof = ConsentProof.objects.get()
    assert proof.consent == Consent.objects.get(producer=loaded[WITH_PROOF])
    assert (proof.kind, proof.file.read(4)) == ("picture", b"RIFF")


def test_all_of_them_are_of_tuan_s_point_and_gave_what_is_taken_back():
    producers = {each.key: each for each in read_market().producers}
    assert {producers[key].point for key in KEYS} == {"tua-chua"}
    assert TAKEN_BACK[1].value in producers[TAKEN_BACK[0]].consents

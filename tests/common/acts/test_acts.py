"""One press and a word of why: the page offers what the table of moves allows, and the form does no more than that."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from common.audit.models import AuditEntry
from tests import factories
from tests.factories.moderation import authority_request, licence, restriction
from tests.people import signed_in

pytestmark = pytest.mark.django_db


def told_long_ago(mai):
    return restriction(mai, factories.listing(of=mai), sent_at=timezone.now() - timedelta(days=30))


def asked_to_answer(mai):
    return authority_request(mai, kind="information")


KINDS = {
    "licence": (licence, {"waiting": ["doi-chieu", "khong-nhan"], "verified": ["thu-hoi"]}),
    "takedown": (authority_request, {"open": ["thuc-hien", "rut"], "done": ["thoi"]}),
    "question": (asked_to_answer, {"open": ["tra-loi", "rut"]}),
    "restriction": (
        told_long_ago,
        {"sent": ["thuc-hien", "rut"], "answered": ["thuc-hien", "rut"], "carried_out": ["thoi"]},
    ),
    "early restriction": (restriction, {"sent": ["rut"], "answered": ["rut"], "carried_out": ["thoi"]}),
}
"""How each kind of thing is made, and the buttons in each of its states; in all others there are none."""


def buttons(person, row) -> list[str]:
    page = signed_in(person).get(row.get_absolute_url()).text
    return re.findall(r'name="lam"\s+value="([^"]+)"', page)


@pytest.mark.parametrize("kind", KINDS)
def test_buttons_are_those_that_the_state_allows_and_none_for_readers(kind, mai, linh, thanh):
    make, expected = KINDS[kind]
    row = make(mai)
    for state in row._meta.get_field("state").choices:
        type(row).objects.update(state=state[0])
        assert (state, buttons(linh, row)) == (state, expected.get(state[0], []))
        assert buttons(thanh, row) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lam", ["", "khac", "rut", "thu-hoi"])
def test_who_only_reads_and_who_names_no_act_changes_nothing(kind, lam, mai, linh, thanh):
    row = KINDS[kind][0](mai)
    before = (row.state, AuditEntry.objects.count())
    address = f"{row.get_absolute_url()}lam/"
    assert signed_in(thanh).post(address, {"lam": lam, "words": "Lý do."}).status_code == 404
    if lam in ("", "khac"):
        assert signed_in(linh).post(address, {"lam": lam, "words": "Lý do."}).status_code == 404
    row.refresh_from_db()
    assert (row.state, AuditEntry.objects.count()) == before


@pytest.mark.parametrize("words", ["", "   \n "])
def test_what_wants_words_is_asked_for_them_and_nothing_changes(words, mai, linh):
    for make, lam in (
        (licence, "thu-hoi"),
        (authority_request, "rut"),
        (asked_to_answer, "tra-loi"),
        (restriction, "rut"),
    ):
        row = make(mai)
        before = (row.state, AuditEntry.objects.count())
        response = signed_in(linh).post(f"{row.get_absolute_url()}lam/", {"lam": lam, "words": words})
        row.refresh_from_db()
        assert (response.status_code, 'id="id_words_error"' in response.text) == (422, True)
        assert (row.state, AuditEntry.objects.count()) == before


def test_words_that_are_too_long_stay_in_the_box(mai, linh):
    row, words = licence(mai), "dài " * 600
    response = signed_in(linh).post(f"{row.get_absolute_url()}lam/", {"lam": "thu-hoi", "words": words})
    row.refresh_from_db()
    assert (response.status_code, words.strip() in response.text, row.state) == (422, True, "verified")

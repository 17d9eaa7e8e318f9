"""Who she is: the methods of the port, the gate of the law, and that no number is kept."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains

from common.audit.models import AuditEntry
from producers.applications.rows import application_sheet
from producers.directory.services import change_payee, change_some
from producers.identity import gate
from producers.identity.methods import METHODS, Evidence, EvidenceRefused, NotConnected
from producers.identity.models import IdentityCheck
from producers.identity.queries import is_identity_known, known_among, lacks_identity
from producers.identity.services import record_check
from producers.identity.states import Method, Paper
from tests.people import signed_in

pytestmark = pytest.mark.django_db
LAST_DAY, FIRST_DAY = date(2026, 12, 31), date(2027, 1, 1)
NUMBER = "011190000123"


def seen(number="0123", **about):
    return Evidence(Paper.CITIZEN_CARD, number, "Lò Thị Mai", **about)


def test_every_method_is_in_the_port():
    assert set(METHODS) == set(Method)


def test_in_person_only_the_end_of_the_number_is_taken(mai, tuan):
    with pytest.raises(EvidenceRefused):
        record_check(mai, seen(NUMBER), method="in_person", by=tuan)
    assert not IdentityCheck.objects.exists()
    check = record_check(mai, seen(), method="in_person", by=tuan)
    assert (check.tail, check.digest, check.is_valid, check.at_point) == ("0123", "", True, mai.point)


def test_of_a_document_a_keyed_digest_is_kept_and_the_number_nowhere(mai, tuan, settings):
    check = record_check(mai, seen(NUMBER), method="documents", by=tuan)
    again = record_check(mai, seen(NUMBER), method="documents", by=tuan)
    assert (check.tail, check.digest) == ("0123", again.digest)
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.after["tail"]) == ("identity.checked", "…0123")
    assert NUMBER not in str(entry.after) + str(vars(check))
    settings.SECRET_KEY = "another"
    assert record_check(mai, seen(NUMBER), method="documents", by=tuan).digest != check.digest


def test_electronic_identity_says_that_it_is_not_connected(mai, tuan):
    with pytest.raises(NotConnected):
        record_check(mai, seen(NUMBER), method="electronic", by=tuan)
    assert not IdentityCheck.objects.exists()
    assertContains(signed_in(tuan).get(f"/can-bo/nguoi-ban/{mai.pk}/danh-tinh/"), "chưa kết nối")


def answers_yes_to_mai(number: str, name: str) -> bool:
    """Stand where a provider under contract stands."""
    return (number, name) == (NUMBER, "Lò Thị Mai")


@pytest.mark.parametrize(("number", "is_valid"), [(NUMBER, True), ("011190000999", False)])
def test_a_connected_provider_decides(mai, tuan, settings, number, is_valid):
    settings.IDENTITY_CONNECTOR = f"{__name__}.answers_yes_to_mai"
    assert record_check(mai, seen(number), method="electronic", by=tuan).is_valid is is_valid


def test_the_latest_check_counts(mai, tuan):
    record_check(mai, seen(), method="in_person", by=tuan)
    assert is_identity_known(mai, on=LAST_DAY)
    record_check(mai, seen(is_match=False), method="in_person", by=tuan)
    assert not is_identity_known(mai, on=LAST_DAY)


@pytest.mark.parametrize("other", [{"name": "Bà Lò Thị Mây"}, {"representative": "Lò Văn Khác"}])
def test_a_check_does_not_vouch_for_a_later_name(mai, pao, tuan, bao, told, other):
    for producer, by in ((mai, tuan), (pao, bao)):
        record_check(producer, seen(), method="in_person", by=by)
    change_payee(mai, other, by=tuan)
    assert not is_identity_known(mai, on=LAST_DAY)
    assert lacks_identity(mai, on=FIRST_DAY)
    assert known_among([mai.pk, pao.pk], on=LAST_DAY) == {pao.pk}
    sheet = application_sheet(mai, on=LAST_DAY)
    assert (sheet["is_identity_known"], "Chưa xác minh danh tính" in sheet["identity_warning"]) == (False, True)
    record_check(mai, seen(), method="in_person", by=tuan)
    assert is_identity_known(mai, on=LAST_DAY)


def test_other_corrections_leave_the_check_as_it_was(mai, tuan, told):
    change_payee(mai, {"representative": "Lò Văn Chủ"}, by=tuan)
    record_check(mai, seen(), method="in_person", by=tuan)
    change_some(mai, {"village": "bản Mới", "phone": "0912345678"}, by=tuan)
    assert is_identity_known(mai, on=LAST_DAY)


def test_a_paper_vouches_until_its_last_day(mai, tuan):
    record_check(mai, seen(valid_until=LAST_DAY), method="in_person", by=tuan)
    assert is_identity_known(mai, on=LAST_DAY)
    assert not is_identity_known(mai, on=FIRST_DAY)


def test_the_gate_opens_on_both_sides_of_its_day(mai):
    assert (gate.is_required(LAST_DAY), gate.is_required(FIRST_DAY)) == (False, True)
    assert (gate.days_left(LAST_DAY), gate.days_left(FIRST_DAY)) == (1, 0)
    assert not lacks_identity(mai, on=LAST_DAY)
    assert lacks_identity(mai, on=FIRST_DAY)
    assert "Còn 1 ngày" in gate.warning(is_checked=False, on=LAST_DAY)
    assert "chưa duyệt được" in gate.warning(is_checked=False, on=FIRST_DAY)
    assert gate.warning(is_checked=True, on=FIRST_DAY) == ""


@pytest.mark.parametrize(
    ("moment", "is_required"),
    [(datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC), False), (datetime(2026, 12, 31, 17, 0, tzinfo=UTC), True)],
)
def test_the_day_begins_at_midnight_in_vietnam(moment, is_required):
    assert gate.is_required(timezone.localdate(moment)) is is_required


def typed(**more):
    return {"method": "in_person", "paper": "citizen_card", "number": "0123", "match": "yes", **more}


def test_the_officer_writes_it_down(mai, tuan):
    response = signed_in(tuan).post(f"/can-bo/nguoi-ban/{mai.pk}/danh-tinh/", typed())
    assert response.status_code == 302
    assert IdentityCheck.objects.get().checked_by == tuan


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"number": NUMBER}, "number"),
        ({"method": "documents"}, "number"),
        ({"method": "electronic"}, "method"),
        ({"valid_until": "01/01/2020"}, "valid_until"),
        ({"number": "01?3"}, "number"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(mai, tuan, wrong, field):
    response = signed_in(tuan).post(f"/can-bo/nguoi-ban/{mai.pk}/danh-tinh/", typed(**wrong))
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert not IdentityCheck.objects.exists()


def test_another_points_officer_finds_nothing(mai, bao):
    assert signed_in(bao).post(f"/can-bo/nguoi-ban/{mai.pk}/danh-tinh/", typed()).status_code == 404
    assert not IdentityCheck.objects.exists()

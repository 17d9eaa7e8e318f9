"""A certificate copied from the paper."""

from datetime import date, timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from catalog.ocop.forms import CertificateForm
from catalog.ocop.services import CertificateFacts

RIGHT = {
    "has_certificate": "on",
    "stars": "4",
    "decision_no": "  123/QĐ-UBND ",
    "decision_date": "10/03/2025",
    "authority": "UBND tỉnh Điện Biên",
    "certificate_no": "",
    "issued_date": "15/03/2025",
}


def typed(**changes: str) -> CertificateForm:
    """The form with these boxes changed."""
    data = QueryDict(mutable=True)
    data.update({**RIGHT, **changes})
    return CertificateForm(data)


def day(from_today: int) -> str:
    """A day as people type it."""
    return f"{timezone.localdate() + timedelta(days=from_today):%d/%m/%Y}"


def test_a_right_certificate_is_read():
    form = typed()
    assert form.errors == {}
    assert form.certificate() == CertificateFacts(
        stars=4,
        decision_no="123/QĐ-UBND",
        decision_date=date(2025, 3, 10),
        authority="UBND tỉnh Điện Biên",
        issued_date=date(2025, 3, 15),
    )
    assert form.certificate().expires_date == date(2028, 3, 14)


def test_without_the_tick_there_is_none_whatever_is_typed():
    form = typed(has_certificate="", stars="", issued_date="hôm qua")
    assert form.certificate() is None
    assert form.certificate_notice() == ""


def test_an_empty_form_is_no_error():
    assert CertificateForm(QueryDict("")).errors == {}


@pytest.mark.parametrize("name", ["stars", "decision_no", "decision_date", "authority", "issued_date"])
def test_once_ticked_the_whole_paper_is_copied(name):
    form = typed(**{name: ""})
    assert form.errors == {name: ["Cần chép từ giấy chứng nhận."]}
    assert form.certificate() is None


@pytest.mark.parametrize("stars", ["1", "2", "6", "bốn"])
def test_only_three_to_five_stars_exist(stars):
    assert list(typed(stars=stars).errors) == ["stars"]


@pytest.mark.parametrize("name", ["decision_date", "issued_date"])
@pytest.mark.parametrize("text", ["31/02/2025", "hôm qua", "15/13/2025", "2025"])
def test_a_day_that_is_none_is_said_to_be_none(name, text):
    assert typed(**{name: text}).errors[name] == ["Ngày chưa đúng. Hãy gõ như 25/11/2026."]


@pytest.mark.parametrize("name", ["decision_date", "issued_date"])
def test_a_day_to_come_is_refused_and_today_is_not(name):
    assert typed(decision_date=day(0), issued_date=day(0)).errors == {}
    assert typed(**{name: day(1)}).errors[name] == ["Ngày này chưa tới."]


def test_a_decision_after_the_issue_is_refused():
    assert typed(decision_date="16/03/2025").errors == {
        "decision_date": ["Ngày quyết định không thể sau ngày cấp giấy."]
    }


def test_an_expired_certificate_is_a_fact_with_a_notice():
    form = typed(decision_date="10/03/2021", issued_date="15/03/2021")
    assert form.errors == {}
    assert form.certificate().expires_date == date(2024, 3, 14)
    assert form.certificate_notice() == (
        "Giấy này đã hết hạn ngày 14/03/2024 (36 tháng từ ngày cấp, Quyết định 26/2026/QĐ-TTg, Điều 4). "
        "Vẫn ghi nhận được, nhưng chợ không hiện dấu sao."
    )


@pytest.mark.parametrize("age", [1, 1000])
def test_a_certificate_in_force_needs_no_notice(age):
    assert typed(decision_date=day(-age), issued_date=day(-age)).certificate_notice() == ""


def test_another_subject_is_read_with_its_kind():
    form = typed(subject_name=" Hợp tác xã  Dệt ", subject_kind="cooperative")
    facts = form.certificate()
    assert (facts.subject_name, facts.subject_kind) == ("Hợp tác xã Dệt", "cooperative")


@pytest.mark.parametrize(
    ("boxes", "field"),
    [({"subject_name": "Hợp tác xã Dệt"}, "subject_kind"), ({"subject_kind": "cooperative"}, "subject_name")],
)
def test_a_subject_without_name_or_kind_is_asked_for_the_other(boxes, field):
    form = typed(**boxes)
    assert list(form.errors) == [field]
    assert form.certificate() is None

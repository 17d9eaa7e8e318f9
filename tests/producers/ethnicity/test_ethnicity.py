"""A producer's ethnic group is kept only while she agrees to just that, and is erased when she does not."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from common.audit.models import AuditEntry
from producers.consents.services import withdraw_consent
from producers.ethnicity.groups import ethnic_groups, group_named
from producers.ethnicity.models import Ethnicity
from producers.ethnicity.queries import ethnicity_of
from producers.ethnicity.services import ConsentMissing, record_ethnicity
from tests import factories
from tests.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def nga(nua_ngam, tuan):
    """A producer who agrees that her people are written down."""
    return factories.producer("Bà Lò Thị Ngà", nua_ngam, "goods ethnicity", created_by=tuan)


def test_the_list_has_54_groups_each_with_its_code():
    assert list(ethnic_groups()) == [f"{number:02}" for number in range(1, 55)]
    assert len({group.name for group in ethnic_groups().values()}) == 54


@pytest.mark.parametrize(
    ("typed", "code"),
    [("H'Mông", "08"), ("Hmông", "08"), ("mong trang", "08"), ("Ca Dong", "14"), ("Cor", "30"), ("La Hủ", "41")],
)
def test_a_group_is_found_however_it_is_written(typed, code):
    assert group_named(typed).code == code


def test_what_two_groups_are_called_without_marks_is_not_guessed():
    assert group_named("Không có") is None


def test_without_her_consent_nothing_is_written(mai, tuan):
    with pytest.raises(ConsentMissing):
        record_ethnicity(mai, code="37", local_name="", by=tuan)
    assert not Ethnicity.objects.exists()


def test_it_is_written_and_the_trail_does_not_say_what(nga, tuan):
    record_ethnicity(nga, code="14", local_name="Ca Dong", by=tuan)
    assert str(ethnicity_of(nga)) == "Xơ-đăng (Ca Dong)"
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.after) == ("ethnicity.recorded", {})


def test_when_she_takes_it_back_it_is_erased_at_once(nga, tuan):
    record_ethnicity(nga, code="37", local_name="", by=tuan)
    withdraw_consent(nga, "ethnicity", by=tuan)
    assert ethnicity_of(nga) is None
    assert not Ethnicity.objects.exists()
    assert AuditEntry.objects.filter(action="ethnicity.erased").count() == 1


def test_another_consent_taken_back_leaves_it(nga, tuan):
    record_ethnicity(nga, code="37", local_name="", by=tuan)
    withdraw_consent(nga, "goods", by=tuan)
    assert ethnicity_of(nga) is not None


def test_the_page_asks_only_with_her_consent(mai, nga, tuan):
    client = signed_in(tuan)
    assertContains(client.get(f"/can-bo/nguoi-ban/{mai.pk}/dan-toc/"), "chưa đồng ý ghi dân tộc")
    refused = client.post(f"/can-bo/nguoi-ban/{mai.pk}/dan-toc/", {"code": "37"})
    assert refused.status_code == 422
    assert not Ethnicity.objects.exists()
    assert client.post(f"/can-bo/nguoi-ban/{nga.pk}/dan-toc/", {"code": "37"}).status_code == 302
    assert Ethnicity.objects.get().producer == nga
    client.post(f"/can-bo/nguoi-ban/{nga.pk}/dan-toc/", {"xoa": "1"})
    assert not Ethnicity.objects.exists()


def test_it_stands_in_no_list_and_on_no_approvers_page(nga, tuan, linh):
    record_ethnicity(nga, code="41", local_name="", by=tuan)
    assertNotContains(signed_in(tuan).get("/can-bo/nguoi-ban/"), "La Hủ")
    assertNotContains(signed_in(linh).get(f"/duyet/nguoi-ban/{nga.pk}/"), "La Hủ")


def test_another_point_finds_nothing(nga, bao):
    assert signed_in(bao).post(f"/can-bo/nguoi-ban/{nga.pk}/dan-toc/", {"code": "37"}).status_code == 404
    assert not Ethnicity.objects.exists()

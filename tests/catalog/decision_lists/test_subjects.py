"""A row whose holder can hold no certificate: accounted for, never applied silently, overruled by a person's reason."""

import pytest

from catalog.decision_lists.plan import Outcome, planned
from catalog.decision_lists.services import apply_list, choose_products, overrule_row
from catalog.listings.states import ListingState
from catalog.ocop.models import Certificate
from common.audit.models import AuditEntry
from common.transitions import MoveNotAllowed, NotTheirMove
from producers.directory.models import Producer
from tests import factories
from tests.catalog.decision_lists.conftest import seen
from tests.factories.ocop import decision_list
from tests.people import signed_in

pytestmark = pytest.mark.django_db

WHY = "Hộ đã đăng ký, giấy số 11K8000123, chợ chưa ghi."


@pytest.fixture
def scarf(mai):
    """Mai's scarf, before she has registered her business."""
    Producer.objects.update(registration_no="")
    return factories.listing(of=mai)


@pytest.fixture
def found(scarf, mai, linh):
    """A list of one product, hers."""
    return decision_list(mai.commune.province, by=linh)


def row_of(found):
    found.refresh_from_db()
    return planned(found)[1]


def test_it_has_its_own_reason_and_is_not_applied(found, scarf, linh):
    row = row_of(found)
    assert (row.outcome, row.product.product_id) == (Outcome.NOT_SUBJECT, scarf.product_id)
    assert "chưa đăng ký kinh doanh" in row.reason
    applied = apply_list(found, by=linh, seen=seen(found))
    assert applied.results["2"] == {"outcome": "not_subject", "reason": row.reason}
    assert not Certificate.objects.exists()
    assert AuditEntry.objects.get(action="decision.applied").after == {"no_product": 1, "not_subject": 1}


def test_once_her_registration_is_written_down_the_row_is_clear(found, linh):
    Producer.objects.update(registration_no="11K8000123")
    assert row_of(found).outcome == Outcome.NEW
    apply_list(found, by=linh, seen=seen(found))
    assert Certificate.objects.get().verified_by == linh


def test_a_certificate_that_is_known_stays_known(found, scarf, linh):
    factories.certificate(scarf, stars=3, issued=found.issued_date)
    Certificate.objects.update(decision_no=found.decision_no)
    assert row_of(found).outcome == Outcome.KNOWN


def test_a_person_overrules_with_a_reason_that_stays_in_both_histories(found, scarf, linh):
    overrule_row(found, 2, reason=WHY, by=linh)
    row = row_of(found)
    assert (row.outcome, row.overruled) == (Outcome.NEW, WHY)
    assert row.reason.endswith(f"Vẫn ghi, lý do: {WHY}")
    apply_list(found, by=linh, seen=seen(found))
    assert Certificate.objects.get().product_id == scarf.product_id
    told = {each.action: (each.by, each.reason) for each in AuditEntry.objects.exclude(action="decision.applied")}
    assert told == {"decision.overruled": (linh, WHY), "certificate.verified": (linh, WHY)}


def test_the_reason_holds_for_that_product_alone(found, mai, linh):
    overrule_row(found, 2, reason=WHY, by=linh)
    other = factories.listing("Túi thổ cẩm", of=mai)
    choose_products(found, {2: other.product_id}, by=linh)
    assert row_of(found).outcome == Outcome.NOT_SUBJECT


def test_nothing_is_overruled_where_nothing_stands_against(found, linh):
    Producer.objects.update(registration_no="11K8000123")
    with pytest.raises(MoveNotAllowed):
        overrule_row(found, 2, reason=WHY, by=linh)
    assert (row_of(found).overruled, AuditEntry.objects.count()) == ("", 0)


@pytest.mark.parametrize("who", ["tuan", "giang", "thanh"])
def test_nobody_else_overrules(who, found, request):
    with pytest.raises(NotTheirMove):
        overrule_row(found, 2, reason=WHY, by=request.getfixturevalue(who))
    assert (row_of(found).outcome, AuditEntry.objects.count()) == (Outcome.NOT_SUBJECT, 0)


def test_the_pages_say_it_and_ask_for_the_reason(found, linh, giang):
    client, address = signed_in(linh), f"/duyet/quyet-dinh/{found.pk}/dong/2/"
    assert "Chưa đứng tên được" in client.get(f"/duyet/quyet-dinh/{found.pk}/").text
    assert "Vẫn ghi giấy này" in client.get(address).text
    response = client.post(f"{address}van-ghi/", {"reason": " "})
    assert (response.status_code, "Hãy viết lý do." in response.text) == (422, True)
    assert signed_in(giang).post(f"{address}van-ghi/", {"reason": WHY}).status_code == 404
    assert row_of(found).outcome == Outcome.NOT_SUBJECT
    client.post(f"{address}van-ghi/", {"reason": WHY})
    assert "Áp dụng: ghi 1 giấy" in client.get(f"/duyet/quyet-dinh/{found.pk}/").text
    page = client.post(f"{address}van-ghi/", {"reason": WHY}, follow=True).text
    assert "không cần lý do nữa" in page


@pytest.mark.parametrize("state", sorted(set(ListingState) - {ListingState.RETIRED, ListingState.REJECTED}))
def test_a_row_means_what_is_not_on_sale_yet_and_says_where_it_stands(state, scarf, found, linh):
    Producer.objects.update(registration_no="11K8000123")
    type(scarf).objects.update(state=state)
    row = row_of(found)
    assert (row.outcome, row.product.product_id) == (Outcome.NEW, scarf.product_id)
    assert str(row.product) == f"Khăn thổ cẩm Lào – Bà Lò Thị Mai ({ListingState(state).label.lower()})"


@pytest.mark.parametrize("state", [ListingState.RETIRED, ListingState.REJECTED])
def test_what_is_gone_is_told_and_not_meant(state, scarf, found, linh):
    type(scarf).objects.update(state=state)
    row = row_of(found)
    assert (row.outcome, row.candidates) == (Outcome.ABSENT, ())
    label = ListingState(state).label.lower()
    assert row.reason.startswith(f"Khăn thổ cẩm Lào – Bà Lò Thị Mai ({label}): hồ sơ hàng này đã khép.")
    choose_products(found, {2: scarf.product_id}, by=linh)
    assert row_of(found).outcome == Outcome.ABSENT

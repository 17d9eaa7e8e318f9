"""Goods for grown-ups are delivered only with the name of whoever checked the recipient's age; others ask nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from common.audit.models import AuditEntry
from common.audit.sentences import told
from common.transitions import MoveNotAllowed, NotTheirMove
from shop.consignments import services
from shop.consignments.models import Consignment
from shop.consignments.states import ConsignmentState
from tests.factories import commune, listing
from tests.factories.moderation import licence
from tests.people import signed_in
from tests.shop.checkout.ordering import NOBODY, agreed, basket_with, place_order
from tests.shop.legal.opening import opened, text_of

pytestmark = pytest.mark.django_db
CHECKER = "bưu tá Lò Văn Chứng"
NAME, TICK = 'id="id_age_checked_by"', "người nhận đủ 18 tuổi"


@pytest.fixture
def parcel(settings, mai):
    """Two bottles and a scarf of Mai's under way."""
    settings.ALCOHOL_ONLY_SHOWN = False
    commune("00070")
    licence(mai)
    wine = listing("Rượu Mông Kê", of=mai, stock=5, product_set_no=14, unit="chai")
    basket = basket_with((wine, 2), (listing("Khăn piêu", of=mai), 1))
    place_order(basket, by=NOBODY, agreed=agreed(basket, is_of_age=True))
    Consignment.objects.update(state=ConsignmentState.SENT)
    return Consignment.objects.get()


def deliver(person, parcel, **typed):
    return signed_in(person).post(reverse("work-consignment-deliver", args=[parcel.pk]), typed)


def acts() -> list[str]:
    return list(
        AuditEntry.objects.filter(action__startswith="consignment.").order_by("pk").values_list("action", flat=True)
    )


def test_each_thing_keeps_the_age_that_the_law_asked_that_day(parcel):
    assert list(parcel.lines.values_list("title", "least_age")) == [("Rượu Mông Kê", 18), ("Khăn piêu", 0)]
    assert (parcel.stated_age, parcel.least_age, parcel.age_checked_by) == (18, 18, "")


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({}, {"age_checked_by", "is_of_age"}),
        ({"age_checked_by": CHECKER}, {"is_of_age"}),
        ({"age_checked_by": "  ", "is_of_age": "on"}, {"age_checked_by"}),
    ],
)
def test_without_name_and_tick_nothing_is_delivered_and_nothing_typed_is_lost(typed, wrong, parcel, tuan):
    response = deliver(tuan, parcel, **typed)
    page = response.text
    assert response.status_code == 422
    assert {name for name in ("age_checked_by", "is_of_age") if f'id="id_{name}_error"' in page} == wrong
    assert typed.get("age_checked_by", "").strip() in page
    parcel.refresh_from_db()
    assert (parcel.state, parcel.age_checked_by, acts()) == (ConsignmentState.SENT, "", [])


def test_who_checked_stands_on_the_parcel_and_in_the_trail(parcel, tuan):
    assert deliver(tuan, parcel, age_checked_by=CHECKER, is_of_age="on").status_code == 302
    parcel.refresh_from_db()
    assert (parcel.state, parcel.age_checked_by) == (ConsignmentState.DELIVERED, CHECKER)
    assert acts() == ["consignment.age_checked", "consignment.delivered"]
    entry = AuditEntry.objects.get(action="consignment.age_checked")
    assert (entry.by, entry.on_behalf_of_id, entry.at_point_id) == (tuan, parcel.producer_id, parcel.point_id)
    assert told(entry).changes == [("Người nhận đủ tuổi", "trống", "18"), ("Người kiểm tra tuổi", "trống", CHECKER)]
    page = " ".join(signed_in(tuan).get(f"/can-bo/don/{parcel.pk}/").text.split())
    assert f"{CHECKER} đã kiểm tra: người nhận đủ 18 tuổi." in page


def test_a_delivery_taken_back_is_checked_anew_and_the_trail_keeps_both(parcel, tuan):
    services.deliver_consignment(parcel, by=tuan, age_checked_by=CHECKER)
    services.reopen_consignment(parcel, by=tuan)
    parcel.refresh_from_db()
    assert parcel.age_checked_by == ""
    with pytest.raises(services.AgeNotChecked):
        services.deliver_consignment(parcel, by=tuan)
    services.deliver_consignment(parcel, by=tuan, age_checked_by="chị Hoa")
    assert acts().count("consignment.age_checked") == 2


def test_who_may_not_deliver_leaves_no_check_behind(parcel, bao, tuan):
    with pytest.raises(NotTheirMove):
        services.deliver_consignment(parcel, by=bao, age_checked_by=CHECKER)
    Consignment.objects.update(state=ConsignmentState.REFUSED)
    with pytest.raises(MoveNotAllowed):
        services.deliver_consignment(parcel, by=tuan, age_checked_by=CHECKER)
    assert (acts(), Consignment.objects.get().age_checked_by) == ([], "")


def test_what_has_run_out_asks_nobodys_age(parcel, tuan, visitor):
    parcel.lines.filter(least_age=18).update(confirmed=0)
    page = signed_in(tuan).get(f"/can-bo/don/{parcel.pk}/").text
    assert (NAME in page, TICK in page) == (False, False)
    assert "tuổi" not in signed_in(tuan).get(f"/can-bo/don/{parcel.pk}/phieu/").text
    assert "đủ 18 tuổi" not in visitor.get(f"/don/{parcel.order.purchase.token}/").text
    assert deliver(tuan, parcel).status_code == 302
    assert acts() == ["consignment.delivered"]


def test_the_form_asks_and_the_sheet_has_a_place_for_the_name(parcel, tuan):
    page = signed_in(tuan).get(f"/can-bo/don/{parcel.pk}/").text
    assert (NAME in page, f"Bên giao đã kiểm tra: {TICK}" in page) == (True, True)
    assert "<span>Người kiểm tra tuổi</span>" in signed_in(tuan).get(f"/can-bo/don/{parcel.pk}/phieu/").text


def test_the_file_of_the_law_names_who_checked_and_her_own_says_that_it_was(parcel, tuan, thanh, mai):
    services.deliver_consignment(parcel, by=tuan, age_checked_by=CHECKER)
    law = signed_in(thanh).get(f"/giam-sat/ho-so/nguoi-ban/{mai.pk}/tai/", {"ly_do": "Kiểm tra"})
    assert f"{CHECKER} đã kiểm tra, đủ 18 tuổi" in text_of(opened(law), "don-hang")
    own = text_of(opened(signed_in(tuan).get(f"/can-bo/nguoi-ban/{mai.pk}/ho-so/tai/")), "don-hang")
    assert ("người giao đã kiểm tra, đủ 18 tuổi" in own, CHECKER in own) == (True, False)


def test_a_parcel_delivered_before_names_were_kept_says_so(parcel, thanh, mai):
    Consignment.objects.update(state=ConsignmentState.DELIVERED, ended_at=timezone.now() - timedelta(days=1))
    law = signed_in(thanh).get(f"/giam-sat/ho-so/nguoi-ban/{mai.pk}/tai/", {"ly_do": "Kiểm tra"})
    assert "không ghi ai kiểm tra" in text_of(opened(law), "don-hang")

"""The first page at work: what is late first, each kind with its count and its day, at a steady price."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertNumQueries

from catalog.listings.models import Listing
from catalog.listings.states import HowSold, ListingState
from producers.consents.models import ConsentAnswer
from producers.directory.states import Role
from producers.notices.services import notify
from producers.staffing.services import Offer, invite
from shop.consignments.models import Consignment
from shop.workplace.queries import SOURCES, waiting_for
from shop.workplace.waiting import Limit, Waiting, in_order
from tests import factories
from tests.factories.orders import consignment
from tests.people import signed_in

pytestmark = pytest.mark.django_db

LONG_AGO = timedelta(days=30)


def parcel(of, state, **waits):
    made = consignment(of, state=state)
    Consignment.objects.filter(pk=made.pk).update(**waits)


def waiting(person, *roles):
    return {each.what: each for each in waiting_for(person, roles, on=timezone.localdate())}


def test_what_is_late_comes_first_then_what_is_due_then_the_rest():
    kinds = [
        Waiting("không hạn", "", "/", 1, "info"),
        Waiting("mai", "", "/", 1, "info", due=date(2026, 11, 27)),
        Waiting("chẳng còn gì", "", "/", 0, "info", late=0, due=date(2026, 1, 1)),
        Waiting("hôm nay", "", "/", 1, "info", due=date(2026, 11, 26)),
        Waiting("quá hạn", "", "/", 1, "info", due=date(2026, 12, 1), late=1),
        Waiting("cũng không", "", "/", 1, "info"),
    ]
    assert [each.what for each in in_order(kinds)] == ["quá hạn", "hôm nay", "mai", "không hạn", "cũng không"]


@pytest.mark.parametrize(
    ("since", "due", "is_late"),
    [
        (datetime(2026, 11, 26, 9, tzinfo=timezone.get_default_timezone()), date(2026, 11, 27), False),
        (datetime(2026, 11, 25, 0, tzinfo=timezone.get_default_timezone()), date(2026, 11, 26), False),
        (datetime(2026, 11, 24, 23, 59, tzinfo=timezone.get_default_timezone()), date(2026, 11, 25), True),
    ],
)
def test_a_limit_of_one_working_day(since, due, is_late):
    limit = Limit("consignment.answer_working_days", date(2026, 11, 26))
    assert limit.due(since) == due
    assert (since < limit.late_before) is is_late


def test_an_officer_sees_every_kind_of_her_work(tuan, mai, nua_ngam):
    now = timezone.now()
    scarf = factories.listing(of=mai, stock=20)
    parcel(scarf, "placed", placed_at=now)
    parcel(scarf, "placed", placed_at=now - LONG_AGO)
    parcel(scarf, "confirmed", confirmed_at=now - LONG_AGO)
    parcel(scarf, "packed", packed_at=now)
    factories.listing("Túi", of=mai, state=ListingState.DRAFT)
    factories.listing("Gối", of=mai, state=ListingState.CHANGES_REQUESTED)
    factories.listing("Váy", of=mai, confirmed_at=now - timedelta(days=15))
    notify(nua_ngam, "Đã duyệt Khăn.", url="/can-bo/hang/1/")
    found = waiting(tuan, "officer")
    assert {what: (each.count, each.late) for what, each in found.items()} == {
        "Hỏi bà con về đơn mới": (2, 1),
        "Đóng gói": (1, 1),
        "Giao cho bên vận chuyển": (1, 0),
        "Còn đúng không?": (1, 0),
        "Hàng cần bổ sung": (1, 0),
        "Bản nháp làm dở": (1, 0),
        "Tin chưa đọc": (1, 0),
    }
    assert [each.late for each in found.values()] == sorted((each.late for each in found.values()), reverse=True)
    page = " ".join(signed_in(tuan).get("/can-bo/").content.decode().split())
    assert "1 quá hạn" in page
    assert page.index("Hỏi bà con về đơn mới") < page.index("Ghi sản phẩm mới") < page.index("Rồi tới")


def test_what_is_made_to_order_is_not_late_while_it_is_made(tuan, mai):
    woven = factories.listing(of=mai, how_sold=HowSold.TO_ORDER, days_to_make=20)
    parcel(woven, "confirmed", confirmed_at=timezone.now() - LONG_AGO)
    found = waiting(tuan, "officer")["Đóng gói"]
    assert (found.count, found.late, found.due) == (1, 0, None)


def test_nothing_waits_is_said(tuan, linh):
    for person in (tuan, linh):
        assert "Không còn gì chờ" in signed_in(person).get("/can-bo/").content.decode()


def test_nobody_sees_the_work_of_another_place(bao, giang, mai):
    scarf = factories.listing(of=mai, confirmed_at=timezone.now() - LONG_AGO)
    parcel(scarf, "placed", placed_at=timezone.now() - LONG_AGO)
    factories.listing("Túi", of=mai, state=ListingState.SUBMITTED)
    assert waiting(bao, "officer") == waiting(giang, "approver") == {}


def test_an_approver_and_an_auditor_see_late_decisions(linh, thanh, mai):
    factories.listing(of=mai, state=ListingState.SUBMITTED)
    late = factories.listing("Túi", of=mai, state=ListingState.SUBMITTED)
    Listing.objects.filter(pk=late.pk).update(submitted_at=timezone.now() - LONG_AGO)
    found = waiting(linh, "approver")["Duyệt hàng"]
    assert (found.count, found.late, found.url) == (2, 1, "/duyet/")
    assert waiting(thanh, "auditor")["Hàng quá hạn duyệt"].count == 1


def test_a_buyer_has_no_such_page(an):
    assert signed_in(an).get("/can-bo/").status_code == 404


def test_somebody_with_two_roles_sees_each_kind_once(tuan, mai):
    mai.partner.users.add(tuan)
    factories.listing(of=mai, state=ListingState.DRAFT)
    page = signed_in(tuan).get("/can-bo/").content.decode()
    assert len(re.findall("Bản nháp làm dở", page)) == 1


@pytest.mark.parametrize("points", [1, 3])
def test_each_source_asks_once_however_many_points(tuan, nua_ngam, points):
    for number in range(points):
        point = factories.point(f"Điểm {number}")
        tuan.memberships.create(role="officer", point=point)
        scarf = factories.listing(of=factories.producer(f"Bà {number}", point), confirmed_at=timezone.now() - LONG_AGO)
        parcel(scarf, "placed", placed_at=timezone.now())
    sources = len(SOURCES["officer"])
    with assertNumQueries(sources):
        waiting_for(tuan, {"officer"}, on=timezone.localdate())
    client = signed_in(tuan)
    with assertNumQueries(sources + 5):
        client.get("/can-bo/")


def test_consents_that_end_are_asked_for_in_time(tuan, bao, linh, mai):
    factories.consent(mai, "goods", by=tuan, given_at=timezone.now() - timedelta(days=800))
    ConsentAnswer.objects.filter(is_given=True).update(until_date=timezone.localdate() - timedelta(days=1))
    found = waiting(tuan, "officer")["Hỏi lại sự đồng ý"]
    assert (found.count, found.late, found.due) == (1, 1, timezone.localdate() - timedelta(days=1))
    page = signed_in(tuan).get(found.url).content.decode()
    assert "Bà Lò Thị Mai" in page
    assert "Đã hết hạn" in page
    assert "Chưa phải hỏi lại ai" in signed_in(bao).get(found.url).content.decode()
    assert signed_in(linh).get(found.url).status_code == 404


def test_an_administrator_sees_points_where_nobody_serves(quan, tuan, nua_ngam, sin_ho):
    assert {what: (each.count, each.url) for what, each in waiting(quan, "administrator").items()} == {
        "Điểm chưa có cán bộ": (1, "/quan-tri/diem-ho-tro/")
    }
    tuan.memberships.update(ended_at=timezone.now())
    assert waiting(quan, "administrator")["Điểm chưa có cán bộ"].count == 2
    assert "Điểm chưa có cán bộ" in signed_in(quan).get("/can-bo/").content.decode()
    assert (
        "Điểm chưa có cán bộ"
        not in signed_in(factories.officer("lan", "Lò Thị Lan", nua_ngam)).get("/can-bo/").content.decode()
    )


def test_an_invitation_that_nobody_took_up_is_counted_until_it_ends(quan, tuan, nua_ngam):
    invite(Offer(full_name="Lò Thị Lan", role=Role.OFFICER, point=nua_ngam), by=quan)
    found = waiting(quan, "administrator")["Lời mời chưa nhận"]
    assert (found.count, found.due) == (1, timezone.localdate() + timedelta(days=7))

"""Who asks about her own data is told that it has come, and is answered in time, by those who may alone."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from oscar.apps.address.models import UserAddress
from oscar.apps.order.models import Order

from common.audit.models import AuditEntry
from common.transitions import MoveNotAllowed, NotTheirMove
from shop.accounts.address import Address
from shop.accounts.services import keep_address
from shop.privacy import services
from shop.privacy.deadlines import acknowledge_by, answer_by
from shop.privacy.models import DataRequest
from shop.privacy.queries import open_requests
from shop.privacy.services import AnswerMissing, NotErasable, open_request
from tests import factories
from tests.factories.orders import consignment
from tests.people import signed_in

pytestmark = pytest.mark.django_db

ASK = "/tro-giup/du-lieu-ca-nhan/yeu-cau/"
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
TYPED = {"kind": "delete", "name": "Nguyễn Thu Hà", "contact": "0912345678", "words": "Xin xoá số của tôi."}


@pytest.fixture
def asked(mai, tuan):
    """What Mai asked, as Tuấn wrote it down."""
    return open_request("correct", name=mai.name, producer=mai, by=tuan)


@pytest.mark.parametrize(
    ("received", "day"),
    [
        (datetime(2026, 11, 26, 9, tzinfo=VIETNAM), date(2026, 11, 30)),
        (datetime(2026, 11, 27, 23, 59, tzinfo=VIETNAM), date(2026, 12, 1)),
        (datetime(2026, 11, 27, 17, 30, tzinfo=ZoneInfo("UTC")), date(2026, 12, 1)),
        (datetime(2026, 12, 31, 9, tzinfo=VIETNAM), date(2027, 1, 5)),
    ],
)
def test_it_is_acknowledged_in_two_working_days(received, day):
    assert acknowledge_by(received) == day


@pytest.mark.parametrize(
    ("with_processor", "is_extended", "day"),
    [
        (False, False, date(2026, 12, 11)),
        (True, False, date(2026, 12, 16)),
        (False, True, date(2026, 12, 26)),
        (True, True, date(2026, 12, 31)),
    ],
)
def test_it_is_answered_in_the_days_of_the_law(with_processor, is_extended, day):
    received = datetime(2026, 11, 26, 9, tzinfo=VIETNAM)
    assert answer_by(received, with_processor=with_processor, is_extended=is_extended) == day


def test_anybody_asks_without_an_account_and_follows_by_a_link(visitor):
    response = visitor.post(ASK, TYPED)
    asked = DataRequest.objects.get()
    assert response.headers["Location"] == f"{ASK}{asked.token}/"
    assert (asked.kind, asked.name, asked.contact, asked.words, asked.user, asked.producer) == (
        "delete",
        "Nguyễn Thu Hà",
        "0912345678",
        "Xin xoá số của tôi.",
        None,
        None,
    )
    page = visitor.get(response.headers["Location"])
    assert "Muốn xoá thông tin của tôi" in page.text
    assert f"{asked.acknowledge_by:%d/%m/%Y}" in page.text
    assert {"no-store", "private"} <= set(page["Cache-Control"].replace(" ", "").split(","))
    assert "0912345678" not in page.text
    assert visitor.get(f"{ASK}khong-co/").status_code == 404


@pytest.mark.parametrize("lacking", ["kind", "name", "contact"])
def test_what_is_lacking_is_said_and_nothing_typed_is_lost(visitor, lacking):
    response = visitor.post(ASK, TYPED | {lacking: ""})
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {lacking}
    assert "Xin xoá số của tôi." in response.text
    assert not DataRequest.objects.exists()


def test_nobody_floods_the_market(visitor, settings):
    settings.WRONG_TRIES = {**settings.WRONG_TRIES, "data-request": (2, 3600)}
    answers = [visitor.post(ASK, TYPED, REMOTE_ADDR="10.0.0.9").status_code for _ in range(3)]
    assert (answers, DataRequest.objects.count()) == ([302, 302, 429], 2)


def test_from_receipt_to_answer(asked, tuan, mai, visitor):
    client, page = signed_in(tuan), f"/can-bo/du-lieu/{asked.pk}/"
    client.post(page, {"viec": "da-nhan"})
    client.post(page, {"viec": "gia-han", "gia-han-words": "Chờ bà con về bản."})
    client.post(page, {"viec": "tra-loi", "tra-loi-words": "Đã sửa tên bản."})
    asked.refresh_from_db()
    assert (asked.state, asked.extension_reason, asked.answer) == ("done", "Chờ bà con về bản.", "Đã sửa tên bản.")
    assert asked.answer_by == timezone.localdate(asked.received_at) + timedelta(days=30)
    assert list(AuditEntry.objects.order_by("pk").values_list("action", "on_behalf_of_name", "at_point_name")) == [
        (f"privacy.{act}", mai.name, mai.point.name) for act in ("received", "acknowledged", "extended", "done")
    ]
    assert "Đã sửa tên bản." in visitor.get(f"{ASK}{asked.token}/").text


def test_a_processor_gives_five_days_more(asked, tuan):
    services.acknowledge_request(asked, with_processor=True, by=tuan)
    assert asked.answer_by == timezone.localdate(asked.received_at) + timedelta(days=20)


def test_it_is_extended_once(asked, tuan):
    services.acknowledge_request(asked, with_processor=False, by=tuan)
    services.extend_request(asked, reason="Chờ giấy", by=tuan)
    before = asked.answer_by
    with pytest.raises(MoveNotAllowed):
        services.extend_request(asked, reason="Chờ nữa", by=tuan)
    asked.refresh_from_db()
    assert (asked.answer_by, asked.extension_reason) == (before, "Chờ giấy")


@pytest.mark.parametrize("close", [services.answer_request, services.refuse_request, services.extend_request])
def test_nothing_is_closed_without_a_word(asked, tuan, close):
    services.acknowledge_request(asked, with_processor=False, by=tuan)
    with pytest.raises(AnswerMissing):
        close(asked, by=tuan, **{"answer" if close is services.answer_request else "reason": "  "})
    asked.refresh_from_db()
    assert asked.state == "acknowledged"


@pytest.mark.parametrize("who", ["bao", "linh", "thanh", "an", "giang"])
def test_others_see_and_answer_nothing(asked, who, request):
    person = request.getfixturevalue(who)
    client = signed_in(person)
    assert client.get(f"/can-bo/du-lieu/{asked.pk}/").status_code == 404
    assert client.post(f"/can-bo/du-lieu/{asked.pk}/", {"viec": "da-nhan"}).status_code == 404
    with pytest.raises(NotTheirMove):
        services.acknowledge_request(asked, with_processor=False, by=person)
    asked.refresh_from_db()
    assert asked.state == "received"


def test_an_officer_answers_for_her_producers_and_the_administrator_all(asked, tuan, bao, quan):
    of_a_buyer = open_request("access", name="Nguyễn Thu Hà", contact="0912345678")
    assert list(open_requests(tuan)) == [asked]
    assert list(open_requests(bao)) == []
    assert set(open_requests(quan)) == {asked, of_a_buyer}


def test_what_is_overdue_stands_first_and_is_said(asked, tuan, mai):
    today = timezone.localdate()
    late = open_request("access", name=mai.name, producer=mai)
    DataRequest.objects.filter(pk=late.pk).update(acknowledge_by=today - timedelta(days=1))
    in_hand = open_request("know", name=mai.name, producer=mai)
    services.acknowledge_request(in_hand, with_processor=False, by=tuan)
    DataRequest.objects.filter(pk=in_hand.pk).update(answer_by=today - timedelta(days=3))
    assert [each.pk for each in open_requests(tuan)] == [in_hand.pk, late.pk, asked.pk]
    assert signed_in(tuan).get("/can-bo/du-lieu/").text.count("Quá hạn") == 2


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_no_more_for_more(mai, tuan, count, django_assert_num_queries):
    for _ in range(count):
        open_request("access", name=mai.name, producer=mai)
    client = signed_in(tuan)
    client.get("/can-bo/du-lieu/")
    with django_assert_num_queries(6):  # session, user, points, policies read, how many, the rows
        client.get("/can-bo/du-lieu/")


def test_the_administrator_erases_an_account_and_orders_stay(an, quan, mai):
    keep_address(an, Address("Lê Hoài An", "0912345678", factories.commune("00070"), "12 Hàng Bạc"), is_usual=True)
    parcel = consignment(factories.listing(of=mai), buyer=an)
    signed_in(an).post(ASK, TYPED)
    asked = DataRequest.objects.get()
    client, page = signed_in(quan), f"/can-bo/du-lieu/{asked.pk}/"
    assert client.post(page, {"viec": "xoa", "xoa-is_checked": "on"}).status_code == 404  # not yet acknowledged
    client.post(page, {"viec": "da-nhan"})
    assert client.post(page, {"viec": "xoa"}).status_code == 422
    assert User.objects.get(pk=an.pk).is_active
    assert client.post(page, {"viec": "xoa", "xoa-is_checked": "on"}).status_code == 302
    user = User.objects.get(pk=an.pk)
    assert (user.username, user.email, user.first_name, user.last_name, user.is_active) == (
        f"da-xoa-{an.pk}",
        "",
        "",
        "",
        False,
    )
    assert not UserAddress.objects.filter(user=user).exists()
    assert Order.objects.get(pk=parcel.order_id).purchase.recipient == "Lê Hoài An"
    assert AuditEntry.objects.filter(action="privacy.account_erased", by=quan).count() == 1


def test_people_at_work_and_officers_erase_nobody(tuan, quan, bao, an):
    of_work = open_request("delete", name="Tuấn", user=tuan)
    with pytest.raises(NotErasable):
        services.erase_account(of_work, by=quan)
    with pytest.raises(NotErasable):
        services.erase_account(open_request("delete", name="Hà"), by=quan)
    assert User.objects.get(pk=tuan.pk).username == "tuan"


def test_the_account_takes_along_what_is_held(an, mai, visitor, bao):
    consignment(factories.listing("Khăn thổ cẩm Lào", of=mai), buyer=an)
    response = signed_in(an).get("/tai-khoan/du-lieu/")
    assert response["Content-Disposition"] == 'attachment; filename="cho-phien-du-lieu-cua-toi.json"'
    held = response.json()
    assert held["Tài khoản"]["E-mail"] == "an@example.com"
    assert held["Đơn hàng"][0]["Món"] == [{"Tên": "Khăn thổ cẩm Lào", "Số lượng": 1}]
    assert signed_in(bao).get("/tai-khoan/du-lieu/").json()["Đơn hàng"] == []
    assert visitor.get("/tai-khoan/du-lieu/").status_code == 302


def test_the_officer_writes_down_what_a_producer_asks(mai, tuan, bao):
    page = f"/can-bo/nguoi-ban/{mai.pk}/du-lieu/"
    assert signed_in(bao).post(page, {"kind": "access"}).status_code == 404
    assert signed_in(tuan).post(page, {"kind": ""}).status_code == 422
    assert not DataRequest.objects.exists()
    signed_in(tuan).post(page, {"kind": "access", "words": "Muốn xem."})
    asked = DataRequest.objects.get()
    assert (asked.producer, asked.recorded_by, asked.kind, asked.words) == (mai, tuan, "access", "Muốn xem.")


@pytest.mark.parametrize(
    ("who", "sees", "takes"), [("tuan", True, True), ("quan", False, True), ("herself", False, False)]
)
def test_a_request_leads_to_consents_and_whole_file_those_who_may_see_them(who, sees, takes, mai, tuan, quan):
    """Where a link stands it opens; where none stands there is nothing to open."""
    asked = open_request("access", name=mai.name, producer=mai, by=tuan)
    if who == "herself":
        mai.partner.users.add(factories.user("mai", "Lò Thị Mai"))
        assert signed_in(mai.partner.users.get()).get(f"/can-bo/du-lieu/{asked.pk}/").status_code == 404
        return
    client = signed_in(tuan if who == "tuan" else quan)
    page = client.get(f"/can-bo/du-lieu/{asked.pk}/").text
    sheet, file = f"/can-bo/nguoi-ban/{mai.pk}/", f"/can-bo/nguoi-ban/{mai.pk}/ho-so/"
    assert (f'href="{sheet}#dong-y"' in page, f'href="{file}"' in page) == (sees, takes)
    assert (client.get(sheet).status_code == 200, client.get(file).status_code == 200) == (sees, takes)
    assert 'id="dong-y"' in signed_in(tuan).get(sheet).text


def test_a_request_of_no_producer_leads_to_none(quan):
    asked = open_request("know", name="Lê Hoài An", contact="0912345678")
    page = signed_in(quan).get(f"/can-bo/du-lieu/{asked.pk}/").text
    assert ("#dong-y" in page, "/ho-so/" in page) == (False, False)

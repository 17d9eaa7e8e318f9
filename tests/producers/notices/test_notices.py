"""What officers are told: on their pages, by e-mail, and on a sheet for those whom they tell."""

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from producers.directory.models import Membership
from producers.notices.models import Notice
from producers.notices.queries import producers_to_tell, unread_notices
from producers.notices.services import notify, read_all, read_notice
from tests import factories
from tests.people import signed_in

pytestmark = pytest.mark.django_db

TEXT = "Khăn thổ cẩm Lào đã được duyệt."
ADDRESS = "/can-bo/hang/"


@pytest.fixture
def news(mai) -> Notice:
    """News about Mai for her point."""
    return notify(mai.point, TEXT, url=ADDRESS, producer=mai)


def test_a_notice_stands_on_the_pages_of_its_point_and_nowhere_else(news, tuan, bao):
    assert unread_notices(tuan) == 1
    page = signed_in(tuan).get("/can-bo/tin/").content.decode()
    assert TEXT in page
    assert "Bà Lò Thị Mai" in page
    assert unread_notices(bao) == 0
    assert "Không có tin mới" in signed_in(bao).get("/can-bo/tin/").content.decode()


@pytest.mark.parametrize("who", ["linh", "thanh", "an", "quan", "herself"])
@pytest.mark.parametrize("path", ["/can-bo/tin/", "/can-bo/tin/goi/"])
def test_nobody_but_officers_has_such_a_page(who, path, news, herself, request):
    assert signed_in(request.getfixturevalue(who)).get(path).status_code == 404


@pytest.fixture
def herself(mai):
    """Mai with a login of her own."""
    person = factories.user("mai", "Lò Thị Mai")
    mai.partner.users.add(person)
    return person


@pytest.mark.parametrize(("button", "leads_to"), [("mo", ADDRESS), ("doc", "/can-bo/tin/")])
def test_opening_it_or_a_button_reads_it(button, leads_to, news, tuan):
    response = signed_in(tuan).post(f"/can-bo/tin/{news.pk}/", {"lam": button})
    news.refresh_from_db()
    assert (response.status_code, response.headers["Location"], news.read_by) == (302, leads_to, tuan)
    assert unread_notices(tuan) == 0
    page = signed_in(tuan).get("/can-bo/tin/?muc=da-doc").content.decode()
    assert TEXT in page
    assert "Lường Văn Tuấn đọc" in page


@pytest.mark.parametrize("who", ["bao", "linh", "thanh", "an", "herself"])
def test_nobody_else_reads_it(who, news, herself, request):
    assert signed_in(request.getfixturevalue(who)).post(f"/can-bo/tin/{news.pk}/").status_code == 404
    news.refresh_from_db()
    assert (news.read_at, news.read_by) == (None, None)


def test_the_first_reader_is_remembered(news, tuan, nua_ngam):
    other = factories.officer("hoa", "Quàng Thị Hoa", nua_ngam)
    read_notice(news, by=tuan)
    read_notice(news, by=other)
    news.refresh_from_db()
    assert news.read_by == tuan


def test_all_is_read_that_had_come_and_of_ones_own_points_alone(news, tuan, pao):
    later, others = notify(news.point, "Tin sau", url="/"), notify(pao.point, "Tin khác", url="/")
    assert read_all(by=tuan, upto=news.pk) == 1
    assert set(Notice.objects.filter(read_at=None)) == {later, others}


def test_a_wrong_number_reads_nothing(news, tuan):
    signed_in(tuan).post("/can-bo/tin/doc-het/", {"toi": "²"})
    assert unread_notices(tuan) == 1


def test_officers_with_an_address_get_a_letter_each(mai, tuan, bao, nua_ngam, django_capture_on_commit_callbacks):
    tuan.email = "tuan@example.com"
    tuan.save()
    bao.email = "bao@example.com"
    bao.save()
    gone = factories.officer("cu", "Người Đã Nghỉ", nua_ngam)
    gone.email = "cu@example.com"
    gone.save()
    Membership.objects.filter(user=gone).update(ended_at=timezone.now())
    factories.officer("hoa", "Quàng Thị Hoa", nua_ngam)
    with django_capture_on_commit_callbacks(execute=True):
        notify(mai.point, TEXT, url=ADDRESS, producer=mai)
    assert [letter.to for letter in mail.outbox] == [["tuan@example.com"]]
    assert mail.outbox[0].subject == "Chợ Phiên: tin cho Điểm hỗ trợ xã Núa Ngam"
    assert mail.outbox[0].body.startswith(f"Bà Lò Thị Mai: {TEXT}\n\nXem: http://127.0.0.1:8000/can-bo/hang/\n")


def test_nothing_is_sent_of_what_did_not_happen(mai, tuan, django_capture_on_commit_callbacks):
    tuan.email = "tuan@example.com"
    tuan.save()
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        notify(mai.point, TEXT, url=ADDRESS)
        transaction.set_rollback(True)
    assert mail.outbox == []
    assert not Notice.objects.exists()


def test_a_failing_mail_server_breaks_nothing_and_tells_no_address(
    mai, tuan, settings, caplog, django_capture_on_commit_callbacks
):
    tuan.email = "tuan@example.com"
    tuan.save()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with django_capture_on_commit_callbacks(execute=True):
        notify(mai.point, TEXT, url=ADDRESS, producer=mai)
    assert unread_notices(tuan) == 1
    assert "ConnectionRefusedError" in caplog.text
    assert "example.com" not in caplog.text


def test_the_sheet_names_first_whom_one_must_visit(mai, tuan, nua_ngam):
    phoned = factories.producer("Anh Lò Văn Dọn", nua_ngam, created_by=tuan, phone="0912345678", village="bản A")
    for producer in (phoned, mai):
        notify(nua_ngam, f"Tin cho {producer}", url="/", producer=producer)
    told = notify(nua_ngam, "Đã báo rồi", url="/", producer=mai)
    read_notice(told, by=tuan)
    notify(nua_ngam, "Tin chung của điểm", url="/")
    assert list(producers_to_tell(tuan)) == [mai, phoned]
    page = signed_in(tuan).get("/can-bo/tin/goi/").content.decode()
    assert page.index("Tin cho Bà Lò Thị Mai") < page.index("Tin cho Anh Lò Văn Dọn")
    assert "Không có điện thoại" in page
    assert "0912 345 678" in page
    assert "Đã báo rồi" not in page
    assert "Tin chung" not in page


def test_an_empty_sheet_says_so(tuan, bao):
    assert "Không phải báo tin cho ai" in signed_in(bao).get("/can-bo/tin/goi/").content.decode()


@pytest.mark.parametrize(
    ("path", "queries"), [("/can-bo/tin/", 8), ("/can-bo/tin/?muc=da-doc", 8), ("/can-bo/tin/goi/", 8)]
)
@pytest.mark.parametrize("number", [1, 3])
def test_the_pages_cost_the_same_for_one_and_for_three(
    path, queries, number, tuan, nua_ngam, django_assert_num_queries
):
    for each in range(number):
        producer = factories.producer(f"Bà {each}", nua_ngam, created_by=tuan)
        notify(nua_ngam, f"Tin {each}", url="/", producer=producer)
        read_notice(notify(nua_ngam, f"Tin đã đọc {each}", url="/", producer=producer), by=tuan)
    client = signed_in(tuan)
    with django_assert_num_queries(queries):
        client.get(path)


def test_the_list_turns_its_pages(tuan, nua_ngam):
    for each in range(21):
        notify(nua_ngam, f"Tin số {each}.", url="/")
    client = signed_in(tuan)
    assert "Tin số 0." not in client.get("/can-bo/tin/").content.decode()
    assert "Tin số 0." in client.get("/can-bo/tin/?trang=2").content.decode()

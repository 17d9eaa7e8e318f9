"""The audit trail is searched by auditors, administrators and officers; each sees what is theirs to see."""

import csv
import re
from datetime import timedelta
from io import StringIO

import pytest
from django.utils import timezone

from common.audit.models import AuditEntry
from common.audit.services import record
from producers.directory.models import Membership
from producers.directory.states import Role
from shop.feedback.models import Complaint
from tests import factories
from tests.factories.complaints import complaint
from tests.factories.moderation import authority_request
from tests.factories.ocop import decision_list
from tests.people import signed_in

pytestmark = pytest.mark.django_db
AUDIT, SERVED = "/giam-sat/nhat-ky/", "/can-bo/nhat-ky/"


def look(person, address=AUDIT, **query) -> str:
    response = signed_in(person).get(address, query)
    assert response.status_code == 200
    return response.text


@pytest.fixture
def provincial(sin_ho):
    """An auditor of Lai Châu alone."""
    person = factories.user("yen", "Tẩn Thị Yến")
    Membership.objects.create(user=person, role=Role.AUDITOR, province=sin_ho.commune.province)
    return person


@pytest.fixture
def acts(tuan, linh, bao, mai, pao, nua_ngam, sin_ho):
    """Three acts for Mai and one for Páo."""
    towel = factories.listing("Khăn piêu", mai)
    record("consent.recorded", by=tuan, subject=mai, on_behalf_of=mai, at_point=nua_ngam)
    record(
        "listing.price_changed",
        by=tuan,
        subject=towel,
        on_behalf_of=mai,
        at_point=nua_ngam,
        before={"price": 250_000},
        after={"price": 240_000},
    )
    record("listing.returned", by=linh, subject=towel, on_behalf_of=mai, reason="Chụp lại ảnh")
    record("producer.changed", by=bao, subject=pao, on_behalf_of=pao, at_point=sin_ho, after={"village": "bản Mới"})


def test_the_trail_is_read_in_sentences_with_both_names(acts, thanh):
    page = " ".join(look(thanh).split())
    assert "sửa giá: <b>Khăn piêu</b>, thay" in page
    assert "Bà Lò Thị Mai</a>, tại Điểm hỗ trợ xã Núa Ngam" in page
    assert "<b>Giá</b> <span>250.000 ₫ → 240.000 ₫</span>" in page
    assert "yêu cầu bổ sung: <b>Khăn piêu</b>, của" in page
    assert "Lý do: Chụp lại ảnh" in page
    assert page.index("yêu cầu bổ sung: <b>") < page.index("sửa giá: <b>")


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ({"q": "mai khan"}, 2),
        ({"q": "Lường Văn Tuấn"}, 2),
        ({"q": "uong"}, 0),
        ({"viec": "listing."}, 2),
        ({"viec": "producer.changed"}, 1),
        ({"viec": "listing.", "q": "linh"}, 1),
        ({"tu": "2000-01-01", "den": "2000-12-31"}, 0),
        ({}, 4),
    ],
)
def test_acts_are_found_by_words_act_and_day(query, number, acts, thanh):
    assert look(thanh, **query).count("<time") == number


def test_acts_are_found_by_person_producer_and_point(acts, thanh, tuan, pao, sin_ho):
    assert look(thanh, nguoi=tuan.pk).count("<time") == 2
    assert "Chỉ việc do</b>" not in (page := look(thanh, ba_con=pao.pk))
    assert (page.count("<time"), "Chỉ việc thay" in page) == (1, True)
    assert look(thanh, diem=sin_ho.pk).count("<time") == 1
    assert look(thanh, diem=sin_ho.pk, nguoi=tuan.pk).count("<time") == 0


def test_a_day_has_both_its_ends(acts, thanh):
    today = timezone.localdate()
    assert look(thanh, tu=today.isoformat(), den=today.isoformat()).count("<time") == 4
    assert look(thanh, den=(today - timedelta(days=1)).isoformat()).count("<time") == 0


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"tu": "2026-02-30"}, "Ngày chưa đúng"),
        ({"tu": "2026-02-02", "den": "2026-02-01"}, "Ngày cuối phải từ ngày đầu trở đi"),
        ({"viec": "khong.co"}, "Không có việc này"),
        ({"diem": "999999"}, "Không có điểm hỗ trợ này"),
    ],
)
def test_wrong_filters_are_said_and_kept(query, said, acts, thanh):
    response = signed_in(thanh).get(AUDIT, {"q": "mai", **query})
    assert response.status_code == 422
    assert said in response.text
    assert 'value="mai"' in response.text
    assert "<time" not in response.text


def test_pages_go_on_from_the_last_act_and_keep_the_filters(mai, tuan, thanh):
    for number in range(51):
        record("listing.saved", by=tuan, subject=mai, on_behalf_of=mai, reason=f"lần {number}")
    first = look(thanh, q="mai")
    oldest = AuditEntry.objects.order_by("pk")[1]
    assert (first.count("<time"), "lần 50" in first, "lần 0<" in first) == (50, True, False)
    assert f"?q=mai&amp;truoc={oldest.pk}" in first
    second = look(thanh, q="mai", truoc=oldest.pk)
    assert (second.count("<time"), "lần 0<" in second, "Cũ hơn" in second) == (1, True, False)


def test_acts_of_one_moment_are_all_there_once(mai, tuan, thanh, monkeypatch):
    moment = timezone.now()
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
    for number in range(60):
        record("listing.saved", by=tuan, subject=mai, on_behalf_of=mai, reason=f"số {number}.")
    last = AuditEntry.objects.order_by("-pk")[49]
    pages = look(thanh) + look(thanh, truoc=last.pk)
    assert [number for number in range(60) if pages.count(f"số {number}.") != 1] == []


@pytest.mark.parametrize("who", ["tuan", "bao", "linh", "giang", "an"])
@pytest.mark.parametrize("address", [AUDIT, f"{AUDIT}xuat/"])
def test_who_is_no_auditor_gets_nothing(who, address, acts, request):
    before = AuditEntry.objects.count()
    assert signed_in(request.getfixturevalue(who)).get(address).status_code == 404
    assert AuditEntry.objects.count() == before


def test_an_auditor_of_a_province_sees_that_province(acts, provincial, mai, pao):
    page = look(provincial)
    assert (pao.name in page, mai.name in page) == (True, False)
    assert "Núa Ngam" not in page
    assert "Chỉ việc thay" not in look(provincial, ba_con=mai.pk)


def test_an_administrator_reads_acts_without_a_producer_too(acts, an, quan, thanh):
    record("account.opened", by=an, subject=an, after={"terms_version": 1})
    assert "Lê Hoài An" in look(quan)
    assert "Lê Hoài An" not in look(thanh)


def test_an_officer_reads_the_trail_of_her_producers_alone(acts, tuan, bao, mai, pao):
    ours, theirs = look(tuan, SERVED), look(bao, SERVED)
    assert (mai.name in ours, pao.name in ours) == (True, False)
    assert (mai.name in theirs, pao.name in theirs) == (False, True)
    assert "Nguyễn Thuỳ Linh" in ours
    assert "Tải bảng" not in ours


def test_a_producer_with_a_login_reads_her_own(acts, mai, pao):
    herself = factories.user("mai", "Lò Thị Mai")
    mai.partner.users.add(herself)
    page = look(herself, SERVED)
    assert ("yêu cầu bổ sung" in page, pao.name in page) == (True, False)


@pytest.mark.parametrize("who", ["an", "linh", "thanh"])
def test_who_serves_nobody_has_no_such_page(who, acts, request):
    assert signed_in(request.getfixturevalue(who)).get(SERVED).status_code == 404


def test_the_table_has_what_was_asked_for_and_taking_it_is_written_down(acts, thanh):
    response = signed_in(thanh).get(f"{AUDIT}xuat/", {"viec": "listing.price_changed"})
    rows = list(csv.reader(StringIO(response.getvalue().decode("utf-8-sig"))))
    assert len(rows) == 2
    assert rows[1][1:8] == [
        "Lường Văn Tuấn",
        "sửa giá",
        "Khăn piêu",
        "Bà Lò Thị Mai",
        "Điểm hỗ trợ xã Núa Ngam",
        "",
        "Giá: 250.000\xa0₫ → 240.000\xa0₫",
    ]
    assert rows[1][8] == "Lường Văn Tuấn sửa giá: Khăn piêu, thay Bà Lò Thị Mai, tại Điểm hỗ trợ xã Núa Ngam"
    last = AuditEntry.objects.order_by("-pk")[0]
    assert (last.action, last.by, last.after) == ("trail.exported", thanh, {"viec": "listing.price_changed"})


def test_no_cell_is_a_formula(mai, tuan, thanh):
    record("listing.saved", by=tuan, subject=mai, on_behalf_of=mai, reason="=1+1")
    assert "'=1+1" in signed_in(thanh).get(f"{AUDIT}xuat/").getvalue().decode()


@pytest.mark.parametrize(("address", "who", "queries"), [(AUDIT, "thanh", 7), (SERVED, "tuan", 7)])
@pytest.mark.parametrize("number", [1, 3])
def test_pages_ask_as_much_for_three_acts_as_for_one(
    number, address, who, queries, tuan, mai, request, django_assert_num_queries
):
    for each in range(number):
        listing = factories.listing(f"Khăn {each}", factories.producer(f"Bà {each}", mai.point))
        record("listing.saved", by=tuan, subject=listing, on_behalf_of=listing.producer, after={"state": "draft"})
    client = signed_in(request.getfixturevalue(who))
    client.get(address)
    with django_assert_num_queries(queries):
        client.get(address)


def test_what_a_record_took_over_from_another_is_told(mai, quan, thanh):
    """Its facts are called like what points to a producer, which has no name of its own."""
    after = {"from": "Lo Thi Mai (hồ sơ 7)", "listings": 2, "certificates": 1}
    record("producer.took_over", by=quan, subject=mai, on_behalf_of=mai, after=after)
    page = look(thanh)
    assert "<b>Nhận từ</b> <span>trống → Lo Thi Mai (hồ sơ 7)</span>" in page
    assert "<b>Số mặt hàng nhận</b> <span>trống → 2</span>" in page


def test_the_point_does_not_read_what_is_kept_from_it(mai, tuan, linh, thanh):
    about_point = complaint(mai, is_about_point=True)
    asked = authority_request(mai, kind="information")
    record("request.received", by=linh, subject=asked, on_behalf_of=mai, reason="Công an tỉnh hỏi")
    hidden = ("Về cách làm của điểm hỗ trợ", "Công an tỉnh hỏi")
    officer, auditor = (
        signed_in(who).get(address).text for who, address in ((tuan, "/can-bo/nhat-ky/"), (thanh, "/giam-sat/nhat-ky/"))
    )
    assert [words in officer for words in hidden] == [False, False]
    assert [words in auditor for words in hidden] == [True, True]
    Complaint.objects.filter(pk=about_point.pk).update(state="closed")
    assert hidden[0] in signed_in(tuan).get("/can-bo/nhat-ky/").text


def test_auditors_read_of_decision_lists_and_points_of_their_provinces(linh, quan, thanh, provincial, mai):
    brought = decision_list(mai.commune.province, by=linh)
    record("decision.applied", by=linh, subject=brought)
    record("point.changed", by=linh, subject=mai.point)
    for act, said in (
        ("decision.applied", "áp dụng danh sách của một quyết định OCOP: "),
        ("point.changed", "sửa điểm hỗ trợ: "),
    ):
        pages = [look(who, viec=act) for who in (quan, thanh, provincial)]
        assert (act, [said in page for page in pages]) == (act, [True, True, False])


@pytest.mark.parametrize("who", ["thanh", "quan"])
def test_the_way_back_leads_somewhere_for_auditors_and_administrators(who, request):
    client = signed_in(request.getfixturevalue(who))
    page = client.get("/giam-sat/nhat-ky/").text
    (back,) = re.findall(r'<a class="lui" href="([^"]+)"', page)
    assert client.get(back).status_code == 200
    assert 'href="/giam-sat/"' not in page

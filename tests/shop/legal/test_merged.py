"""What stays with a merged record is read from the record that stays, by who serves that one, and in its files."""

import pytest

from catalog.merging.queries import seen_of
from catalog.merging.services import merge_producers
from common.audit.models import AuditEntry
from producers.directory.models import Membership
from producers.directory.states import Role
from shop.consignments.models import Consignment
from shop.feedback.models import Reply
from shop.legal.merged import records_of
from tests import factories
from tests.factories.complaints import complaint
from tests.people import signed_in
from tests.shop.checkout.ordering import ordered
from tests.shop.legal.opening import opened, text_of

pytestmark = pytest.mark.django_db


def merge(merged, into, by):
    merge_producers(merged, into=into, by=by, seen=seen_of(merged, into))


@pytest.fixture
def tua_chua(nua_ngam):
    """Another point of the same province."""
    return factories.point("Điểm hỗ trợ xã Tủa Chùa", "03217")


@pytest.fixture
def chien(tua_chua):
    """Officer there."""
    return factories.officer("chien", "Sùng A Chiến", tua_chua)


@pytest.fixture
def twice(tua_chua, chien):
    """Mai written down a second time at the other point."""
    return factories.producer("Lò Thị Mai (Tủa Chùa)", tua_chua, created_by=chien)


@pytest.fixture
def parcel(twice):
    """An order of two bags placed there."""
    return ordered((factories.listing("Túi vải", of=twice, stock=5), 2)).order.consignments.get()


@pytest.fixture
def said(parcel, chien):
    """What was complained of it and answered, and what was said of the point."""
    made = complaint(parcel, words="Túi bị rách ở đường may.", phone="0987654321")
    Reply.objects.create(complaint=made, by=chien, words="Đã đổi túi mới.")
    complaint(twice_of(parcel), words="Cán bộ nói nặng lời.", is_about_point=True)
    return made


def twice_of(parcel):
    return parcel.producer


@pytest.fixture
def merged(parcel, said, twice, mai, linh):
    merge(twice, mai, linh)
    return twice


def page(producer, kind=""):
    return f"/can-bo/nguoi-ban/{producer.pk}/da-gop/{kind}"


def from_words(record):
    return f"từ hồ sơ đã gộp {record.name} (số {record.pk})"


def test_before_there_is_no_such_page_and_no_link(parcel, mai, tuan):
    assert signed_in(tuan).get(page(mai)).status_code == 404
    assert "da-gop" not in signed_in(tuan).get(f"/can-bo/nguoi-ban/{mai.pk}/").text


def test_the_officer_of_the_record_that_stays_reads_orders_and_complaints(merged, parcel, said, mai, tuan):
    client = signed_in(tuan)
    assert f'href="{page(mai)}"' in client.get(f"/can-bo/nguoi-ban/{mai.pk}/").text
    orders = " ".join(client.get(page(mai)).text.split())
    assert all(words in orders for words in (parcel.number, "2 chiếc Túi vải", "Hà Nội", from_words(merged)))
    assert [word for word in ("Nguyễn Thu Hà", "0912345678", "12 phố Lò Sũ") if word in orders] == []
    told = client.get(page(mai, "?muc=khieu-nai")).text
    assert all(words in told for words in (said.number, "Túi bị rách", "Đã đổi túi mới.", from_words(merged)))
    assert [word for word in ("0987654321", "nặng lời") if word in told] == []


def test_the_closed_record_itself_opens_for_who_serves_it_alone(merged, mai, tuan, chien, tua_chua):
    sheet = f'href="/can-bo/nguoi-ban/{merged.pk}/"'
    assert sheet not in signed_in(tuan).get(page(mai)).text
    Membership.objects.create(user=tuan, role=Role.OFFICER, point=tua_chua)
    assert sheet in signed_in(tuan).get(page(mai)).text


def test_it_is_there_to_read_alone(merged, parcel, said, mai, tuan):
    client, entries = signed_in(tuan), AuditEntry.objects.count()
    assert client.post(page(mai)).status_code == 405
    assert client.get(f"/can-bo/don/{parcel.pk}/").status_code == 404
    assert client.post(f"/can-bo/don/{parcel.pk}/tra-loi/").status_code == 404
    assert (Consignment.objects.get().state, AuditEntry.objects.count()) == ("placed", entries)


@pytest.mark.parametrize("who", ["bao", "chien", "linh", "giang", "thanh", "an", "visitor"])
def test_nobody_else_reads_it_there(who, merged, mai, request):
    person = request.getfixturevalue(who)
    client = person if who == "visitor" else signed_in(person)
    assert client.get(page(mai)).status_code == (302 if who == "visitor" else 404)
    assert client.get(page(mai, "?muc=khieu-nai")).status_code == (302 if who == "visitor" else 404)


def test_the_point_of_the_closed_record_goes_on_with_its_orders(merged, parcel, chien):
    assert parcel.number in signed_in(chien).get("/can-bo/don/").text


def test_whole_file_and_file_of_the_law_have_them_marked(merged, parcel, said, mai, tuan, thanh):
    own = opened(signed_in(tuan).get(f"/can-bo/nguoi-ban/{mai.pk}/ho-so/tai/"))
    law = opened(signed_in(thanh).get(f"/giam-sat/ho-so/nguoi-ban/{mai.pk}/tai/", {"ly_do": "Công văn 12"}))
    for packed, has_contact in ((own, False), (law, True)):
        orders, complaints, money = (text_of(packed, part) for part in ("don-hang", "khieu-nai", "tien"))
        assert (parcel.number in orders, from_words(merged) in orders) == (True, True)
        assert (parcel.number in money, from_words(merged) in money) == (True, True)
        assert (said.number in complaints, from_words(merged) in complaints) == (True, True)
        assert ("0987654321" in complaints, "nặng lời" in complaints) == (has_contact, has_contact)


def test_rows_of_her_own_record_say_nothing_of_another(merged, mai, tuan):
    towel = ordered((factories.listing("Khăn piêu", of=mai, stock=5), 1)).order.consignments.get()
    rows = text_of(opened(signed_in(tuan).get(f"/can-bo/nguoi-ban/{mai.pk}/ho-so/tai/")), "don-hang/kien.csv")
    own = next(line for line in rows.splitlines() if line.startswith(towel.number))
    assert ("đã gộp" in own, "Khăn" in own) == (False, True)


def test_records_that_went_on_one_after_the_other_are_all_there(merged, mai, nua_ngam, linh, parcel):
    third = factories.producer("Mai Lò", nua_ngam)
    merge(mai, third, linh)
    assert list(records_of(third)) == [third.pk, mai.pk, merged.pk]
    assert parcel.number in signed_in(mai.created_by).get(page(third)).text


@pytest.mark.parametrize("kind", ["", "?muc=khieu-nai"])
@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_as_much_for_three_as_for_one(number, kind, twice, mai, linh, tuan, django_assert_num_queries):
    for each in range(number):
        bag = factories.listing(f"Túi {each}", of=twice, stock=5)
        complaint(ordered((bag, 1)).order.consignments.get())
    merge(twice, mai, linh)
    client = signed_in(tuan)
    client.get(page(mai, kind))
    with django_assert_num_queries(9):
        client.get(page(mai, kind))

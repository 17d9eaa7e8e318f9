"""The pages of restrictions: two ways to take a listing down, the clock, and the officer's answer."""

from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.listings.states import ListingState
from catalog.moderation.models import Restriction
from tests import factories
from tests.factories.moderation import restriction
from tests.people import signed_in

pytestmark = pytest.mark.django_db
WORDS = {"reason": "Giao chậm nhiều lần.", "source": "Quy chế của chợ, điều 7"}


def take_down(person, listing, **data):
    seen = listing.submitted_at.isoformat()
    return signed_in(person).post(f"/duyet/han-che/hang/{listing.pk}/", {"seen": seen, **data})


def test_without_a_ground_the_seller_is_told_first(linh, mai):
    scarf = factories.listing(of=mai)
    response = take_down(linh, scarf, way="bao-truoc", **WORDS)
    told = Restriction.objects.get()
    scarf.refresh_from_db()
    assert (response.headers["Location"], scarf.state) == (f"/duyet/han-che/{told.pk}/", ListingState.APPROVED)
    assert told.earliest_date == timezone.localdate() + timedelta(days=6)


def test_with_a_ground_it_goes_at_once(linh, mai):
    scarf = factories.listing(of=mai)
    response = take_down(linh, scarf, way="ngay", ground="counterfeit", reason="Nhãn giả.")
    scarf.refresh_from_db()
    assert (response.status_code, scarf.state) == (302, ListingState.CHANGES_REQUESTED)
    assert (scarf.return_reason.splitlines()[1], Restriction.objects.count()) == ("Nhãn giả.", 0)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"way": "ngay", "reason": "Nhãn giả."}, "Không có căn cứ nào đúng thì phải báo trước."),
        ({"way": "ngay", "ground": "toi-thich", "reason": "Nhãn giả."}, "toi-thich"),
        ({"way": "bao-truoc", "reason": "Giao chậm."}, "Hãy ghi quy định mà người bán không làm đúng."),
        ({"way": "bao-truoc", "source": "Quy chế"}, "Vì sao, viết cho bà con"),
    ],
)
def test_what_is_lacking_stands_at_its_field_and_nothing_changes(linh, mai, data, sentence):
    scarf = factories.listing(of=mai)
    response = take_down(linh, scarf, **data)
    scarf.refresh_from_db()
    assert (response.status_code, scarf.state, Restriction.objects.count()) == (422, ListingState.APPROVED, 0)
    assert sentence in response.content.decode()


@pytest.mark.parametrize("who", ["tuan", "giang", "thanh", "an"])
def test_nobody_else_takes_down(who, mai, request):
    scarf = factories.listing(of=mai)
    response = take_down(request.getfixturevalue(who), scarf, way="ngay", ground="counterfeit", reason="Nhãn giả.")
    scarf.refresh_from_db()
    assert (response.status_code, scarf.state) == (404, ListingState.APPROVED)


def test_the_button_comes_with_its_day(linh, mai):
    early = restriction(mai, factories.listing(of=mai))
    due = restriction(mai, factories.listing("Túi", of=mai), sent_at=timezone.now() - timedelta(days=6))
    client = signed_in(linh)
    pages = [client.get(f"/duyet/han-che/{each.pk}/").content.decode() for each in (early, due)]
    assert ["Ngừng bán từ bây giờ" in each for each in pages] == [False, True]
    response = client.post(f"/duyet/han-che/{early.pk}/lam/", {"lam": "thuc-hien"}, follow=True)
    early.refresh_from_db()
    assert (early.state, "Chưa tới ngày: sớm nhất là" in response.content.decode()) == ("sent", True)
    client.post(f"/duyet/han-che/{due.pk}/lam/", {"lam": "thuc-hien"})
    due.refresh_from_db()
    assert (due.state, due.listing.state) == ("carried_out", ListingState.SUSPENDED)


def test_an_ending_wants_a_reason(linh, mai):
    told = restriction(mai, factories.listing(of=mai))
    client = signed_in(linh)
    response = client.post(f"/duyet/han-che/{told.pk}/lam/", {"lam": "rut", "words": ""})
    assert (response.status_code, "Hãy ghi mấy lời" in response.content.decode()) == (
        422,
        True,
    )
    client.post(f"/duyet/han-che/{told.pk}/lam/", {"lam": "rut", "words": "Đã sửa."})
    told.refresh_from_db()
    assert (told.state, told.end_reason) == ("withdrawn", "Đã sửa.")


def test_all_of_a_producer_is_announced_too(linh, mai):
    response = signed_in(linh).post(f"/duyet/han-che/nguoi-ban/{mai.pk}/", WORDS)
    assert (response.status_code, Restriction.objects.get().listing) == (302, None)


def test_the_officer_reads_it_and_answers(tuan, linh, mai):
    told = restriction(mai, factories.listing(of=mai))
    client = signed_in(tuan)
    assert "Khăn thổ cẩm Lào" in client.get("/can-bo/han-che/").content.decode()
    assert client.post(f"/can-bo/han-che/{told.pk}/", {"answer": ""}).status_code == 422
    assert client.post(f"/can-bo/han-che/{told.pk}/", {"answer": "Đường sạt lở."}).status_code == 302
    assert "Đường sạt lở." in signed_in(linh).get(f"/duyet/han-che/{told.pk}/").content.decode()
    assert client.post(f"/can-bo/han-che/{told.pk}/", {"answer": "Nữa."}).status_code == 409
    told.refresh_from_db()
    assert told.answer == "Đường sạt lở."


@pytest.mark.parametrize("who", ["bao", "linh", "an"])
def test_nobody_else_answers(who, mai, request):
    told = restriction(mai, factories.listing(of=mai))
    response = signed_in(request.getfixturevalue(who)).post(f"/can-bo/han-che/{told.pk}/", {"answer": "Tôi nói."})
    told.refresh_from_db()
    assert (response.status_code, told.answer) == (404, "")


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("who", "address", "queries"), [("linh", "/duyet/han-che/", 9), ("tuan", "/can-bo/han-che/", 7)]
)
def test_lists_cost_the_same_for_one_and_three(who, address, queries, rows, mai, request, django_assert_num_queries):
    for number in range(rows):
        restriction(mai, factories.listing(f"Khăn {number}", of=mai))
    client = signed_in(request.getfixturevalue(who))
    client.get(address)
    with django_assert_num_queries(queries):
        client.get(address)


def test_tabs_hold_what_is_announced_in_force_and_ended(linh, mai):
    for title, state in (("Khăn", "sent"), ("Túi", "carried_out"), ("Chè", "lifted")):
        restriction(mai, factories.listing(title, of=mai), state=state)
    client = signed_in(linh)
    pages = [client.get(f"/duyet/han-che/?muc={tab}").content.decode() for tab in ("bao", "dang", "xong")]
    assert [[f">{title}<" in page for title in ("Khăn", "Túi", "Chè")] for page in pages] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
    ]

"""The order's page: where each parcel is, what is to pay, whom to phone; for those with the link and nobody else."""

import pytest
from django.utils import timezone

from catalog.search.models import SearchOutbox
from common.audit.queries import history_of
from shop.checkout.queries import order_shown
from shop.checkout.tracking import WAY
from shop.consignments import services as work
from shop.consignments.models import Consignment
from shop.consignments.states import ConsignmentState
from tests.factories import listing, producer
from tests.people import signed_in
from tests.shop.checkout.ordering import counted, ordered

pytestmark = pytest.mark.django_db


@pytest.fixture
def towel(mai):
    return listing("Khăn thổ cẩm", of=mai, price=250_000, stock=5, weight_grams=300)


@pytest.fixture
def purchase(towel, pao):
    """Three towels of Mai's and a honey of Páo's."""
    return ordered((towel, 3), (listing("Mật ong", of=pao, price=120_000, weight_grams=1_100), 1))


@pytest.fixture
def parcel(purchase):
    """Mai's parcel."""
    return Consignment.objects.get(number=f"{purchase.order.number}-1")


def read(client, purchase):
    return client.get(f"/don/{purchase.token}/").content.decode()


def shown(purchase):
    return order_shown(purchase.token)


def answer(parcel, number, by):
    work.answer_consignment(parcel, by=by, confirmed={parcel.lines.get().pk: number})


def test_it_tells_what_was_ordered_from_whom_and_whom_to_phone(visitor, purchase):
    page = read(visitor, purchase)
    number = purchase.order.number
    for words in (
        number,
        f"Kiện {number}-1",
        f"Kiện {number}-2",
        "Bà Lò Thị Mai",
        "Hộ Giàng A Páo",
        "Điểm hỗ trợ xã Núa Ngam",
        "0215 000 001",
        "Nguyễn Thu Hà",
        "0912 345 678",
        "12 phố Lò Sũ, Phường Hoàn Kiếm, Hà Nội",
        "931.000\xa0₫",
    ):
        assert words in page


def test_it_is_kept_by_nobody_and_its_address_is_told_to_nobody(visitor, purchase):
    response = visitor.get(f"/don/{purchase.token}/")
    assert "no-store" in response["Cache-Control"]
    assert (response["Referrer-Policy"], response["X-Robots-Tag"]) == ("no-referrer", "noindex, nofollow")
    assert '<link rel="canonical"' not in response.content.decode()
    assert not response.cookies


@pytest.mark.parametrize("cut", [slice(0, -1), slice(1, None), slice(0, 0)])
def test_a_wrong_link_shows_nothing(visitor, purchase, cut):
    token = purchase.token[cut] or "x"
    for address in (f"/don/{token}/", f"/don/{token}/huy/"):
        assert visitor.get(address).status_code == 404
    assert visitor.post(f"/don/{token}/huy/", {"parcel": f"{purchase.order.number}-1"}).status_code == 404
    assert visitor.get(f"/don/{purchase.order.number}/").status_code == 404
    assert visitor.get("/don/%00/").status_code == 404


@pytest.mark.parametrize("here", range(len(WAY)))
def test_five_dots_show_how_far_a_parcel_is(purchase, parcel, here):
    now = timezone.now()
    times = dict.fromkeys(("confirmed_at", "packed_at", "sent_at", "ended_at")[:here], now)
    Consignment.objects.filter(pk=parcel.pk).update(state=WAY[here], **times)
    steps = shown(purchase).parcels[0].steps
    assert [step.name for step in steps] == ["Đã đặt", "Bà con chuẩn bị", "Đã đóng gói", "Đang giao", "Đã nhận"]
    expected = ["xong"] * here + ["nay"] + [""] * (4 - here) if here < 4 else ["xong"] * 5
    assert [step.state for step in steps] == expected
    assert [step.at is not None for step in steps] == [number <= here for number in range(5)]


@pytest.mark.parametrize(
    ("state", "names"),
    [
        ("cancelled", ["Đã đặt", "Người mua đã huỷ"]),
        ("unfilled", ["Đã đặt", "Hết hàng"]),
        ("refused", ["Đã đặt", "Bà con chuẩn bị", "Đã đóng gói", "Đang giao", "Người mua không nhận"]),
        ("returned", ["Đã đặt", "Bà con chuẩn bị", "Đã đóng gói", "Đang giao", "Hàng đã về"]),
    ],
)
def test_a_parcel_that_ended_otherwise_shows_how_far_it_came(purchase, parcel, state, names):
    now = timezone.now()
    Consignment.objects.filter(pk=parcel.pk).update(state=state, confirmed_at=now, packed_at=now, sent_at=now)
    steps = shown(purchase).parcels[0].steps
    assert [step.name for step in steps] == names
    assert [step.state for step in steps] == ["xong"] * (len(names) - 1) + ["hong"]
    assert shown(purchase).parcels[0].due_dong == 0


def test_what_the_producer_cannot_give_corrects_the_sums(visitor, purchase, parcel, tuan):
    answer(parcel, 2, tuan)
    page = read(visitor, purchase)
    assert "Đặt 3, bà con có 2" in page
    assert "Số tiền đã tính lại" in page
    order = shown(purchase)
    assert [each.due_dong for each in order.parcels] == [528_000, 153_000]
    assert (order.goods_dong, order.fees_dong, order.due_dong) == (620_000, 61_000, 681_000)


def test_nothing_left_leaves_only_the_other_parcel_to_pay(purchase, parcel, tuan):
    answer(parcel, 0, tuan)
    assert shown(purchase).due_dong == 153_000


def test_all_there_changes_no_sum(purchase, parcel, tuan):
    answer(parcel, 3, tuan)
    assert shown(purchase).was_corrected is False


def cancel(client, purchase, number):
    return client.post(f"/don/{purchase.token}/huy/", {"parcel": number})


def test_the_buyer_cancels_one_parcel_and_the_other_comes(visitor, purchase, parcel, towel):
    assert counted(towel) == (5, 3)
    response = cancel(visitor, purchase, parcel.number)
    assert (response.status_code, response["Location"]) == (302, f"/don/{purchase.token}/")
    assert list(Consignment.objects.values_list("state", flat=True)) == ["cancelled", "placed"]
    assert counted(towel) == (5, 0)
    assert shown(purchase).due_dong == 153_000
    entry = history_of(parcel).first()
    assert (entry.action, entry.by) == ("consignment.cancelled", None)


def test_cancelling_twice_frees_the_goods_once(visitor, purchase, parcel, towel):
    cancel(visitor, purchase, parcel.number)
    assert cancel(visitor, purchase, parcel.number).status_code == 409
    assert counted(towel) == (5, 0)


def test_the_search_hears_that_cancelled_goods_can_be_had_again(visitor, mai):
    last = listing("Món cuối", of=mai, stock=1)
    purchase = ordered((last, 1))
    SearchOutbox.objects.all().delete()
    cancel(visitor, purchase, f"{purchase.order.number}-1")
    assert list(SearchOutbox.objects.values_list("key", flat=True)) == [last.product_id]


@pytest.mark.parametrize("state", [state for state in ConsignmentState if state != ConsignmentState.PLACED])
def test_once_answered_a_parcel_is_not_cancelled_on_the_page(visitor, purchase, parcel, towel, state):
    Consignment.objects.filter(pk=parcel.pk).update(state=state)
    assert f"kien={parcel.number}" not in read(visitor, purchase)
    response = cancel(visitor, purchase, parcel.number)
    assert response.status_code == 409
    assert "không huỷ trên trang được nữa" in response.content.decode()
    assert Consignment.objects.get(pk=parcel.pk).state == state
    assert counted(towel) == (5, 3)


def test_the_link_of_one_order_cancels_no_parcel_of_another(visitor, purchase, towel):
    other = ordered((towel, 1))
    assert cancel(visitor, purchase, f"{other.order.number}-1").status_code == 404
    for number in ("", "\x00", "x" * 1000):
        assert cancel(visitor, purchase, number).status_code == 404
    assert set(Consignment.objects.values_list("state", flat=True)) == {"placed"}


def test_without_javascript_a_page_asks_once_more(visitor, purchase, parcel):
    response = visitor.get(f"/don/{purchase.token}/huy/?kien={parcel.number}")
    assert f"Huỷ kiện {parcel.number}?" in response.content.decode()
    assert response["Referrer-Policy"] == "same-origin"
    assert Consignment.objects.get(pk=parcel.pk).state == "placed"


def test_a_maker_who_does_not_want_to_be_named_is_not_named_here_either(visitor, nua_ngam, tuan):
    towel = listing(of=producer("Bà Ẩn Danh", nua_ngam, consents="goods", created_by=tuan))
    assert "Ẩn Danh" not in read(visitor, ordered((towel, 1)))


def test_an_account_finds_the_same_page_in_its_orders(an, towel):
    purchase = ordered((towel, 1), user=an)
    assert f"/don/{purchase.token}/" in signed_in(an).get("/tai-khoan/don/").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_for_one_parcel_and_for_three(visitor, mai, number, django_assert_num_queries):
    goods = [(listing(f"Món {each}", of=producer(f"Bà {each}", mai.point)), 1) for each in range(number)]
    purchase = ordered(*goods)
    with django_assert_num_queries(4):
        read(visitor, purchase)

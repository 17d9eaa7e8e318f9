"""The officer's pages for consignments: what Tuấn does, and what nobody else can."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertNumQueries, assertRedirects

from shop.consignments.states import ConsignmentState
from tests.factories import listing, producer
from tests.factories.orders import consignment
from tests.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def parcel(mai, an):
    """An ordered two towels of Mai."""
    return consignment(listing("Khăn thổ cẩm Lào", of=mai, stock=5), buyer=an, quantity=2)


def line_of(parcel):
    return parcel.lines.get().pk


def post(person, name, parcel, **data):
    return signed_in(person).post(reverse(name, args=[parcel.pk]), data)


def answered(parcel, word, number=""):
    prefix = f"d{parcel.pk}"
    return {f"{prefix}-answer_{line_of(parcel)}": word, f"{prefix}-number_{line_of(parcel)}": number}


def test_the_whole_way(tuan, parcel):
    steps = [
        ("work-consignment-answer", answered(parcel, "co"), ConsignmentState.CONFIRMED),
        ("work-consignment-pack", {}, ConsignmentState.PACKED),
        ("work-consignment-send", {"carrier": "Bưu điện Núa Ngam", "tracking_no": "EE123"}, ConsignmentState.SENT),
        ("work-consignment-deliver", {}, ConsignmentState.DELIVERED),
    ]
    for name, data, reached in steps:
        assertRedirects(post(tuan, name, parcel, **data), reverse("work-consignment", args=[parcel.pk]))
        parcel.refresh_from_db()
        assert parcel.state == reached
    assert (parcel.carrier, parcel.tracking_no) == ("Bưu điện Núa Ngam", "EE123")


def test_the_history_names_both_and_the_point(tuan, parcel):
    post(tuan, "work-consignment-answer", parcel, **answered(parcel, "co"))
    page = signed_in(tuan).get(reverse("work-consignment", args=[parcel.pk])).content.decode()
    assert "Lường Văn Tuấn ghi câu trả lời của bà con thay Bà Lò Thị Mai tại Điểm hỗ trợ xã Núa Ngam." in " ".join(
        page.split()
    )


def test_some_are_left(tuan, parcel):
    post(tuan, "work-consignment-answer", parcel, **answered(parcel, "con", "1"))
    parcel.refresh_from_db()
    assert (parcel.state, parcel.goods_dong) == (ConsignmentState.CONFIRMED, 250_000)


@pytest.mark.parametrize(
    ("word", "number", "said"),
    [
        ("", "", "Hỏi bà con rồi chọn có, hết hay còn bao nhiêu."),
        ("con", "", "Viết số bà con còn."),
        ("con", "hai", "Viết bằng số, ví dụ 2."),
        ("con", "0", "Nếu không còn cái nào, chọn “Hết”."),
        ("con", "2", "Người mua chỉ đặt 2; đủ thì chọn “Có”."),
    ],
)
def test_an_unclear_answer_is_asked_again(tuan, parcel, word, number, said):
    response = post(tuan, "work-consignment-answer", parcel, **answered(parcel, word, number))
    assertContains(response, said, status_code=422)
    parcel.refresh_from_db()
    assert parcel.state == ConsignmentState.PLACED


def test_the_carrier_must_be_named(tuan, parcel):
    post(tuan, "work-consignment-answer", parcel, **answered(parcel, "co"))
    post(tuan, "work-consignment-pack", parcel)
    response = post(tuan, "work-consignment-send", parcel, tracking_no="EE123")
    assertContains(response, "Viết tên bưu cục hoặc hãng chuyển phát.", status_code=422)
    assertContains(response, 'value="EE123"', status_code=422)


def test_somebody_was_faster(tuan, parcel):
    post(tuan, "work-consignment-answer", parcel, **answered(parcel, "co"))
    response = signed_in(tuan).post(
        reverse("work-consignment-answer", args=[parcel.pk]), answered(parcel, "het"), follow=True
    )
    assertContains(response, "Đơn này vừa được người khác cập nhật")
    parcel.refresh_from_db()
    assert parcel.goods_dong == 500_000


def test_the_call_sheet_puts_those_without_a_phone_first(tuan, parcel, mai, nua_ngam):
    with_phone = producer("Chị Quàng Thị Hoa", nua_ngam, phone="0912345678")
    consignment(listing("Túi thổ cẩm", of=with_phone))
    page = signed_in(tuan).get(reverse("work-call-sheet")).content.decode()
    assert page.index(mai.name) < page.index(with_phone.name)
    assert "Không có điện thoại" in page


def test_the_packing_sheet_says_what_to_collect(tuan, parcel):
    response = signed_in(tuan).get(reverse("work-packing-sheet", args=[parcel.pk]))
    assertContains(response, "Thu hộ khi giao: 535.000\xa0₫")
    assertContains(response, "12 Hàng Bạc")


def test_the_list_finds_by_number_and_by_producer(tuan, parcel, nua_ngam):
    other = consignment(listing("Túi", of=producer("Chị Quàng Thị Hoa", nua_ngam)))
    list_url = reverse("work-consignments")
    for text in (parcel.number.lower(), "lo thi mai"):
        response = signed_in(tuan).get(list_url, {"q": text})
        assertContains(response, parcel.number)
        assertNotContains(response, other.number)


def test_another_point_and_others_see_nothing(bao, linh, an, thanh, parcel):
    assertNotContains(signed_in(bao).get(reverse("work-consignments")), parcel.number)
    for person in (linh, an, thanh):
        assert signed_in(person).get(reverse("work-consignments")).status_code == 404
        assert signed_in(person).get(reverse("work-call-sheet")).status_code == 404
    for person in (bao, linh, an, thanh):
        assert signed_in(person).get(reverse("work-consignment", args=[parcel.pk])).status_code == 404
        assert post(person, "work-consignment-answer", parcel, **answered(parcel, "het")).status_code == 404
    parcel.refresh_from_db()
    assert parcel.state == ConsignmentState.PLACED


def test_a_producer_with_her_own_login_answers_for_herself(mai, parcel, an):
    mai.partner.users.add(an)
    post(an, "work-consignment-answer", parcel, **answered(parcel, "co"))
    parcel.refresh_from_db()
    assert parcel.state == ConsignmentState.CONFIRMED


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("name", "queries"), [("work-consignments", 9), ("work-call-sheet", 7)])
def test_lists_cost_the_same_for_one_and_three(tuan, mai, nua_ngam, an, number, name, queries):
    for each in range(number):
        consignment(listing(f"Khăn {each}", of=producer(f"Nhà số {each}", nua_ngam)), buyer=an)
    client = signed_in(tuan)
    client.get(reverse(name))
    with assertNumQueries(queries):
        client.get(reverse(name))

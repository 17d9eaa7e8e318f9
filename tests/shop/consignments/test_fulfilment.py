"""From the call to the buyer's door: states, stock and sums move together."""

import pytest
from oscar.apps.partner.models import StockRecord

from common.audit.queries import history_of
from common.transitions import MoveNotAllowed
from shop.consignments import services
from shop.consignments.models import Consignment
from shop.consignments.states import MOVES, ConsignmentState
from tests.factories import listing
from tests.factories.orders import consignment

pytestmark = pytest.mark.django_db


@pytest.fixture
def towel(mai):
    """A towel of Mai's: five in the house."""
    return listing("Khăn thổ cẩm Lào", of=mai, price=250_000, stock=5)


@pytest.fixture
def parcel(towel, an):
    """An ordered three of them."""
    return consignment(towel, buyer=an, quantity=3)


def counted(of):
    """(in the house, promised) of a listing."""
    record = StockRecord.objects.get(product=of.product)
    return record.num_in_stock, record.num_allocated


def confirm(parcel, number, by):
    services.answer_consignment(parcel, by=by, confirmed={parcel.lines.get().pk: number})


def brought_to(parcel, state, by):
    """Bring the parcel to a state by the acts that lead there."""
    if state in {ConsignmentState.UNFILLED, ConsignmentState.CANCELLED}:
        if state == ConsignmentState.UNFILLED:
            confirm(parcel, 0, by)
        else:
            services.cancel_consignment(parcel, by=None)
        return
    acts = [
        (ConsignmentState.CONFIRMED, lambda: confirm(parcel, 3, by)),
        (ConsignmentState.PACKED, lambda: services.pack_consignment(parcel, by=by)),
        (ConsignmentState.SENT, lambda: services.send_consignment(parcel, by=by, carrier="Bưu điện")),
        (ConsignmentState.REFUSED, lambda: services.refuse_consignment(parcel, by=by, reason="Đi vắng")),
        (ConsignmentState.RETURNED, lambda: services.return_consignment(parcel, by=by, can_be_sold=True)),
    ]
    if state == ConsignmentState.DELIVERED:
        acts = [*acts[:3], (ConsignmentState.DELIVERED, lambda: services.deliver_consignment(parcel, by=by))]
    for reached, act in acts:
        if parcel.state == state:
            return
        act()
        assert parcel.state == reached


def test_all_there(parcel, towel, tuan):
    confirm(parcel, 3, tuan)
    parcel.refresh_from_db()
    assert (parcel.state, parcel.goods_dong, parcel.due_dong) == (ConsignmentState.CONFIRMED, 750_000, 785_000)
    assert counted(towel) == (5, 3)


def test_fewer_than_ordered_corrects_the_sum_and_the_stock(parcel, towel, tuan):
    confirm(parcel, 2, tuan)
    parcel.refresh_from_db()
    parcel.order.refresh_from_db()
    assert (parcel.state, parcel.goods_dong, parcel.due_dong) == (ConsignmentState.CONFIRMED, 500_000, 535_000)
    assert (parcel.order.total_incl_tax, parcel.order.shipping_incl_tax) == (535_000, 35_000)
    assert counted(towel) == (2, 2)


def test_none_left_ends_the_parcel_and_nothing_is_due(parcel, towel, tuan):
    confirm(parcel, 0, tuan)
    parcel.refresh_from_db()
    parcel.order.refresh_from_db()
    assert (parcel.state, parcel.due_dong, parcel.order.total_incl_tax) == (ConsignmentState.UNFILLED, 0, 0)
    assert counted(towel) == (0, 0)


def test_what_another_buyer_was_promised_stays_promised(parcel, towel, an, tuan):
    consignment(towel, buyer=an, quantity=2)
    confirm(parcel, 0, tuan)
    assert counted(towel) == (2, 2)


@pytest.mark.parametrize("number", [-1, 4])
def test_an_impossible_number_changes_nothing(parcel, towel, tuan, number):
    with pytest.raises(services.AnswerIncomplete):
        confirm(parcel, number, tuan)
    parcel.refresh_from_db()
    assert (parcel.state, parcel.lines.get().confirmed, counted(towel)) == (ConsignmentState.PLACED, None, (5, 3))


def test_a_forgotten_line_changes_nothing(parcel, tuan):
    with pytest.raises(services.AnswerIncomplete):
        services.answer_consignment(parcel, by=tuan, confirmed={})
    parcel.refresh_from_db()
    assert parcel.state == ConsignmentState.PLACED


def test_the_goods_leave_the_house_with_the_carrier(parcel, towel, tuan):
    brought_to(parcel, ConsignmentState.SENT, tuan)
    assert counted(towel) == (2, 0)


def test_delivered(parcel, towel, tuan):
    brought_to(parcel, ConsignmentState.DELIVERED, tuan)
    parcel.refresh_from_db()
    assert (parcel.due_dong, counted(towel)) == (785_000, (2, 0))
    assert parcel.ended_at is not None


def test_refused_and_back_on_sale(parcel, towel, tuan):
    brought_to(parcel, ConsignmentState.REFUSED, tuan)
    parcel.order.refresh_from_db()
    assert (parcel.due_dong, parcel.order.total_incl_tax, counted(towel)) == (0, 0, (2, 0))
    services.return_consignment(parcel, by=tuan, can_be_sold=True)
    assert counted(towel) == (5, 0)


def test_spoilt_goods_do_not_go_on_sale_again(parcel, towel, tuan):
    brought_to(parcel, ConsignmentState.REFUSED, tuan)
    services.return_consignment(parcel, by=tuan, can_be_sold=False)
    assert counted(towel) == (2, 0)


def test_a_slip_of_the_finger_is_taken_back(parcel, towel, tuan):
    brought_to(parcel, ConsignmentState.REFUSED, tuan)
    services.reopen_consignment(parcel, by=tuan)
    parcel.order.refresh_from_db()
    assert (parcel.state, parcel.due_dong, parcel.order.total_incl_tax) == (ConsignmentState.SENT, 785_000, 785_000)
    assert counted(towel) == (2, 0)


def test_packing_is_taken_back(parcel, tuan):
    brought_to(parcel, ConsignmentState.PACKED, tuan)
    services.unpack_consignment(parcel, by=tuan)
    parcel.refresh_from_db()
    assert (parcel.state, parcel.packed_at) == (ConsignmentState.CONFIRMED, None)


def test_the_buyer_cancels_and_the_goods_are_free_again(parcel, towel):
    services.cancel_consignment(parcel, by=None, reason="Đặt nhầm")
    parcel.refresh_from_db()
    assert (parcel.state, parcel.due_dong, counted(towel)) == (ConsignmentState.CANCELLED, 0, (5, 0))


def test_every_act_carries_both_names_and_the_point(parcel, tuan, mai, nua_ngam):
    brought_to(parcel, ConsignmentState.SENT, tuan)
    entries = list(history_of(parcel))
    assert [entry.action for entry in entries] == ["consignment.sent", "consignment.packed", "consignment.answered"]
    assert {(entry.by_name, entry.on_behalf_of_name, entry.at_point_name) for entry in entries} == {
        ("Lường Văn Tuấn", "Bà Lò Thị Mai", "Điểm hỗ trợ xã Núa Ngam")
    }


ACTS = {
    "answer": (lambda parcel, by: confirm(parcel, 3, by), {ConsignmentState.PLACED}),
    "cancel": (lambda parcel, by: services.cancel_consignment(parcel, by=by), {ConsignmentState.PLACED}),
    "pack": (lambda parcel, by: services.pack_consignment(parcel, by=by), {ConsignmentState.CONFIRMED}),
    "unpack": (lambda parcel, by: services.unpack_consignment(parcel, by=by), {ConsignmentState.PACKED}),
    "send": (lambda parcel, by: services.send_consignment(parcel, by=by, carrier="x"), {ConsignmentState.PACKED}),
    "deliver": (lambda parcel, by: services.deliver_consignment(parcel, by=by), {ConsignmentState.SENT}),
    "refuse": (lambda parcel, by: services.refuse_consignment(parcel, by=by, reason="x"), {ConsignmentState.SENT}),
    "reopen": (
        lambda parcel, by: services.reopen_consignment(parcel, by=by),
        {ConsignmentState.DELIVERED, ConsignmentState.REFUSED},
    ),
    "return": (
        lambda parcel, by: services.return_consignment(parcel, by=by, can_be_sold=True),
        {ConsignmentState.REFUSED},
    ),
}


@pytest.mark.whole
@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("state", list(ConsignmentState))
def test_every_act_from_every_state(parcel, towel, tuan, act, state):
    brought_to(parcel, state, tuan)
    do, allowed = ACTS[act]
    before = (counted(towel), Consignment.objects.values().get(), history_of(parcel).count())
    if state in allowed:
        do(parcel, tuan)
        parcel.refresh_from_db()
        assert parcel.state in {made.to for made in MOVES.values() if state in made.sources}
        assert history_of(parcel).count() == before[2] + 1
    else:
        with pytest.raises(MoveNotAllowed):
            do(parcel, tuan)
        assert (counted(towel), Consignment.objects.values().get(), history_of(parcel).count()) == before

"""An order is placed once, for what the buyer saw, with stock promised first; or nothing happens at all."""

from dataclasses import replace

import pytest
from oscar.apps.basket.models import Basket
from oscar.apps.order.models import Order, ShippingAddress
from oscar.apps.partner.models import StockRecord

from catalog.listings.states import ListingState, Reach
from catalog.search.models import SearchOutbox
from common.audit.models import AuditEntry
from common.audit.queries import history_of
from common.codes import READABLE
from producers.consents.models import ConsentAnswer
from shop.checkout.models import Purchase
from shop.checkout.services import SOLD_OUT, NothingToOrder, NotPlaced, place_order
from shop.consignments.models import Consignment
from tests.factories import listing, producer
from tests.shop.checkout.ordering import NOBODY, agreed, basket_with, counted, ordered

pytestmark = pytest.mark.django_db


@pytest.fixture
def towel(mai):
    return listing("Khăn thổ cẩm", of=mai, price=250_000, stock=5, weight_grams=300)


@pytest.fixture
def honey(pao):
    return listing("Mật ong", of=pao, price=120_000, stock=3, weight_grams=1_100)


def nothing_was_ordered():
    """No row of an order is there, and nothing is promised."""
    rows = [Order, Purchase, Consignment, ShippingAddress]
    entries = AuditEntry.objects.filter(action="order.placed")
    promised = StockRecord.objects.exclude(num_allocated=0)
    return not any(model.objects.exists() for model in rows) and not entries.exists() and not promised.exists()


def refused(basket_id, was_agreed, by=NOBODY):
    """The notices with which the order is refused."""
    with pytest.raises(NotPlaced) as refusal:
        place_order(basket_id, by=by, agreed=was_agreed)
    return refusal.value.notices


def test_an_order_has_its_lines_sums_and_address(towel, honey):
    purchase = ordered((towel, 2), (honey, 1), note="Gọi trước khi giao")
    order = purchase.order
    assert (order.user, order.guest_email, order.currency) == (None, "", "VND")
    assert int(order.total_incl_tax) == int(order.total_excl_tax) == 681_000
    assert int(order.shipping_incl_tax) == int(order.shipping_excl_tax) == 61_000
    columns = ("title", "quantity", "unit_price_incl_tax", "line_price_incl_tax", "num_allocated", "partner_name")
    assert list(order.lines.values_list(*columns)) == [
        ("Khăn thổ cẩm", 2, 250_000, 500_000, 2, "Bà Lò Thị Mai"),
        ("Mật ong", 1, 120_000, 120_000, 1, "Hộ Giàng A Páo"),
    ]
    address = order.shipping_address
    assert (address.first_name, address.line1, address.line3, address.line4) == (
        "Nguyễn Thu Hà",
        "12 phố Lò Sũ",
        "Phường Hoàn Kiếm",
        "Hà Nội",
    )
    assert (address.country_id, str(address.phone_number), address.notes) == (
        "VN",
        "+84912345678",
        "Gọi trước khi giao",
    )
    assert (purchase.recipient, purchase.phone, purchase.house, purchase.note, purchase.commune_id) == (
        "Nguyễn Thu Hà",
        "0912345678",
        "12 phố Lò Sũ",
        "Gọi trước khi giao",
        "00070",
    )


def test_its_stock_is_promised_and_its_basket_closed(towel):
    purchase = ordered((towel, 2))
    assert counted(towel) == (5, 2)
    basket = Basket.objects.get(pk=purchase.basket_id)
    assert (basket.status, basket.date_submitted is not None) == (Basket.SUBMITTED, True)


def test_its_number_can_be_read_aloud_and_its_link_cannot_be_guessed(towel):
    first, second = ordered((towel, 1)), ordered((towel, 1))
    assert first.order.number[:2] == "CP"
    assert len(first.order.number) == 8
    assert set(first.order.number[2:]) <= set(READABLE)
    assert len({first.order.number, second.order.number, first.token, second.token}) == 4
    assert len(first.token) >= 32
    assert str(first.basket_id) not in first.order.number


def test_it_is_in_the_audit_trail(towel, an):
    purchase = ordered((towel, 2), user=an)
    (entry,) = history_of(purchase.order)
    assert (entry.action, entry.by, entry.after) == ("order.placed", an, {"total_dong": 528_000, "parcels": 1})
    assert purchase.order.user == an


def test_the_search_hears_when_the_last_piece_goes(towel):
    ordered((towel, 4))
    assert not SearchOutbox.objects.exists()
    ordered((towel, 1))
    assert list(SearchOutbox.objects.values_list("key", flat=True)) == [towel.product_id]


def test_one_basket_becomes_one_order(towel):
    basket_id = basket_with((towel, 2))
    was_agreed = agreed(basket_id)
    first = place_order(basket_id, by=NOBODY, agreed=was_agreed)
    again = place_order(basket_id, by=NOBODY, agreed=was_agreed)
    assert first == again
    assert Order.objects.count() == 1
    assert counted(towel) == (5, 2)


def test_the_last_piece_goes_to_the_first(towel):
    mine, theirs = basket_with((towel, 3)), basket_with((towel, 3))
    was_agreed = agreed(theirs)
    place_order(mine, by=NOBODY, agreed=agreed(mine))
    assert refused(theirs, was_agreed) == [SOLD_OUT]
    assert counted(towel) == (5, 3)
    assert Order.objects.count() == 1
    assert Basket.objects.get(pk=theirs).status == Basket.OPEN


def test_a_basket_of_which_one_thing_ran_out_orders_nothing(towel, honey):
    basket_id = basket_with((towel, 1), (honey, 2))
    was_agreed = agreed(basket_id)
    StockRecord.objects.filter(product=honey.product).update(num_in_stock=1)
    assert refused(basket_id, was_agreed) == [SOLD_OUT]
    assert nothing_was_ordered()


def test_all_pieces_can_be_ordered(towel):
    assert counted(ordered((towel, 5)) and towel) == (5, 5)


def test_an_order_while_the_price_changes_is_not_placed(towel):
    basket_id = basket_with((towel, 1))
    was_agreed = agreed(basket_id)
    StockRecord.objects.update(price=270_000)
    assert refused(basket_id, was_agreed) == ["Giá Khăn thổ cẩm đã đổi: 250.000\xa0₫ → 270.000\xa0₫."]
    assert nothing_was_ordered()


def test_an_order_while_the_fee_changes_is_not_placed(towel):
    basket_id = basket_with((towel, 1))
    was_agreed = agreed(basket_id)
    towel.weight_grams = 1_600
    towel.save()
    assert refused(basket_id, was_agreed) == ["Phí giao kiện của Bà Lò Thị Mai đã đổi: 28.000\xa0₫ → 38.000\xa0₫."]
    assert nothing_was_ordered()


def test_an_order_while_the_basket_changes_elsewhere_is_not_placed(towel, honey):
    basket_id = basket_with((towel, 1))
    was_agreed = agreed(basket_id)
    basket_with((honey, 1), (towel, 1), basket_id=basket_id)
    assert refused(basket_id, was_agreed) == [
        "Khăn thổ cẩm: số lượng 1 → 2.",
        "Trong giỏ có thêm 1 Mật ong.",
        "Phí giao kiện của Hộ Giàng A Páo: 33.000\xa0₫.",
    ]
    assert nothing_was_ordered()


@pytest.mark.parametrize("seen", ["", "|", "nonsense", "x" * 5000, "1x1@1|1:1"])
def test_an_order_for_what_nobody_saw_is_not_placed(towel, seen):
    basket_id = basket_with((towel, 1))
    assert refused(basket_id, replace(agreed(basket_id), seen=seen))
    assert nothing_was_ordered()


def retire(towel):
    towel.state = ListingState.RETIRED
    towel.save()


def hide(towel):
    towel.product.is_public = False
    towel.product.save()


def withdraw(towel):
    ConsentAnswer.objects.filter(scope="goods").update(is_given=False)


@pytest.mark.parametrize("take_off_sale", [retire, hide, withdraw])
def test_what_is_no_longer_on_sale_is_not_ordered(towel, take_off_sale):
    basket_id = basket_with((towel, 1))
    was_agreed = agreed(basket_id)
    take_off_sale(towel)
    assert refused(basket_id, was_agreed) == ["Khăn thổ cẩm hiện không còn bán."]
    assert nothing_was_ordered()


def test_what_stays_in_its_province_is_not_sent_to_another(mai):
    meat = listing("Thịt trâu tươi", of=mai, reach=Reach.OWN_PROVINCE)
    basket_id = basket_with((meat, 1))
    assert refused(basket_id, agreed(basket_id)) == ["Thịt trâu tươi chỉ giao trong tỉnh Điện Biên."]
    assert nothing_was_ordered()
    assert place_order(basket_id, by=NOBODY, agreed=agreed(basket_id, "03127")).commune_id == "03127"


def test_an_empty_basket_is_not_ordered(towel):
    basket_id = basket_with((towel, 1))
    was_agreed = agreed(basket_id)
    Basket.objects.get(pk=basket_id).lines.all().delete()
    with pytest.raises(NothingToOrder):
        place_order(basket_id, by=NOBODY, agreed=was_agreed)
    assert nothing_was_ordered()


@pytest.mark.parametrize("status", [Basket.MERGED, Basket.FROZEN, Basket.SAVED])
def test_a_basket_that_is_not_open_is_not_ordered(towel, status):
    basket_id = basket_with((towel, 1))
    was_agreed = agreed(basket_id)
    Basket.objects.update(status=status)
    with pytest.raises(NothingToOrder):
        place_order(basket_id, by=NOBODY, agreed=was_agreed)
    assert nothing_was_ordered()


@pytest.mark.parametrize("number", [1, 3])
def test_parcels_and_things_cost_no_queries_of_their_own_but_their_promise(number, mai, django_assert_num_queries):
    goods = [(listing(f"Món {each}", of=producer(f"Bà {each}", mai.point)), 1) for each in range(number)]
    basket_id = basket_with(*goods)
    was_agreed = agreed(basket_id)
    ordered((listing("Món khác", of=mai), 1))
    with django_assert_num_queries(18 + number):
        place_order(basket_id, by=NOBODY, agreed=was_agreed)

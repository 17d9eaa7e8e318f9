"""What may go into a basket, how many, and what happens to it on signing in."""

import pytest
from django.contrib.auth.models import AnonymousUser
from oscar.apps.basket.models import Basket, Line
from oscar.apps.partner.models import StockRecord

from catalog.listings.states import HowSold, ListingState
from producers.consents.models import ConsentAnswer
from shop.basket.queries import goods_in, pieces_in_basket
from shop.basket.services import (
    MOST_KINDS,
    NotEnough,
    NotForSale,
    TooManyKinds,
    add_to_basket,
    change_quantity,
    take_over_guest_basket,
)
from tests.factories import listing, producer

pytestmark = pytest.mark.django_db
NOBODY = AnonymousUser()


@pytest.fixture
def towel(mai):
    return listing("Khăn thổ cẩm", of=mai, price=250_000, stock=5)


def add(of, quantity=1, user=NOBODY, basket=None):
    return add_to_basket(user=user, guest_basket_id=basket, product_id=of.product_id, quantity=quantity).basket_id


def held(basket_id):
    """(title, quantity) of everything in the basket."""
    return [(good.title, good.quantity) for good in goods_in(basket_id)]


def nothing_was_opened():
    return not Basket.objects.exists() and not Line.objects.exists()


def test_a_visitor_gets_a_basket_with_the_first_thing(towel):
    basket_id = add(towel, 2)
    assert held(basket_id) == [("Khăn thổ cẩm", 2)]
    assert Basket.objects.get().owner is None


def test_the_same_thing_once_more_is_added_up_at_the_price_of_today(towel):
    basket_id = add(towel, 2)
    StockRecord.objects.update(price=260_000)
    assert add(towel, 3, basket=basket_id) == basket_id
    (good,) = goods_in(basket_id)
    assert (good.quantity, good.price_when_added_dong, good.has_new_price) == (5, 260_000, False)


def test_no_more_than_is_free(towel):
    basket_id = add(towel, 4)
    with pytest.raises(NotEnough, match=r"^Khăn thổ cẩm: chỉ còn 5 chiếc và trong giỏ đã có 4\.$"):
        add(towel, 2, basket=basket_id)
    assert held(basket_id) == [("Khăn thổ cẩm", 4)]


def test_what_is_promised_to_others_is_not_free(towel):
    StockRecord.objects.update(num_allocated=5)
    with pytest.raises(NotEnough, match=r"^Khăn thổ cẩm: vừa hết hàng\.$"):
        add(towel)
    assert nothing_was_opened()


@pytest.mark.parametrize("how_sold", [HowSold.ON_REQUEST, HowSold.SHOWCASE])
def test_what_is_only_shown_or_asked_for_goes_into_no_basket(mai, how_sold):
    with pytest.raises(NotForSale):
        add(listing(of=mai, how_sold=how_sold))
    assert nothing_was_opened()


@pytest.mark.parametrize("state", [state for state in ListingState if state != ListingState.APPROVED])
def test_what_is_not_approved_goes_into_no_basket(mai, state):
    with pytest.raises(NotForSale):
        add(listing(of=mai, state=state))
    assert nothing_was_opened()


def test_goods_of_a_producer_who_withdrew_her_consent_go_into_no_basket(towel, django_user_model):
    ConsentAnswer.objects.filter(scope="goods").update(is_given=False)
    with pytest.raises(NotForSale):
        add(towel)
    assert nothing_was_opened()


def test_a_hidden_product_and_one_that_never_was_go_into_no_basket(towel):
    towel.product.is_public = False
    towel.product.save()
    with pytest.raises(NotForSale):
        add(towel)
    with pytest.raises(NotForSale):
        add_to_basket(user=NOBODY, guest_basket_id=None, product_id=10**6, quantity=1)
    assert nothing_was_opened()


def test_what_is_made_to_order_can_be_had_as_often_as_orders_are_taken(mai):
    loom = listing("Khung cửi", of=mai, how_sold=HowSold.TO_ORDER, stock=1)
    basket_id = add(loom)
    with pytest.raises(NotEnough):
        add(loom, basket=basket_id)


def test_a_basket_holds_so_many_different_things(mai):
    goods = [listing(f"Món {number}", of=mai) for number in range(MOST_KINDS + 1)]
    basket_id = add(goods[0])
    for good in goods[1:-1]:
        add(good, basket=basket_id)
    with pytest.raises(TooManyKinds):
        add(goods[-1], basket=basket_id)
    add(goods[0], basket=basket_id)
    assert len(held(basket_id)) == MOST_KINDS


@pytest.mark.parametrize("status", [Basket.SUBMITTED, Basket.FROZEN, Basket.MERGED])
def test_a_basket_that_is_closed_stays_as_it_is_and_a_new_one_is_opened(towel, status):
    old = add(towel)
    Basket.objects.update(status=status)
    new = add(towel, 2, basket=old)
    assert new != old
    assert (held(old), held(new)) == ([("Khăn thổ cẩm", 1)], [("Khăn thổ cẩm", 2)])


def test_a_visitors_number_opens_no_basket_of_an_account(towel, an):
    hers = add(towel, user=an)
    mine = add(towel, basket=hers)
    assert mine != hers
    assert held(hers) == [("Khăn thổ cẩm", 1)]


def test_an_account_has_one_open_basket(towel, an):
    assert add(towel, user=an) == add(towel, user=an)
    assert Basket.objects.get().owner == an


def test_the_number_can_be_changed_and_returns_what_it_was(towel):
    basket_id = add(towel, 2)
    before = change_quantity(user=NOBODY, guest_basket_id=basket_id, product_id=towel.product_id, quantity=5)
    assert (before, held(basket_id)) == (2, [("Khăn thổ cẩm", 5)])


def test_not_to_more_than_is_free(towel):
    basket_id = add(towel, 2)
    with pytest.raises(NotEnough):
        change_quantity(user=NOBODY, guest_basket_id=basket_id, product_id=towel.product_id, quantity=6)
    assert held(basket_id) == [("Khăn thổ cẩm", 2)]


def test_none_takes_it_out_even_if_it_is_not_sold_any_more(towel):
    basket_id = add(towel, 2)
    towel.state = ListingState.RETIRED
    towel.save()
    with pytest.raises(NotForSale):
        change_quantity(user=NOBODY, guest_basket_id=basket_id, product_id=towel.product_id, quantity=1)
    assert held(basket_id) == [("Khăn thổ cẩm", 2)]
    change_quantity(user=NOBODY, guest_basket_id=basket_id, product_id=towel.product_id, quantity=0)
    assert held(basket_id) == []


def test_changing_what_is_not_in_the_basket_puts_nothing_in(towel, mai):
    bag = listing("Túi", of=mai)
    basket_id = add(towel)
    assert change_quantity(user=NOBODY, guest_basket_id=basket_id, product_id=bag.product_id, quantity=3) == 0
    assert held(basket_id) == [("Khăn thổ cẩm", 1)]


def test_a_visitors_basket_becomes_the_accounts_if_it_has_none(towel, an):
    guest = add(towel, 2)
    take_over_guest_basket(an, guest)
    assert Basket.objects.get().owner == an
    assert pieces_in_basket(an, None) == 2


def test_two_baskets_are_added_up_and_nothing_is_lost(towel, mai, an):
    bag = listing("Túi", of=mai)
    mine = add(towel, 1, user=an)
    guest = add(towel, 2)
    add(bag, 3, basket=guest)
    take_over_guest_basket(an, guest)
    assert held(mine) == [("Khăn thổ cẩm", 3), ("Túi", 3)]
    assert Basket.objects.get(pk=guest).status == Basket.MERGED


def test_taking_over_twice_adds_once(towel, an):
    mine = add(towel, 1, user=an)
    guest = add(towel, 2)
    take_over_guest_basket(an, guest)
    take_over_guest_basket(an, guest)
    assert held(mine) == [("Khăn thổ cẩm", 3)]


def test_another_accounts_basket_cannot_be_taken_over(towel, an, linh):
    hers = add(towel, user=linh)
    take_over_guest_basket(an, hers)
    assert Basket.objects.get(pk=hers).owner == linh
    assert pieces_in_basket(an, None) == 0


@pytest.mark.parametrize("number", [1, 3])
def test_a_basket_is_read_in_one_query(number, mai, django_assert_num_queries):
    goods = [listing(f"Món {each}", of=producer(f"Bà {each}", mai.point)) for each in range(number)]
    basket_id = add(goods[0])
    for good in goods[1:]:
        add(good, basket=basket_id)
    with django_assert_num_queries(1):
        assert len(goods_in(basket_id)) == number

"""Goods of a suspended or restricted seller in a basket are refused by name; nothing is charged or promised."""

from datetime import timedelta

import pytest
from django.utils import timezone
from oscar.apps.basket.models import Basket
from oscar.apps.order.models import Order

from catalog.moderation.requests.services import carry_out_request
from catalog.moderation.restrictions.grounds import grounds_on
from catalog.moderation.restrictions.services import carry_out_restriction, take_down_at_once
from common.audit.models import AuditEntry
from producers.applications.services import close_producer, suspend_producer
from shop.checkout.models import Purchase
from shop.checkout.services import NotPlaced, place_order
from shop.consignments.models import Consignment
from tests.factories import listing
from tests.factories.moderation import authority_request, restriction
from tests.shop.checkout.ordering import NOBODY, agreed, basket_with, counted, form

pytestmark = pytest.mark.django_db
WHERE = "/dat-hang/"
GONE = "Khăn thổ cẩm hiện không còn bán."


@pytest.fixture
def towel(mai):
    return listing("Khăn thổ cẩm", of=mai, price=250_000, stock=5)


@pytest.fixture
def honey(pao):
    return listing("Mật ong", of=pao, price=120_000, stock=3)


def suspend(towel, linh):
    suspend_producer(towel.producer, by=linh, reason="Hàng không rõ nguồn gốc.")


def close(towel, linh):
    close_producer(towel.producer, by=towel.created_by, word="Thôi bán.")


def restrict_the_listing(towel, linh):
    sent_at = timezone.now() - timedelta(days=30)
    carry_out_restriction(restriction(towel.producer, towel, sent_at=sent_at), by=linh)


def restrict_the_seller(towel, linh):
    sent_at = timezone.now() - timedelta(days=30)
    carry_out_restriction(restriction(towel.producer, sent_at=sent_at), by=linh)


def take_down_for_an_authority(towel, linh):
    carry_out_request(authority_request(towel.producer, towel), by=linh)


def take_down_as_unlawful(towel, linh):
    ground = next(iter(grounds_on(timezone.localdate()).values()))
    take_down_at_once(towel, ground=ground, reason="Hàng giả.", by=linh, seen=towel.submitted_at)


WAYS = [
    suspend,
    close,
    restrict_the_listing,
    restrict_the_seller,
    take_down_for_an_authority,
    take_down_as_unlawful,
]


def nothing_was_ordered(towel, honey) -> bool:
    made = [model.objects.count() for model in (Order, Purchase, Consignment)]
    acts = AuditEntry.objects.filter(action="order.placed").count()
    return (made, acts, counted(towel), counted(honey)) == ([0, 0, 0], 0, (5, 0), (3, 0))


@pytest.mark.parametrize("way", WAYS)
def test_the_order_is_refused_and_the_line_named(way, towel, honey, linh):
    basket = basket_with((towel, 2), (honey, 1))
    was_agreed = agreed(basket)
    way(towel, linh)
    with pytest.raises(NotPlaced) as refusal:
        place_order(basket, by=NOBODY, agreed=was_agreed)
    assert refusal.value.notices == [GONE]
    assert nothing_was_ordered(towel, honey)
    kept = Basket.objects.get()
    assert (kept.status, [line.quantity for line in kept.lines.order_by("pk")]) == (Basket.OPEN, [2, 1])


def test_the_page_says_which_line_and_the_rest_can_be_ordered_without_it(towel, honey, linh, visitor):
    visitor.post("/gio/them/", {"product": towel.product_id, "quantity": 2})
    visitor.post("/gio/them/", {"product": honey.product_id, "quantity": 1})
    basket = Basket.objects.get().pk
    sent = form(basket, note="Gọi trước")
    suspend(towel, linh)
    refused = visitor.post(WHERE, sent)
    assert refused.status_code == 409
    assert all(words in refused.text for words in (GONE, "Nguyễn Thu Hà", "12 phố Lò Sũ", "Gọi trước"))
    assert nothing_was_ordered(towel, honey)
    fitted = visitor.post(WHERE, {**sent, "fit": f"{towel.product_id}:0"})
    assert (fitted.status_code, "Khăn thổ cẩm" in fitted.text) == (200, False)
    assert visitor.post(WHERE, form(basket)).status_code == 302
    assert (Consignment.objects.get().producer, counted(towel), counted(honey)) == (honey.producer, (5, 0), (3, 1))

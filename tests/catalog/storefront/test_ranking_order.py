"""What the page for the public says of the ranking is what a visitor finds, down to the pieces that were delivered."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.search import ranking
from shop.consignments.services import deliver_consignment
from tests import factories
from tests.factories.orders import consignment

pytestmark = pytest.mark.django_db


def said(visitor) -> list[str]:
    """What the page says outweighs what."""
    return re.findall(r"Điều \d: ([^<]+)", visitor.get("/tro-giup/xep-hang/").text)


def found(visitor, query="") -> list[str]:
    """The names of the goods in their order, as a visitor reads them."""
    return re.findall(r'the-ten"><a href="[^"]+">([^<]+)', visitor.get(f"/tim/{query}").text)


@pytest.fixture
def goods(mai, tuan):
    """Scarves that differ in one thing each that the standing counts, and fall behind in all that stand after it."""
    days_ago = {"Khăn hết": 0, "Khăn bán hai": 9, "Khăn bán một": 5, "Khăn mới": 0}
    made = {
        name: factories.listing(name, of=mai, stock=9, decided_at=timezone.now() - timedelta(days=days))
        for name, days in days_ago.items()
    }
    for name, pieces in (("Khăn hết", 5), ("Khăn bán hai", 2), ("Khăn bán một", 1)):
        deliver_consignment(consignment(made[name], quantity=pieces, state="sent"), by=tuan)
    made["Khăn hết"].product.stockrecords.update(num_in_stock=0)
    return made


def test_the_order_is_the_one_on_the_page(goods, visitor, open_stalls):
    open_stalls()
    assert said(visitor) == ["Còn hàng đứng trước hết hàng", "Bán được nhiều hơn đứng trước", "Lên chợ sau đứng trước"]
    expected = ["Khăn bán hai", "Khăn bán một", "Khăn mới", "Khăn hết"]
    assert found(visitor) == found(visitor, "?q=khan") == expected
    assert found(visitor, "?xep=ban-chay") == ["Khăn hết", *expected[:3]]


def test_another_order_stands_on_the_page_too(goods, visitor, open_stalls, monkeypatch):
    available, sold, days = ranking.STANDING
    monkeypatch.setattr(ranking, "STANDING", (sold, days, available))
    open_stalls()
    assert said(visitor) == ["Bán được nhiều hơn đứng trước", "Lên chợ sau đứng trước", "Còn hàng đứng trước hết hàng"]
    assert found(visitor) == ["Khăn hết", "Khăn bán hai", "Khăn bán một", "Khăn mới"]

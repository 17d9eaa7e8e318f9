"""Looking through a long queue for one level of risk: so many at a time, each once, none passed over."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.approvals.queue import looking
from catalog.approvals.queue.looking import key_of
from catalog.listings.models import Listing
from catalog.listings.states import ListingState
from tests import factories
from tests.factories.identity import identity_check
from tests.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def _short(monkeypatch):
    """Six are read for a page, three at once."""
    monkeypatch.setattr(looking, "AT_ONCE", 3)
    monkeypatch.setattr(looking, "MOST", 6)


@pytest.fixture
def queue(mai):
    """Nine scarves, three sent in each moment, and a change; every second scarf is spirits, which are of high risk."""
    identity_check(mai)
    factories.change(factories.listing("Khăn đang bán", of=mai), state="submitted", title="Khăn mới")
    now = timezone.now()
    for at in range(9):
        spirits = {"product_set_no": 14, "how_sold": "showcase"} if at % 2 else {}
        listing = factories.listing(f"Món {at}", of=mai, state=ListingState.SUBMITTED, **spirits)
        Listing.objects.filter(pk=listing.pk).update(submitted_at=now - timedelta(days=9 - at // 3))


def walk(person, risk):
    """What each page shows, from link to link."""
    client, address, pages = signed_in(person), f"?rui-ro={risk}", []
    while address:
        page = client.get(f"/duyet/{address}").text
        pages.append(re.findall(r"/duyet/(?:sua-doi/)?\d+/\">(.*?)</a>", page))
        onward = re.search(r'href="(\?[^"]*tu=[^"]*)"', page)
        address = onward[1].replace("&amp;", "&") if onward else ""
    return pages


@pytest.mark.usefixtures("_short", "queue")
def test_each_page_reads_so_many_and_together_they_read_all(linh):
    assert walk(linh, "cao") == [["Món 1", "Món 3", "Món 5"], ["Món 7"]]
    assert walk(linh, "thap") == [["Món 0", "Món 2", "Món 4"], ["Món 6", "Món 8", "Khăn đang bán"]]


@pytest.mark.usefixtures("_short", "queue")
def test_a_page_without_any_says_so_and_leads_on(linh):
    Listing.objects.filter(product__title__in=["Món 1", "Món 3", "Món 5"]).update(product_set_no=22)
    page = signed_in(linh).get("/duyet/?rui-ro=cao").text
    assert "6 việc chờ lâu nhất vừa xem không có việc nào như vậy." in page
    assert walk(linh, "cao") == [[], ["Món 7"]]


@pytest.mark.usefixtures("_short", "queue")
def test_what_is_decided_in_between_lets_nothing_be_passed_over(linh):
    page = signed_in(linh).get("/duyet/?rui-ro=cao").text
    onward = re.search(r'href="(\?[^"]*tu=[^"]*)"', page)[1].replace("&amp;", "&")
    Listing.objects.filter(product__title__in=["Món 1", "Món 3", "Món 5"]).update(state="approved")
    assert "Món 7</a>" in signed_in(linh).get(f"/duyet/{onward}").text


@pytest.mark.parametrize(
    "mark", ["", "moi.1", "moi.1@gestern", "xx.1@2026-11-26T08:00:00+07:00", "moi.1@2026-11-26T08:00:00", "moi.a@", "@"]
)
def test_a_mark_that_is_none_of_ours_begins_at_the_beginning(mark, waiting, linh):
    assert key_of(mark) is None
    assert "Khăn thổ cẩm Lào</a>" in signed_in(linh).get("/duyet/", {"rui-ro": "vua", "tu": mark}).text

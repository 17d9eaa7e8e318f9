"""What the rounds do by themselves: ask, wait, and let rest; never where the point had no chance."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from catalog.freshness.queries import goods_to_ask_about
from catalog.freshness.services import ask_again, note_answered, pause_unconfirmed
from catalog.listings.models import Listing
from catalog.listings.states import HowSold, ListingState
from catalog.search.models import SearchOutbox
from common.audit.models import AuditEntry
from producers.directory.models import Producer
from producers.notices.models import Notice
from tests import factories
from tests.catalog.freshness.conftest import days_ago

pytestmark = pytest.mark.django_db


def at(days: int) -> datetime:
    """So many days from now, at noon."""
    return days_ago(-days)


def round_trip(days: int) -> tuple[int, int]:
    """One round on that day: how many were asked, how many rest."""
    return ask_again(at=at(days)), pause_unconfirmed(at=at(days))


def states() -> dict[str, str]:
    return {str(each): each.state for each in Listing.objects.order_by("pk")}


def test_it_is_asked_about_after_fourteen_days_and_rests_after_seven_more(old, mai, nua_ngam):
    scarf = old(0)
    assert [round_trip(day) for day in range(23)] == [(0, 0)] * 14 + [(1, 0)] + [(0, 0)] * 7 + [(0, 1)]
    scarf.refresh_from_db()
    assert (scarf.state, scarf.paused_because, scarf.product.is_public) == ("paused", "not_confirmed", False)
    assert SearchOutbox.objects.filter(key=scarf.product_id).exists()
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by, entry.by_name) == ("listing.paused", None, "Hệ thống")
    assert (entry.on_behalf_of_id, entry.reason) == (mai.pk, "Lâu chưa hỏi lại giá và số lượng")
    notice = Notice.objects.get()
    assert (notice.point, notice.producer, notice.url) == (nua_ngam, mai, f"/can-bo/con-dung/{mai.pk}/")
    assert notice.text == (
        "Bà Lò Thị Mai: Khăn thổ cẩm Lào tạm nghỉ bán vì lâu chưa hỏi lại giá và số lượng. Hỏi được thì bán tiếp ngay."
    )


def test_a_second_round_does_nothing_more(old):
    old(0)
    round_trip(14)
    assert round_trip(22) == (0, 1)
    assert round_trip(22) == (0, 0)
    assert (Notice.objects.count(), AuditEntry.objects.count()) == (1, 1)


def test_one_notice_tells_all_goods_of_a_producer(old):
    for name in ("Khăn", "Túi", "Gối", "Váy"):
        old(0, name)
    round_trip(14)
    assert round_trip(22) == (0, 4)
    assert Notice.objects.get().text.startswith("Bà Lò Thị Mai: Khăn, Túi, Gối và 1 món khác tạm nghỉ bán")


def test_nothing_rests_before_the_point_had_its_days(old):
    old(300)
    assert round_trip(0) == (1, 0)
    assert [round_trip(day) for day in range(1, 9)] == [(0, 0)] * 7 + [(0, 1)]


def test_a_listing_approved_yesterday_stays(mai):
    listing = factories.listing(of=mai, confirmed_at=days_ago(1))
    Listing.objects.filter(pk=listing.pk).update(submitted_at=days_ago(60))
    assert round_trip(0) == (0, 0)
    assert states() == {"Khăn thổ cẩm Lào": "approved"}


@pytest.mark.parametrize(
    ("fields", "ask", "more"),
    [
        ({"how_sold": HowSold.STOCK, "months": list(range(1, 13))}, 14, 7),
        ({"how_sold": HowSold.STOCK, "months": [10, 11]}, 7, 7),
        ({"how_sold": HowSold.TO_ORDER, "months": [10, 11]}, 30, 14),
        ({"how_sold": HowSold.ON_REQUEST}, 60, 30),
        ({"how_sold": HowSold.STOCK, "stock": 0, "months": [10, 11]}, 60, 30),
        ({"how_sold": HowSold.TO_ORDER, "stock": 0}, 60, 30),
    ],
)
def test_each_kind_of_goods_has_its_own_days(old, fields, ask, more):
    old(0, **fields)
    assert round_trip(ask - 1) == (0, 0)
    assert round_trip(ask) == (1, 0)
    assert round_trip(ask + more) == (0, 0)
    assert round_trip(ask + more + 1) == (0, 1)


def test_what_is_only_shown_is_never_asked_about(old):
    old(1000, how_sold=HowSold.SHOWCASE)
    assert round_trip(0) == (0, 0)
    assert round_trip(90) == (0, 0)


@pytest.mark.parametrize("state", [each for each in ListingState if each != ListingState.APPROVED])
def test_what_is_not_on_sale_is_left_alone(old, state):
    old(300, state=state)
    assert round_trip(0) == (0, 0)
    assert round_trip(30) == (0, 0)
    assert states() == {"Khăn thổ cẩm Lào": state}


def test_a_word_in_between_starts_all_anew(old):
    scarf = old(0)
    round_trip(14)
    Listing.objects.filter(pk=scarf.pk).update(confirmed_at=at(20))
    assert round_trip(22) == (0, 0)
    assert round_trip(34) == (1, 0)
    assert round_trip(41) == (0, 0)
    assert round_trip(42) == (0, 1)


@pytest.mark.parametrize("moved", ["she", "the thing"])
def test_a_point_that_takes_over_has_all_of_its_days(old, moved, bao, pao, sin_ho):
    scarf = old(0)
    round_trip(14)
    if moved == "she":
        Producer.objects.filter(pk=scarf.producer_id).update(point=sin_ho)
    else:
        Listing.objects.update(producer=pao)
    holder = Producer.objects.get(listings=scarf)
    assert goods_to_ask_about(holder, bao, on=at(21).date())[0].last_day == at(28).date()
    assert [round_trip(day) for day in range(21, 30)] == [(1, 0)] + [(0, 0)] * 7 + [(0, 1)]
    assert Notice.objects.get().point == sin_ho


def test_another_number_in_the_rules_is_heard(old, set_rule):
    old(4)
    set_rule("freshness.stock_ask_days", 3)
    set_rule("freshness.stock_pause_days", 1)
    assert round_trip(0) == (1, 0)
    assert round_trip(2) == (0, 1)


def test_midnight_in_vietnam_decides(old):
    scarf = old(0)
    midnight = timezone.localtime(at(14)).replace(hour=0)
    assert ask_again(at=midnight - timedelta(seconds=1)) == 0
    assert ask_again(at=midnight) == 1
    rests = midnight + timedelta(days=8)
    assert pause_unconfirmed(at=rests - timedelta(seconds=1)) == 0
    assert pause_unconfirmed(at=rests) == 1
    scarf.refresh_from_db()
    assert scarf.state == "paused"


def test_an_answer_to_an_order_is_a_word_on_its_goods_alone(old):
    scarf, bag = old(30), old(30, "Túi")
    resting = old(30, "Gối", state=ListingState.PAUSED)
    note_answered([scarf.product_id, resting.product_id])
    confirmed = {str(each): each.confirmed_at > days_ago(1) for each in Listing.objects.all()}
    assert confirmed == {"Khăn thổ cẩm Lào": True, "Túi": False, "Gối": False}
    assert bag.confirmed_at == days_ago(30)


def test_the_form_of_the_listing_is_not_disturbed(old):
    scarf = old(30)
    version = scarf.version
    ask_again(at=at(0))
    note_answered([scarf.product_id])
    scarf.refresh_from_db()
    assert scarf.version == version

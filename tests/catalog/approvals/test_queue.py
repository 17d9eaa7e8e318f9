"""The approver's queue and page: own province only, oldest first, age and risk in sight."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from catalog.approvals.queries import MEDIANS, listings_awaiting_review, median_prices
from catalog.listings.models import Listing
from catalog.listings.states import ListingState
from tests import factories
from tests.factories.identity import identity_check
from tests.people import signed_in

pytestmark = pytest.mark.django_db


def look(person, address: str = "/duyet/") -> str:
    response = signed_in(person).get(address)
    assert response.status_code == 200
    return response.content.decode()


def sent(title: str, of, days_ago: int = 0, **fields) -> Listing:
    listing = factories.listing(title, of, state=ListingState.SUBMITTED, **fields)
    Listing.objects.filter(pk=listing.pk).update(submitted_at=timezone.now() - timedelta(days=days_ago))
    listing.refresh_from_db()
    return listing


def test_who_waits_longest_stands_first_and_says_how_long(mai, linh):
    sent("Khăn mới", mai)
    sent("Khăn cũ", mai, days_ago=9)
    page = look(linh)
    assert page.index("Khăn cũ</a>") < page.index("Khăn mới</a>")
    assert "9 ngày, quá hạn" in page
    assert "0 phút" in page


def test_only_what_waits_in_the_own_province_is_there(mai, pao, linh, giang):
    ours, theirs = sent("Khăn", mai), sent("Chè", pao)
    for state in set(ListingState) - {ListingState.SUBMITTED, ListingState.IN_REVIEW}:
        factories.listing("Khác", mai, state=state)
    assert list(listings_awaiting_review(linh)) == [ours]
    assert list(listings_awaiting_review(giang)) == [theirs]
    assert "Khác" not in look(linh)


@pytest.mark.parametrize("who", ["tuan", "an", "thanh", "quan"])
def test_who_approves_nothing_has_no_queue_and_no_page(who, waiting, request):
    client = signed_in(request.getfixturevalue(who))
    assert client.get("/duyet/").status_code == 404
    assert client.get(f"/duyet/{waiting.pk}/").status_code == 404


def test_a_former_approver_has_none_either(waiting, linh):
    linh.memberships.update(ended_at=timezone.now())
    assert signed_in(linh).get("/duyet/").status_code == 404
    assert signed_in(linh).get(f"/duyet/{waiting.pk}/").status_code == 404


def test_an_approver_of_another_province_does_not_see_the_page(waiting, giang):
    assert signed_in(giang).get(f"/duyet/{waiting.pk}/").status_code == 404


def test_risk_is_shown_and_filtered_by(mai, linh):
    factories.listing("Khăn xưa", mai)
    sent("Khăn", mai)
    sent("Rượu ngô", mai, product_set_no=14, how_sold="showcase")
    page = look(linh)
    assert "Rủi ro cao" in page
    assert "Rượu, đồ uống có cồn: xem giấy phép của người bán" in page
    assert "Khăn</a>" not in look(linh, "/duyet/?rui-ro=cao")
    assert "Rượu ngô</a>" not in look(linh, "/duyet/?rui-ro=thap")
    assert "Rượu ngô</a>" in look(linh, "/duyet/?rui-ro=cao")


def test_communes_are_counted_and_filtered_by(mai, linh):
    elsewhere = factories.producer("Hộ Vàng A Dơ", mai.point, commune=factories.commune("03217"))
    sent("Khăn", mai)
    sent("Mật ong", elsewhere)
    page = look(linh)
    assert '<option value="03358">Núa Ngam (1)</option>' in page
    assert '<option value="03217">Tủa Chùa (1)</option>' in page
    page = look(linh, "/duyet/?xa=03217")
    assert "Mật ong</a>" in page
    assert "Khăn</a>" not in page


def test_of_the_overdue_only_the_overdue_are_counted_by_commune(mai, linh):
    sent("Khăn", mai)
    assert "Núa Ngam (1)" in look(linh)
    assert "Núa Ngam (1)" not in look(linh, "/duyet/?qua-han=1")


def test_both_filters_together_may_find_nothing(mai, linh):
    sent("Khăn", mai)
    assert "Không có hàng nào như vậy" in look(linh, "/duyet/?xa=03358&rui-ro=cao")


def test_an_empty_queue_says_so(linh):
    assert "Không còn gì chờ duyệt" in look(linh)


@pytest.mark.parametrize(("query", "queries"), [("", 17), ("?rui-ro=thap", 15)])
@pytest.mark.parametrize("number", [1, 3])
def test_the_queue_asks_as_much_for_three_as_for_one(number, query, queries, mai, linh, django_assert_num_queries):
    factories.listing("Khăn xưa", mai)
    for each in range(number):
        listing = sent(f"Khăn {each}", mai)
        factories.add_photo(listing, each, size=(200, 200))
        factories.certificate(listing, verified=False)
    median_prices()
    client = signed_in(linh)
    with django_assert_num_queries(queries):
        client.get(f"/duyet/{query}")


def test_long_queues_have_pages(mai, linh):
    identity_check(mai)
    for number in range(21):
        sent(f"Khăn {number}", mai, days_ago=30 - number)
    assert look(linh).count('class="ho-so-mot"') == 20
    assert "Khăn 20</a>" in look(linh, "/duyet/?trang=2")
    page = look(linh, "/duyet/?rui-ro=thap")
    assert (page.count('class="ho-so-mot"'), "Thấy 20 trong 20 việc vừa xem" in page) == (20, True)


def test_the_middle_price_needs_five_prices_and_is_kept_an_hour(mai, settings):
    for number, price in enumerate([10, 20, 30, 40]):
        factories.listing(f"Khăn {number}", mai, price=price)
    assert median_prices() == {}
    cache.delete(MEDIANS)
    factories.listing("Khăn", mai, price=1000)
    assert median_prices() == {22: 30}
    factories.listing("Khăn", mai, price=2000)
    assert median_prices() == {22: 30}


def test_the_page_shows_all_that_an_approver_needs(waiting, mai, linh):
    mai.bank_account = "0123456789"
    mai.phone = "0912345678"
    mai.save()
    factories.certificate(waiting, verified=False)
    page = look(linh, f"/duyet/{waiting.pk}/")
    for needed in (
        "Khăn thổ cẩm Lào",
        "Cô dâu dệt tấm khăn này",
        "bản Na Sang 1, Xã Núa Ngam, Điện Biên",
        "Điểm hỗ trợ xã Núa Ngam",
        "Bản 2, đọc bằng",
        "người làm chứng Lò Văn Chứng",
        "Lường Văn Tuấn ghi lúc",
        "Điểm hỗ trợ đăng bán hàng thay",
        "chưa đối chiếu",
        "VD-01/QĐ-UBND",
        "Tôi đã đối chiếu quyết định",
        "Hàng đầu tiên của người bán này.",
        "Lường Văn Tuấn gửi",
    ):
        assert needed in page, needed
    assert "0123456789" not in page


def test_the_page_of_ones_own_listing_offers_no_approval(waiting, linh):
    Listing.objects.update(submitted_by=linh)
    page = look(linh, f"/duyet/{waiting.pk}/")
    assert "người khác phải duyệt" in page
    assert 'value="duyet"' not in page
    assert 'value="tra-lai"' in page


@pytest.mark.parametrize(
    ("state", "buttons"),
    [("submitted", {"duyet", "tra-lai"}), ("approved", set()), ("changes_requested", set()), ("retired", set())],
)
def test_the_page_offers_what_the_state_allows(state, buttons, mai, linh):
    listing = factories.listing(of=mai, state=state)
    page = look(linh, f"/duyet/{listing.pk}/")
    assert {word for word in ("duyet", "tra-lai") if f'value="{word}"' in page} == buttons


def test_what_is_on_sale_leads_to_the_pages_that_keep_the_sellers_days(mai, linh):
    listing = factories.listing(of=mai)
    page = look(linh, f"/duyet/{listing.pk}/")
    assert f'href="/duyet/han-che/hang/{listing.pk}/"' in page
    assert f'href="/duyet/yeu-cau/them/{mai.pk}/?hang={listing.pk}"' in page


def test_html_in_a_listing_stays_letters_before_the_approver(mai, linh):
    script = "<script>alert(1)</script>"
    listing = sent(script, mai, story=script, description=script, details=[[script, script]])
    for address in ("/duyet/", f"/duyet/{listing.pk}/"):
        assert script not in look(linh, address)


def test_a_decision_leads_back_to_the_queue_and_is_told_there(waiting, linh):
    client = signed_in(linh)
    data = {"quyet-dinh": "duyet", "seen": waiting.submitted_at.isoformat()}
    response = client.post(f"/duyet/{waiting.pk}/quyet-dinh/", data, follow=True)
    assert response.redirect_chain == [("/duyet/", 302)]
    assert "Khăn thổ cẩm Lào: Đã duyệt. Hàng lên chợ ngay." in response.content.decode()

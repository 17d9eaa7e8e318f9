"""A product's page: what it shows, how it can be bought, what it costs to make."""

import json
import re

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from catalog.listings.states import HowSold, ListingState, Reach
from catalog.stories.models import Voice
from producers.consents.models import ConsentAnswer
from tests import factories


@pytest.fixture
def scarf(mai):
    """Mai's scarf, five in stock."""
    return factories.listing("Khăn thổ cẩm Lào", of=mai, price=250_000, stock=5, photos=2)


def address(listing):
    return f"/hang/{listing.product_id}/khan-tho-cam-lao/"


def page_of(client, listing, query=""):
    response = client.get(address(listing) + query)
    assert response.status_code == 200
    return re.sub(r"[ \n]+", " ", response.text)


def test_the_page_shows_the_goods_and_the_maker(visitor, scarf):
    page = page_of(visitor, scarf)
    assert "<h1>Khăn thổ cẩm Lào</h1>" in page
    assert "250.000\u00a0₫" in page
    assert "Còn 5 chiếc" in page
    assert "Cô dâu dệt tấm khăn này trước ngày cưới." in page
    assert "Bà Lò Thị Mai" in page


def test_it_can_be_laid_in_the_basket_without_javascript(visitor, scarf):
    form = re.search(r'<form[^>]*id="mua".*?</form>', page_of(visitor, scarf), re.DOTALL)[0]
    assert 'action="/gio/them/"' in form
    assert f'name="product" value="{scarf.product_id}"' in form
    assert 'name="quantity"' in form
    assert 'max="5"' in form
    assert 'name="buy_now"' in form


def test_a_wrong_name_in_the_address_leads_to_the_right_one(visitor, scarf):
    response = visitor.get(f"/hang/{scarf.product_id}/ten-cu/")
    assert (response.status_code, response["Location"]) == (301, address(scarf))


@pytest.mark.parametrize("state", [state for state in ListingState if state not in ("approved", "paused")])
def test_what_is_not_on_sale_is_not_there(visitor, mai, state):
    listing = factories.listing("Khăn thổ cẩm Lào", of=mai, state=state)
    assert visitor.get(address(listing)).status_code == 404


def test_what_never_was_is_not_there(visitor, db):
    assert visitor.get("/hang/4711/khan/").status_code == 404


def test_without_consent_to_sale_it_is_gone_at_once(visitor, scarf):
    page_of(visitor, scarf)
    ConsentAnswer.objects.filter(scope="goods").update(withdrawn_at=timezone.now())
    assert visitor.get(address(scarf)).status_code == 404


def test_a_withdrawn_name_a_new_price_and_a_sold_piece_show_at_once(visitor, scarf):
    page_of(visitor, scarf)
    ConsentAnswer.objects.filter(scope="name_and_picture").update(withdrawn_at=timezone.now())
    scarf.product.stockrecords.update(price=260_000, num_allocated=2)
    page = page_of(visitor, scarf)
    assert "Mai" not in page
    assert "Hộ sản xuất ở xã Núa Ngam" in page
    assert "260.000\u00a0₫" in page
    assert "Còn 3 chiếc" in page


@pytest.mark.parametrize("how_sold", [HowSold.ON_REQUEST, HowSold.SHOWCASE])
def test_what_is_not_sold_here_shows_the_phone_of_the_point(visitor, mai, how_sold):
    page = page_of(visitor, factories.listing("Khăn thổ cẩm Lào", of=mai, how_sold=how_sold))
    assert 'id="mua"' not in page
    assert 'href="tel:0215000001"' in page
    assert '"offers"' not in page


def test_what_is_sold_out_cannot_be_laid_in_the_basket(visitor, mai):
    page = page_of(visitor, factories.listing("Khăn thổ cẩm Lào", of=mai, stock=0))
    assert 'id="mua"' not in page
    assert "Hết hàng" in page


def test_html_in_a_story_is_shown_as_typed(visitor, mai):
    listing = factories.listing("Khăn thổ cẩm Lào", of=mai, story="<img src=x onerror=alert(1)>\n\nHết.")
    page = page_of(visitor, listing)
    assert "<img src=x" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_the_fee_is_that_to_the_province_asked_for(visitor, scarf):
    at_home = page_of(visitor, scarf, "?den=11")
    assert "Giao tới <b>Điện Biên</b>: <b>22.000\u00a0₫</b>" in at_home
    far = page_of(visitor, scarf, "?den=48")
    assert "Giao tới <b>Đà Nẵng</b>: <b>35.000\u00a0₫</b>" in far
    assert '<option value="48" selected>Đà Nẵng</option>' in far
    usual = page_of(visitor, scarf, "?den=99")
    assert "Giao tới <b>Hà Nội</b>: <b>28.000\u00a0₫</b>" in usual


def test_goods_for_the_own_province_are_not_quoted_elsewhere(visitor, mai):
    listing = factories.listing("Khăn thổ cẩm Lào", of=mai, reach=Reach.OWN_PROVINCE)
    assert "Chưa giao tới Hà Nội." in page_of(visitor, listing)
    assert "22.000\u00a0₫" in page_of(visitor, listing, "?den=11")


def test_expired_stars_are_told_and_not_shown(visitor, scarf):
    factories.certificate(scarf, issued=timezone.localdate().replace(year=2020, day=1))
    page = page_of(visitor, scarf)
    assert "Hết hiệu lực sau ngày" in page
    assert 'class="ocop"' not in page


def test_search_engines_of_the_web_read_the_price(visitor, scarf, settings):
    raw = re.search(r'<script type="application/ld\+json">(.*?)</script>', page_of(visitor, scarf), re.DOTALL)[1]
    facts = json.loads(raw)
    assert facts["offers"]["price"] == 250_000
    assert facts["offers"]["availability"] == "https://schema.org/InStock"
    assert facts["offers"]["url"] == settings.PUBLIC_ADDRESS + address(scarf)


def test_a_title_cannot_break_out_of_the_data(visitor, mai):
    listing = factories.listing("</script><b>Khăn", of=mai)
    page = visitor.get(f"/hang/{listing.product_id}/script-b-khan/").text
    assert "</script><b>" not in page
    assert "\\u003C/script\\u003E" in page


def test_neighbours_come_from_the_same_commune(visitor, scarf, mai, pao, open_stalls):
    factories.listing("Túi thổ cẩm", of=mai)
    factories.listing("Trà Sà Dề Phìn", of=pao)
    open_stalls()
    page = page_of(visitor, scarf)
    strip = page.partition("Cùng xã Núa Ngam")[2]
    assert "Túi thổ cẩm" in strip
    assert "Trà Sà Dề Phìn" not in strip


def test_the_page_stands_without_the_search(visitor, scarf, stalls, settings):
    stalls.reset()
    (settings.SEARCH_DIR).rename(settings.SEARCH_DIR.with_name("gone"))
    page_of(visitor, scarf)


@pytest.mark.parametrize("photos", [1, 3])
def test_the_page_takes_four_queries(visitor, mai, tuan, photos, open_stalls, django_assert_num_queries):
    listing = factories.listing("Khăn thổ cẩm Lào", of=mai, photos=photos)
    factories.certificate(listing)
    factories.consent(mai, "goods", "name_and_picture", "voice", by=tuan)
    voice = Voice(story=listing.product.story, language="vi", seconds=28)
    voice.opus.save("ke.webm", ContentFile(b"opus"), save=False)
    voice.compatible.save("ke.mp3", ContentFile(b"mp3"), save=True)
    open_stalls()
    with django_assert_num_queries(4):
        page_of(visitor, listing)
    with django_assert_num_queries(4):
        page_of(visitor, listing)

"""Pages that are kept: for whom, how long, and never another person's."""

import gzip
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from catalog.listings.models import Listing
from tests import factories
from tests.people import signed_in


@pytest.fixture
def scarf(mai, open_stalls) -> Listing:
    """Mai's scarf on the stalls."""
    listing = factories.listing(of=mai)
    open_stalls()
    return listing


PAGES = ["/", "/nhom/", "/nhom/thu-cong/", "/tim/?q=khan", "/nguoi-ban/", "/xa/", "/xa/03358/nua-ngam/", "/tro-giup/"]


@pytest.mark.parametrize("address", [*PAGES, "product"])
def test_a_visitor_gets_no_cookie_and_no_session(visitor, scarf, address):
    address = f"/hang/{scarf.product_id}/khan-tho-cam-lao/" if address == "product" else address
    for _ in range(2):
        response = visitor.get(address)
        assert response.status_code == 200
        assert not response.cookies
        assert "session" not in vars(response.wsgi_request) or not response.wsgi_request.session.accessed
        assert response["Cache-Control"] == "public, no-cache"
        assert set(response["Vary"].split(", ")) == {"Cookie", "Accept-Encoding"}


@pytest.mark.parametrize("address", PAGES)
def test_an_unchanged_page_costs_a_browser_nothing(visitor, scarf, address):
    first = visitor.get(address)
    again = visitor.get(address, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert again["ETag"] == first["ETag"]


def test_packed_and_plain_are_the_same_page(visitor, scarf):
    plain = visitor.get("/")
    packed = visitor.get("/", headers={"accept-encoding": "gzip, br"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 2


def test_what_is_new_on_the_stalls_is_seen_at_once(visitor, scarf, mai, open_stalls):
    assert "Túi mới dệt" not in visitor.get("/tim/").text
    factories.listing("Túi mới dệt", of=mai)
    open_stalls()
    assert "Túi mới dệt" in visitor.get("/tim/").text


def test_badges_end_at_midnight_without_anybody_doing_anything(visitor, mai, open_stalls, monkeypatch):
    listing = factories.listing(of=mai)
    today = timezone.localdate()
    factories.certificate(listing, issued=today - timedelta(days=30), expires_date=today)
    open_stalls()
    assert 'class="ocop"' in visitor.get("/tim/").text
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: today + timedelta(days=1))
    assert 'class="ocop"' not in visitor.get("/tim/").text
    assert "Hết hiệu lực sau ngày" in visitor.get(f"/hang/{listing.product_id}/khan-tho-cam-lao/").text


def test_parameters_nobody_knows_neither_show_nor_count(visitor, scarf, django_assert_num_queries):
    first = visitor.get("/tim/?q=khan&utm_source=x")
    assert "utm_source" not in first.text
    with django_assert_num_queries(1):  # what waits to be told to the search
        assert visitor.get("/tim/?fbclid=1&q=khan").content == first.content


@pytest.mark.parametrize("address", ["/", "product"])
def test_nobody_can_write_on_a_kept_page(visitor, scarf, address):
    address = f"/hang/{scarf.product_id}/khan-tho-cam-lao/" if address == "product" else address
    visitor.get(f"{address}?q=Mua+ở+nơi+khác")
    assert "Mua ở nơi khác" not in visitor.get(address).text


def test_a_person_with_a_cookie_has_pages_of_her_own(an, scarf):
    client = signed_in(an)
    response = client.get("/")
    assert response["Cache-Control"] == "private, no-cache"
    assert "ETag" not in response


def test_what_one_basket_shows_is_never_shown_to_another(visitor, scarf):
    buyer = Client(headers={"sec-fetch-site": "same-origin"})
    buyer.post("/gio/them/", {"product": scarf.product_id, "quantity": 3})
    assert '<span class="so">3' in buyer.get("/").text
    assert '<span class="so">' not in visitor.get("/").text
    assert '<span class="so">3' in buyer.get("/").text


def test_head_is_answered_and_posts_are_not(visitor, scarf):
    assert visitor.head("/").status_code == 200
    assert visitor.post("/").status_code == 405


def test_without_the_search_lists_are_calm(visitor, scarf, settings):
    settings.SEARCH_DIR.rename(settings.SEARCH_DIR.with_name("gone"))
    response = visitor.get("/tim/?q=khan")
    assert response.status_code == 503
    assert response["Retry-After"] == "60"
    assert response["Cache-Control"] == "no-store"
    assert "1800 0000" in response.text
    assert visitor.get("/nguoi-ban/?tinh=11").status_code == 200

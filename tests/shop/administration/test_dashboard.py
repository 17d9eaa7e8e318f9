"""Oscar's dashboard works for administrators, and its shop pages are gone."""

import pytest
from django.urls import NoReverseMatch, reverse

from tests.architecture.routes import ADMIN_ROUTES
from tests.factories import listing
from tests.factories.orders import consignment
from tests.people import signed_in

pytestmark = pytest.mark.django_db

ASKS_FOR_INPUT = {"quan-tri/login/", "quan-tri/logout/", "quan-tri/he-thong/login/", "quan-tri/he-thong/logout/"}
WITHOUT_A_PAGE = {
    "quan-tri/he-thong/autocomplete/": 403,
    "quan-tri/catalogue/products/bulk-action/": 403,
    "quan-tri/catalogue/products/create/": 403,
}
PAGES = [
    route
    for route in ADMIN_ROUTES
    if route not in ASKS_FOR_INPUT and "/xem/" not in route and not set("<(") & set(route)
]


@pytest.mark.whole
def test_every_page_opens_for_an_administrator(quan, mai):
    listing("Khăn thổ cẩm", of=mai)
    client = signed_in(quan)
    answers = {route: client.get("/" + route).status_code for route in PAGES}
    assert answers == {route: WITHOUT_A_PAGE.get(route, 200) for route in PAGES}


def test_an_order_opens(quan, mai, an):
    sent = consignment(listing("Khăn thổ cẩm", of=mai), buyer=an)
    response = signed_in(quan).get(reverse("dashboard:order-detail", args=[sent.order.number]))
    assert response.status_code == 200
    assert sent.order.number in response.content.decode()


def test_it_asks_nothing_of_other_sites(quan):
    page = signed_in(quan).get("/quan-tri/").content.decode()
    assert "googleapis" not in page
    assert "google-analytics" not in page
    assert 'src="http' not in page


def test_the_product_link_leads_to_our_page(quan, mai):
    product = listing("Khăn thổ cẩm Lào", of=mai).product
    response = signed_in(quan).get(product.get_absolute_url())
    assert response.headers["Location"] == f"/hang/{product.pk}/khan-tho-cam-lao/"


@pytest.mark.parametrize(
    "path",
    ["/catalogue/", "/basket/", "/checkout/", "/accounts/", "/search/", "/offers/", "/dashboard/", "/wishlists/"],
)
def test_no_page_of_the_default_theme_is_left(path, visitor):
    assert visitor.get(path).status_code == 404


@pytest.mark.parametrize("name", ["basket:summary", "checkout:index", "search:search", "voucher:list"])
def test_oscars_shop_names_are_gone(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)

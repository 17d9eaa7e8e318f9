"""What every page knows: the basket's number is there when it is asked for, and costs nothing otherwise."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

from shop.basket.cookie import keep
from shop.context import market
from tests.factories import listing
from tests.people import signed_in
from tests.shop.checkout.ordering import basket_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def towel(mai):
    return listing("Khăn thổ cẩm", of=mai)


def test_a_visitor_without_a_cookie_costs_no_query_and_no_session(rf: RequestFactory, django_assert_num_queries):
    request = rf.get("/")  # has neither session nor user: reading either would fail
    with django_assert_num_queries(0):
        assert market(request)["basket_count"]() == 0


def test_a_visitors_basket_costs_one_query_when_a_page_asks(rf: RequestFactory, towel, django_assert_num_queries):
    response = HttpResponse()
    keep(response, basket_with((towel, 2)))
    request = rf.get("/")
    request.COOKIES["gio"] = response.cookies["gio"].value
    with django_assert_num_queries(0):
        context = market(request)
    with django_assert_num_queries(1):
        assert [context["basket_count"](), context["basket_count"]()] == [2, 2]


def test_an_accounts_basket_is_counted(an, towel):
    basket_with((towel, 3), user=an)
    assert '<span class="so">3<span class="an"> món</span></span>' in signed_in(an).get("/gio/").content.decode()


def test_somebody_signed_out_is_a_visitor(rf: RequestFactory):
    request = rf.get("/")
    request.user = AnonymousUser()
    request.COOKIES["sessionid"] = "spent"
    assert market(request)["basket_count"]() == 0

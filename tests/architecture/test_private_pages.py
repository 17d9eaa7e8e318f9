"""What a page leaves behind: a person's own pages nowhere, and a visitor's look no cookie."""

import pytest

from tests.architecture.routes import BUYER_ROUTES, STAFF_ROUTES, address
from tests.people import signed_in

pytestmark = pytest.mark.whole
OWN = ("tai-khoan/", "loi-moi/", "don/", "dat-hang/", "gio/", "phan-anh/")
OWN_ROUTES = [route for route in BUYER_ROUTES if route.startswith(OWN)]


def kept_by_caches(client, routes, values):
    """The routes whose answers a cache between here and the reader might keep; errors say nothing of anybody."""
    found = []
    for route in routes:
        response = client.get(address(route, values(route)))
        parts = {part.strip() for part in response.headers.get("Cache-Control", "").split(",")}
        if response.status_code < 400 and not {"no-store", "private"} <= parts:
            found.append((route, response.status_code))
    return found


def test_there_are_pages_for_one_person_only():
    assert len(OWN_ROUTES) >= 15


def test_no_cache_keeps_a_page_of_one_person(values, an):
    assert kept_by_caches(signed_in(an), OWN_ROUTES, values) == []


def test_no_cache_keeps_what_a_visitor_is_told_there(values, visitor):
    assert kept_by_caches(visitor, OWN_ROUTES, values) == []


def test_no_cache_keeps_a_page_of_people_at_work(values, tuan, linh):
    assert kept_by_caches(signed_in(tuan), STAFF_ROUTES, values) == []
    assert kept_by_caches(signed_in(linh), STAFF_ROUTES, values) == []


def test_looking_leaves_no_cookie(values, visitor):
    for route in BUYER_ROUTES:
        visitor.get(address(route, values(route)))
        assert (route, dict(visitor.cookies)) == (route, {})

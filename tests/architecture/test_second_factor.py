"""The whole URL table with the second proof asked for: pages of work want it, pages for buyers look at nobody."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.architecture.routes import ADMIN_ROUTES, BUYER_ROUTES, STAFF_ROUTES, address
from tests.people import signed_in

pytestmark = pytest.mark.whole
PROOF = "/tai-khoan/hai-lop/"


@pytest.fixture(autouse=True)
def _asked(settings):
    settings.SECOND_FACTOR = True


def not_asked(client, routes, values):
    """The routes that answer somebody who has not given the proof with anything else than the question for it."""
    return [
        (route, method)
        for route in routes
        for method in ("get", "post")
        if not getattr(client, method)(address(route, values(route))).headers.get("Location", "").startswith(PROOF)
    ]


@pytest.mark.parametrize("who", ["tuan", "linh", "thanh", "quan"])
def test_every_page_of_work_asks_for_the_proof(who, values, request):
    assert not_asked(signed_in(request.getfixturevalue(who)), [*STAFF_ROUTES, *ADMIN_ROUTES], values) == []


def test_a_visitor_is_sent_to_sign_in_first(values, visitor):
    for route in STAFF_ROUTES:
        assert visitor.get(address(route, values(route))).headers["Location"].startswith("/tai-khoan/vao/")


def test_pages_for_buyers_ask_nobody(values, tuan):
    proof = [route for route in BUYER_ROUTES if address(route, values(route)).startswith(PROOF)]
    others = [route for route in BUYER_ROUTES if route not in proof]
    assert len(not_asked(signed_in(tuan), others, values)) == 2 * len(others)


def test_pages_for_visitors_look_no_session_up(values, visitor):
    with CaptureQueriesContext(connection) as queries:
        for route in BUYER_ROUTES:
            visitor.get(address(route, values(route)))
    assert [query for query in queries.captured_queries if "django_session" in query["sql"]] == []

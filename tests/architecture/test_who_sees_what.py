"""Read the whole URL table: every page is of a known kind, and nobody gets or changes another's."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from tests.architecture.routes import ADMIN_ROUTES, STAFF_ROUTES, TABLE, address, kinds_of
from tests.factories import user
from tests.people import signed_in

pytestmark = pytest.mark.whole
NOTHING = {403, 404, 405}
SIGN_IN = "/tai-khoan/vao/"
READS = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK")
# Where the dashboard's links lead those who may not see it: the shop and the way in, never a page of the dashboard.
OUTSIDE = ("/", "/tai-khoan/", "/quan-tri/he-thong/")

OF_ONE = [route for route in STAFF_ROUTES if "<" in route]
LISTS = [route for route in STAFF_ROUTES if "<" not in route]


@pytest.fixture
def ask(values: Any) -> Callable[..., dict[tuple[str, str], Any]]:
    """Ask for every route and return the answers that are not as expected; writing anything is an answer too."""

    def ask(
        client: Client, asked: Iterable[str], is_expected: Callable[[Any], bool], methods: str = "get post"
    ) -> dict[tuple[str, str], Any]:
        wrong = {}
        for route in asked:
            for method in methods.split():
                with writing() as written:
                    response = getattr(client, method)(address(route, values(route)))
                if written or not is_expected(response):
                    wrong[method, route] = (response.status_code, response.headers.get("Location"), written)
        return wrong

    return ask


@contextmanager
def writing() -> Iterator[list[str]]:
    """The statements that changed the database meanwhile."""
    written: list[str] = []

    def note(execute: Any, sql: str, *args: Any) -> Any:
        if not sql.lstrip().upper().startswith(READS):
            written.append(sql)
        return execute(sql, *args)

    with connection.execute_wrapper(note):
        yield written


def is_nothing(response: Any) -> bool:
    return response.status_code in NOTHING


def is_the_way_in(response: Any) -> bool:
    return response.status_code == 302 and response.headers["Location"].split("?")[0] == SIGN_IN


def with_login(producer: Any, username: str) -> Any:
    """The producer's own login."""
    login = user(username, producer.name)
    producer.partner.users.add(login)
    return login


def test_every_route_is_of_exactly_one_kind():
    assert [(route, kinds_of(route)) for route, _ in TABLE if len(kinds_of(route)) != 1] == []


def test_the_table_is_read_whole():
    assert len(STAFF_ROUTES) >= 30
    assert len(ADMIN_ROUTES) >= 40


def test_staff_pages_and_they_alone_are_marked_as_such():
    marked = {route for route, view in TABLE if getattr(view, "is_staff_page", False)}
    assert marked == set(STAFF_ROUTES)


def test_what_is_asked_for_is_there(values, tuan):
    """The routes of one row name real rows: their own officer gets pages."""
    opened = [
        route
        for route in OF_ONE
        if route.startswith("can-bo/") and signed_in(tuan).get(address(route, values(route))).status_code == 200
    ]
    assert len(opened) >= 12


def test_a_visitor_is_sent_to_sign_in(ask, visitor):
    assert ask(visitor, STAFF_ROUTES, is_the_way_in) == {}


def test_a_buyer_gets_nothing(ask, an):
    assert ask(signed_in(an), STAFF_ROUTES, is_nothing) == {}


def test_an_officer_of_another_point_gets_nothing(ask, bao):
    assert ask(signed_in(bao), OF_ONE, is_nothing) == {}


def test_another_producer_with_a_login_gets_nothing(ask, pao):
    assert ask(signed_in(with_login(pao, "pao")), OF_ONE, is_nothing) == {}


@pytest.mark.parametrize("who", ["bao", "giang"])
def test_lists_show_people_of_another_place_nothing_of_ours(ask, who, request):
    def shows_nothing_of_ours(response: Any) -> bool:
        page = response.content.decode()
        return not any(word in page for word in ("Lò Thị Mai", "Khăn", "Hoài An"))

    assert ask(signed_in(request.getfixturevalue(who)), LISTS, shows_nothing_of_ours, "get") == {}


def test_an_approver_of_another_province_gets_nothing_to_approve(ask, giang):
    assert ask(signed_in(giang), OF_ONE, is_nothing) == {}


@pytest.mark.parametrize("who", ["tuan", "mai"])
def test_who_makes_listings_approves_none(ask, who, request):
    person = request.getfixturevalue(who)
    approval = [route for route in STAFF_ROUTES if route.startswith(("duyet/", "giam-sat/"))]
    assert ask(signed_in(with_login(person, "mai") if who == "mai" else person), approval, is_nothing) == {}


def test_an_auditor_changes_nothing(ask, thanh):
    assert ask(signed_in(thanh), STAFF_ROUTES, is_nothing, "post") == {}


def test_an_approver_does_no_officers_work(ask, linh):
    officers = [route for route in STAFF_ROUTES if route.startswith("can-bo/")]
    assert ask(signed_in(linh), officers, is_nothing, "post") == {}


@pytest.mark.parametrize("who", ["tuan", "linh", "thanh", "mai", "an", "visitor"])
def test_the_dashboard_is_for_administrators_alone(ask, who, request):
    def is_outside(response: Any) -> bool:
        if response.status_code != 302:
            return is_nothing(response)
        to = response.headers["Location"].split("?")[0]
        return to in OUTSIDE or to.startswith((SIGN_IN, "/hang/")) or to.endswith("/login/")

    person = request.getfixturevalue(who)
    if who == "mai":
        person = with_login(person, "mai")
    client = person if isinstance(person, Client) else signed_in(person)
    stays_signed_in = [route for route in ADMIN_ROUTES if not route.endswith("logout/")]
    assert ask(client, stays_signed_in, is_outside) == {}

"""Read the whole URL table: nobody gets another's page, and every page is of a known kind."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.people import signed_in

STAFF_PREFIXES = ("can-bo/", "duyet/", "giam-sat/")
ADMIN_PREFIX = "quan-tri/"


def routes(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every route as text, with its view."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry, route)
        elif isinstance(entry, URLPattern):
            yield route, entry.callback


def address(route: str, values: dict[str, Any]) -> str:
    """A route with its parameters filled in."""
    plain = re.sub(r"[\^$\\]", "", route)
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda match: str(values[match.group(1)]), plain)


STAFF_ROUTES = [route for route, _ in routes() if route.startswith(STAFF_PREFIXES)]
ADMIN_ROUTES = [
    route for route, _ in routes() if route.startswith(ADMIN_PREFIX) and "<" not in route and "(" not in route
]


@pytest.fixture
def nua_ngams(mai, tuan, an):
    """Parameters that name Mai's producer page, listing and consignment."""
    from tests.factories import consignment, listing

    theirs = listing(of=mai)
    sent = consignment(theirs, buyer=an)
    return {"producer": mai.pk, "listing": theirs.pk, "consignment": sent.pk, "pk": None, "scope": "voice"}


def parameters(route: str, rows: dict[str, Any]) -> dict[str, Any]:
    """What `pk` means on that route."""
    kind = "producer" if "nguoi-ban" in route else "consignment" if "don/" in route else "listing"
    return {**rows, "pk": rows[kind]}


def answers(client: Client, where: str) -> set[int]:
    """What GET and POST answer there."""
    return {client.get(where).status_code, client.post(where).status_code}


def test_the_table_holds_staff_pages():
    assert len(STAFF_ROUTES) >= 20


@pytest.mark.parametrize("route", STAFF_ROUTES)
def test_a_visitor_is_sent_to_sign_in(route, nua_ngams, visitor):
    where = address(route, parameters(route, nua_ngams))
    response = visitor.get(where)
    assert (response.status_code, response.headers["Location"].split("?")[0]) == (302, "/tai-khoan/vao/")
    assert visitor.post(where).status_code == 302


@pytest.mark.parametrize("route", STAFF_ROUTES)
def test_a_buyer_gets_nothing(route, nua_ngams, an):
    assert answers(signed_in(an), address(route, parameters(route, nua_ngams))) <= {403, 404, 405}


@pytest.mark.parametrize("route", [route for route in STAFF_ROUTES if "<" in route])
def test_an_officer_of_another_point_gets_nothing(route, nua_ngams, bao):
    assert answers(signed_in(bao), address(route, parameters(route, nua_ngams))) <= {403, 404, 405}


@pytest.mark.parametrize("route", [route for route in STAFF_ROUTES if "<" not in route])
def test_lists_show_an_officer_of_another_point_nothing_of_ours(route, nua_ngams, bao, mai):
    response = signed_in(bao).get(address(route, {}))
    assert mai.name not in response.content.decode()


@pytest.mark.parametrize("route", [route for route in STAFF_ROUTES if route.startswith("duyet/")])
def test_an_approver_of_another_province_and_an_officer_get_nothing_to_approve(
    route, nua_ngams, giang, tuan, mai
):
    where = address(route, parameters(route, nua_ngams))
    for person in (giang, tuan):
        response = signed_in(person).get(where)
        assert response.status_code in {403, 404, 405} or mai.name not in response.content.decode()
        assert signed_in(person).post(where).status_code in {403, 404, 405}


@pytest.mark.parametrize("route", ADMIN_ROUTES)
@pytest.mark.parametrize("who", ["tuan", "linh", "an", "thanh"])
def test_the_dashboard_is_for_administrators_alone(route, who, request):
    person = request.getfixturevalue(who)
    response = signed_in(person).get("/" + route)
    assert response.status_code in {302, 403, 404}
    if response.status_code == 302:
        assert "/vao/" in response.headers["Location"] or "/login/" in response.headers["Location"]

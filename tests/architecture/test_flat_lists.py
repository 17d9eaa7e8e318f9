"""Every list asks the database as often for three of everything as for one."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from shop.bench.measure import counted
from tests.architecture.crowd import add_to_crowd
from tests.architecture.routes import STAFF, TABLE, address
from tests.people import signed_in

pytestmark = pytest.mark.whole

OF_PEOPLE_AT_WORK = [address(route, {}) for route, _ in TABLE if "<" not in route and route.startswith(STAFF)]
OTHERS = ["/nguoi-ban/", "/nguoi-ban/?tinh=11", "/ocop/", "/ocop/tai-ve.csv", "/diem-ho-tro/"]
OF_ADMINISTRATORS = [f"/quan-tri/{part}/" for part in ("diem-ho-tro", "nguoi-ban", "nguoi-lam", "loi-doc")]

AT_LEAST = {"tuan": 25, "linh": 17, "thanh": 15, "quan": 26, "chu": 9}


def asked(client: Client) -> dict[str, int]:
    """How many queries each list that this person has takes, once it is known what is asked only once."""
    taken = {}
    for path in [*OF_PEOPLE_AT_WORK, *OTHERS, *OF_ADMINISTRATORS]:
        if client.get(path).status_code == 200:
            cache.clear()
            with counted() as queries:
                response = client.get(path)
                if response.streaming:
                    response.getvalue()
            taken[path] = len(queries)
    return taken


def test_three_of_everything_take_no_more_queries_than_one(
    nua_ngam: Any, tuan: Any, linh: Any, thanh: Any, quan: Any, chu: Any, an: Any
) -> None:
    def add() -> None:
        add_to_crowd(nua_ngam, officer=tuan, helper=chu, administrator=quan, buyer=an)

    clients = {person.username: signed_in(person) for person in (tuan, linh, thanh, quan, chu)}
    add()
    one = {name: asked(client) for name, client in clients.items()}
    add()
    add()
    three = {name: asked(client) for name, client in clients.items()}
    more = {(name, path): (one[name][path], number) for name in one for path, number in three[name].items()}
    assert {where: both for where, both in more.items() if both[0] != both[1]} == {}
    assert all(len(one[name]) >= pages for name, pages in AT_LEAST.items())

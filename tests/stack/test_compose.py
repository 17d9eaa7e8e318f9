"""The web and worker of docker-compose.yml, with exactly its environment, against the servers that .ci/run started."""

import os
import subprocess
import sys
from dataclasses import dataclass
from urllib.parse import quote_plus

import pytest

from tests.stack.compose import (
    ROOT,
    command_of,
    drop_database,
    environment_of,
    host_and_port,
    make_image,
    own_database,
)
from tests.stack.gate import Gate
from tests.stack.processes import HOST, Process, ask, eventually, free_port, is_open, started

pytestmark = pytest.mark.stack
# As the web server in front of the market asks.
FROM_THE_PROXY = {"Host": "cho.example", "X_Forwarded_Proto": "https"}
WRITE = """
import django; django.setup()
from django.db import transaction
from tests import factories
from catalog.search.outbox import mark_changed
with transaction.atomic():
    point = factories.point()
    officer = factories.officer({name!r}, "Lường Văn Tuấn", point)
    maker = factories.producer("Bà Lò Thị Mai", point, created_by=officer)
    mark_changed([factories.listing({title!r}, of=maker).product_id])
"""


@dataclass
class Market:
    """The running market."""

    web: Process
    worker: Process
    port: int
    gate: Gate
    environment: dict[str, str]

    def list(self, title: str, name: str) -> None:
        """Write a listing and its mark for the search into the market's database."""
        code = WRITE.format(title=title, name=name)
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=self.environment, check=True)

    def finds(self, title: str) -> bool:
        """Whether a buyer who searches finds it."""
        found = ask(self.port, f"/tim/?q={quote_plus(title)}", **FROM_THE_PROXY)
        return found.status == 200 and title in found.text


def address_of(name: str) -> str:
    """The address of a server of .ci/run."""
    if not os.environ.get(name):
        pytest.fail(f"{name} is not set: .ci/run starts the servers")
    return os.environ[name]


@pytest.fixture(scope="module")
def market(tmp_path_factory):
    """Everything that `docker compose up` starts but the servers themselves."""
    folder = tmp_path_factory.mktemp("compose")
    database, redis = address_of("TEST_DATABASE_URL"), address_of("TEST_REDIS_URL")
    gate, port = Gate(address_of("TEST_SEARCH_URL")), free_port()
    gate.open()
    places = {
        "postgres:5432": own_database(database),
        "redis:6379": host_and_port(redis),
        "elasticsearch:9200": gate.place,
        "0.0.0.0:8000": f"{HOST}:{port}",
    }
    image = make_image(folder)
    environments = {
        service: environment_of(service, places=places, media=folder / "media")
        for service in ("migrate", "web", "worker")
    }
    subprocess.run(command_of("migrate"), cwd=image, env=environments["migrate"], check=True)

    def service(name):
        return started(command_of(name), cwd=image, environment=environments[name], log=folder / f"{name}.log")

    try:
        with service("web") as web, service("worker") as worker:
            yield Market(web, worker, port, gate, environments["web"])
    finally:
        gate.shut()
        drop_database(database)


def test_the_market_answers_buyers_who_come_through_the_proxy(market):
    assert eventually(lambda: ask(market.port, "/", **FROM_THE_PROXY).status == 200, seconds=60), market.web.said()
    home = ask(market.port, "/", **FROM_THE_PROXY)
    assert "Chợ Phiên" in home.text
    assert home.headers["strict-transport-security"] == "max-age=31536000; includeSubDomains; preload"
    assert "set-cookie" not in home.headers


def test_others_are_led_to_https_or_refused(market):
    plain = ask(market.port, "/tim/", Host="cho.example")
    assert (plain.status, plain.headers["location"]) == (301, "https://cho.example/tim/")
    assert ask(market.port, "/", Host="evil.example", X_Forwarded_Proto="https").status == 400


def test_static_files_are_served_from_the_image(market):
    home = ask(market.port, "/", **FROM_THE_PROXY).text
    sheet = next(part.split('"')[0] for part in home.split('href="') if part.startswith("/tinh/css/"))
    served = ask(market.port, sheet, Accept_Encoding="identity", **FROM_THE_PROXY)
    assert served.status == 200
    assert "immutable" in served.headers["cache-control"]


def test_a_new_listing_is_found(market):
    market.list("Khau cút Núa Ngam", "tuan")
    assert eventually(lambda: market.finds("Khau cút Núa Ngam"), seconds=30), market.worker.said()


def test_a_stopped_engine_loses_nothing_and_the_worker_catches_up(market):
    market.gate.shut()
    market.list("Mật ong bạc hà", "son")
    assert eventually(lambda: "waiting" in market.worker.said(), seconds=30), market.worker.said()
    away = ask(market.port, "/tim/?q=mat+ong", **FROM_THE_PROXY)
    assert away.status == 503
    assert "Traceback" not in away.text
    assert market.worker.code is None
    market.gate.open()
    assert eventually(lambda: market.finds("Mật ong bạc hà"), seconds=90), market.worker.said()
    assert market.finds("Khau cút Núa Ngam")


def test_both_stop_cleanly_when_told_to(market):
    assert (market.web.stop(), market.worker.stop()) == (0, 0)
    assert not is_open(market.port)
    assert "Traceback" not in market.web.said() + market.worker.said()

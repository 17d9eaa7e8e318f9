"""`make run` on a clean tree: prepared once, seconds the second time, nothing half-made, nothing left running."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.stack.processes import HOST, ask, descendants, eventually, free_port, is_open, started

pytestmark = pytest.mark.stack
ROOT = Path(__file__).resolve().parents[2]
FIRST_START, SECOND_START = 90, 20


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """What a newcomer gets from version control."""
    folder = tmp_path_factory.mktemp("clone")
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    return folder


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    """Where that market keeps its data."""
    return tmp_path_factory.mktemp("market") / "var"


@pytest.fixture
def serving(clone, var, tmp_path):
    """Start `make run` there, as the Makefile does."""

    def serving(*arguments):
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("TEST_", "DJANGO_"))}
        command = [sys.executable, "-m", "shop.serving", *arguments]
        log = tmp_path / f"{time.monotonic_ns()}.log"
        return started(command, cwd=clone, environment={**environment, "VAR_DIR": str(var)}, log=log)

    return serving


def test_killed_half_way_it_begins_anew_and_serves(serving, var):
    with serving("--port", str(free_port())) as first:
        assert eventually(lambda: "demo market" in first.said(), seconds=FIRST_START), first.said()
        first.kill_all()
    assert not (var / "cho-phien.sqlite3").exists()
    port = free_port()
    with serving("--port", str(port)) as second:
        assert eventually(lambda: "Stop with Ctrl+C" in second.said(), seconds=FIRST_START), second.said()
        assert f"http://{HOST}:{port}" in second.said()
        assert re.search(r"the password cho-phien:\n.*tuan .*cán bộ điểm hỗ trợ", second.said(), re.DOTALL)
        assert not list(var.glob("*.unfinished*"))
        product = re.search(r'href="(/hang/\d+/[\w-]+/)"', ask(port, "/").text)
        assert product
        assert ask(port, product.group(1)).status == 200
        assert second.stop() == 0
    assert "Traceback" not in second.said()
    assert not is_open(port)


def test_the_second_start_takes_seconds_and_keeps_the_data(serving):
    port = free_port()
    with serving("--port", str(port)) as first:
        assert eventually(lambda: ask(port, "/").status == 200, seconds=SECOND_START), first.said()
        product = _a_product(port)
        kept = ask(port, "/gio/them/", body=f"product={product}&quantity=1", Sec_Fetch_Site="same-origin")
        cookie = kept.headers["set-cookie"].split(";")[0]
        assert first.stop(signal.SIGINT) == 0
    with serving("--port", str(port)) as second:
        began = time.monotonic()
        assert eventually(lambda: ask(port, "/").status == 200, seconds=SECOND_START), second.said()
        took = time.monotonic() - began
        assert "Preparing" not in second.said()
        assert f'href="/hang/{product}/' in ask(port, "/gio/", Cookie=cookie).text
        assert second.stop() == 0
    assert took < SECOND_START


def _a_product(port):
    """The number of a product that can be bought, from its page."""
    for path in re.findall(r'href="(/hang/\d+/[\w-]+/)"', ask(port, "/").text):
        found = re.search(r'name="product"\s+value="(\d+)"', ask(port, path).text)
        if found:
            return found.group(1)
    raise AssertionError("nothing can be bought")


def test_only_what_is_missing_is_prepared_again(serving, var):
    shutil.rmtree(var / "static")
    port = free_port()
    with serving("--port", str(port)) as market:
        assert eventually(lambda: ask(port, "/").status == 200, seconds=SECOND_START), market.said()
        assert market.said().startswith("[1/1] Preparing the pages' files ...\nPrepared in ")
        assert market.stop() == 0


def test_when_one_process_dies_the_other_stops_too(serving):
    port = free_port()
    with serving("--port", str(port)) as market:
        assert eventually(lambda: "Stop with Ctrl+C" in market.said(), seconds=SECOND_START), market.said()
        os.kill(_child(market, "index_search"), signal.SIGKILL)
        assert eventually(lambda: market.code is not None, seconds=20)
        assert market.code == 1
        assert "The search indexer ended by itself (code -9), so the market stops." in market.said()
    assert not is_open(port)


def _child(market, word):
    """The process that the market started with that word on its command line."""
    return next(pid for pid in descendants(market.pid) if word in Path(f"/proc/{pid}/cmdline").read_text())


def test_a_running_market_is_left_alone(serving):
    port = free_port()
    with serving("--port", str(port)) as market:
        assert eventually(lambda: is_open(port), seconds=SECOND_START), market.said()
        for arguments in (["--reset"], ["--port", str(free_port())]):
            with serving(*arguments) as other:
                assert eventually(lambda: other.code is not None, seconds=20)
                assert other.code == 1
                assert other.said() == f"This market runs already, at http://{HOST}:{port}; stop it there first.\n"
        assert ask(port, "/").status == 200
        assert market.stop() == 0


def test_a_port_in_use_gets_one_clear_line(serving):
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with serving("--port", str(port)) as refused:
            assert eventually(lambda: refused.code is not None, seconds=20)
            assert refused.code == 1
            assert refused.said() == (
                f"Cannot listen on port {port} (Address already in use); try another one: make run PORT=8001\n"
            )


def test_a_reset_removes_the_data_and_says_so(serving, var):
    with serving("--reset") as reset:
        assert eventually(lambda: reset.code is not None, seconds=20)
        assert (reset.code, reset.said()) == (0, "The demo data is gone; `make run` starts anew.\n")
    assert not [path.name for path in var.iterdir() if path.name not in {"running", "secret-key", "static"}]


def test_a_wrong_python_gets_one_clear_line(tmp_path):
    old = tmp_path / "python3.8"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    for name in ("Makefile", "requirements.txt"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    for wrong in (str(old), "python-that-is-not-there"):
        command = ["make", "--no-print-directory", "run", f"PYTHON={wrong}"]
        told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert told.returncode != 0
        assert told.stdout == "Chợ Phiên needs Python 3.11 or newer; try: make run PYTHON=python3.11\n"
        assert not (tmp_path / ".venv").exists()

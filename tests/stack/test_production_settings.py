"""Production's settings: safe by Django's own check, one line for what is missing, each variable explained once."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
NEEDED = {
    "SECRET_KEY": "a-long-text-for-tests-only-5f0c4f5e7a8b9d1c2e3f4a5b6c7d8e9f",
    "ALLOWED_HOSTS": "cho.example",
    "PUBLIC_ADDRESS": "https://cho.example",
    "DATABASE_URL": "postgres://market:secret@127.0.0.1:1/market",
    "CACHE_URL": "redis://127.0.0.1:1/0",
}
READ = re.compile(r"""(?:\benv\.\w+|os\.environ\.get)\(\s*"([A-Z_]+)\"""")
EXPLAINED = re.compile(r"^(?:# )?([A-Z_]+)=", re.MULTILINE)
SETTINGS = [ROOT / "shop/settings" / name for name in ("base.py", "local.py", "production.py")]

pytestmark = pytest.mark.stack
without_own_settings = pytest.mark.skipif(
    (ROOT / ".env").exists(), reason="the .env of this clone gives what is left out"
)


def manage(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a management command with production's settings and nothing else in the environment."""
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "shop.settings.production", **variables}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_djangos_own_check_for_production_warns_of_nothing():
    checked = manage("check", "--deploy", "--fail-level", "WARNING", **NEEDED)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_a_weak_secret_is_told():
    assert "security.W009" in manage("check", "--deploy", **{**NEEDED, "SECRET_KEY": "short"}).stderr


@without_own_settings
@pytest.mark.parametrize("name", NEEDED)
def test_what_is_missing_is_told_in_one_line(name):
    stopped = manage("check", **{key: value for key, value in NEEDED.items() if key != name})
    assert (stopped.returncode, stopped.stdout) == (1, "")
    assert stopped.stderr == f"Not set in the environment: {name}. See .env.example.\n"


@without_own_settings
def test_what_is_empty_counts_as_missing_and_all_is_told_at_once():
    assert (
        manage("check", **dict.fromkeys(NEEDED, "")).stderr
        == f"Not set in the environment: {', '.join(NEEDED)}. See .env.example.\n"
    )


def read_by_the_market() -> set[str]:
    """Every variable that the settings, gunicorn and compose read."""
    names = {
        name
        for path in [*SETTINGS, ROOT / "gunicorn.conf.py"]
        for name in READ.findall(path.read_text(encoding="utf-8"))
    }
    names |= set(re.findall(r"\$\{([A-Z_]+)\}", (ROOT / "docker-compose.yml").read_text(encoding="utf-8")))
    return names | set(NEEDED)


def test_every_variable_is_explained_and_no_other():
    explained = EXPLAINED.findall((ROOT / ".env.example").read_text(encoding="utf-8"))
    assert sorted(explained) == sorted(set(explained))
    assert set(explained) == read_by_the_market()


def test_the_settings_read_the_environment_in_no_other_way():
    for path in SETTINGS:
        text = path.read_text(encoding="utf-8")
        reads = re.findall(r"\benv\.(?!read_env)\w+\((?!name)", text)
        assert len(reads) == len(READ.findall(text))


def test_compose_sets_only_what_is_read():
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
    for name in ("web", "worker", "migrate"):
        assert set(services[name]["environment"]) <= read_by_the_market() | {"DJANGO_SETTINGS_MODULE"}


def test_no_secret_gets_into_the_image():
    assert {".env", ".git", "var"} <= set((ROOT / ".dockerignore").read_text(encoding="utf-8").split())

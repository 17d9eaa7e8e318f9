"""docker-compose.yml, started without containers: the same commands and environment against servers on loopback."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import yaml

from tests.stack.processes import HOST

ROOT = Path(__file__).resolve().parents[2]
NOT_IN_THE_IMAGE = ".env", ".git", ".venv", "var", "tests", "__pycache__", ".*_cache", ".hypothesis"
OWN_SETTINGS = {
    "SECRET_KEY": "only-for-the-stack-0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f",
    "ALLOWED_HOSTS": "cho.example",
    "PUBLIC_ADDRESS": "https://cho.example",
    "POSTGRES_PASSWORD": "stack",
}
"""What an operator writes into .env: the lines of .env.example that have no default."""


def make_image(folder: Path) -> Path:
    """What the Dockerfile makes: the tree without what .dockerignore names, and the static files gathered."""
    image = folder / "market"
    shutil.copytree(ROOT, image, ignore=shutil.ignore_patterns(*NOT_IN_THE_IMAGE))
    dockerfile = (image / "Dockerfile").read_text(encoding="utf-8")
    build = re.search(r"&& ((?:[A-Z_]+=\S+ )+)\\\n\s+(python manage\.py collectstatic .*)", dockerfile)
    assert build, "the Dockerfile gathers no static files"
    variables = dict(pair.split("=", 1) for pair in build.group(1).split())
    variables["DJANGO_SETTINGS_MODULE"] = "shop.settings.production"
    subprocess.run(in_venv(build.group(2)), cwd=image, env=with_path(variables), check=True)
    return image


def environment_of(service: str, *, places: dict[str, str], media: Path) -> dict[str, str]:
    """The service's environment, with `places` (host:port in compose: host:port here) and the media folder replaced."""
    described = services()[service]
    assert described["env_file"] == ".env"
    merged = {**OWN_SETTINGS, **described["environment"], "MEDIA_ROOT": str(media)}
    found = {}
    for name, value in merged.items():
        text = re.sub(r"\$\{([A-Z_]+)\}", lambda match: OWN_SETTINGS[match.group(1)], str(value))
        for there, here in places.items():
            text = text.replace(there, here)
        found[name] = text
    return with_path(found)


def command_of(service: str) -> list[str]:
    """The service's command."""
    return in_venv(services()[service]["command"])


def services() -> dict[str, Any]:
    """The services with anchors and merges resolved."""
    described: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
    return described


def in_venv(command: str) -> list[str]:
    """The command's words; its program is looked up beside this Python."""
    program, *arguments = shlex.split(command)
    return [shutil.which(program, path=with_path({})["PATH"]) or program, *arguments]


def with_path(variables: dict[str, str]) -> dict[str, str]:
    """The variables and a PATH where this environment's programs come first, and nothing else."""
    return {**variables, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}


def own_database(url: str) -> str:
    """Make compose's user and an empty database of hers on the server; return its host:port."""
    server = urlsplit(url)
    with psycopg.connect(url, autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = 'market'").fetchone():
            connection.execute("CREATE ROLE market LOGIN PASSWORD 'stack'")
        connection.execute("DROP DATABASE IF EXISTS market WITH (FORCE)")
        connection.execute("CREATE DATABASE market OWNER market")
    return f"{server.hostname}:{server.port}"


def drop_database(url: str) -> None:
    """Take both away again."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS market WITH (FORCE)")
        connection.execute("DROP ROLE IF EXISTS market")


def host_and_port(url: str) -> str:
    """The host:port of an address."""
    return f"{urlsplit(url).hostname or HOST}:{urlsplit(url).port}"

"""Nothing of one machine, and no secret, is in the tree; what is pinned is pinned with hashes."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MACHINE_PATH = re.compile(r"/(?:root|home/\w+|work/\w+|farm)/")


def tracked() -> list[Path]:
    """The files under version control."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def texts() -> list[tuple[str, str]]:
    found = []
    for path in tracked():
        try:
            found.append((str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found


def test_no_path_of_a_machine_is_committed():
    assert [
        name for name, text in texts() if name != "tests/architecture/test_clean.py" and MACHINE_PATH.search(text)
    ] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_everything_is_pinned_with_hashes(name):
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pinned = [number for number, line in enumerate(lines) if re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==", line)]
    assert len(pinned) >= 20
    assert all(lines[number + 1].strip().startswith("--hash=sha256:") for number in pinned)
    assert not [line for line in lines if "index-url" in line or "://" in line]


def test_no_uv_lock_records_download_addresses():
    assert not (ROOT / "uv.lock").exists()


def test_templates_ask_nothing_of_other_sites():
    foreign = re.compile(r"""(?:src|href|action|srcset)=["'](?:https?:)?//""")
    found = [
        (name, line.strip())
        for name, text in texts()
        if name.startswith("templates/") or (name.startswith("static/") and name.endswith((".css", ".js")))
        for line in text.splitlines()
        if foreign.search(line) or re.search(r"url\(['\"]?(?:https?:)?//", line)
    ]
    assert found == []

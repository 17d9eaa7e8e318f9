"""What all tests share: the people, and files that leave nothing behind."""

import gc
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from django.conf import LazySettings

from common.policies.texts import SHIPPED, _read
from common.rules.book import all_rules
from tests.people import an, bao, chu, giang, linh, mai, nua_ngam, pao, quan, sin_ho, son, thanh, tuan, visitor

__all__ = [
    "an",
    "bao",
    "chu",
    "giang",
    "linh",
    "mai",
    "nua_ngam",
    "pao",
    "quan",
    "sin_ho",
    "son",
    "thanh",
    "tuan",
    "visitor",
]


@pytest.fixture(autouse=True)
def _own_files(settings: LazySettings, tmp_path: Path) -> None:
    """Every test has media of its own."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def set_rule(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int], None]:
    """Give a rule another value, for this test and all days."""

    def set_rule(key: str, value: int) -> None:
        first = all_rules()[key][0]
        monkeypatch.setitem(all_rules(), key, [replace(first, value=value, valid_from=date.min)])

    return set_rule


@pytest.fixture
def announce(settings: LazySettings, tmp_path: Path) -> Callable[..., None]:
    """Announce another version of one of the market's texts, the second of its rules unless said otherwise."""
    folder = tmp_path / "policies"
    copytree(SHIPPED, folder)
    settings.POLICIES_DIR = str(folder)
    rules = (folder / "quy-che" / "1.md").read_text(encoding="utf-8")
    amended = rules.replace("giữ ít nhất 1 năm", "giữ ít nhất 2 năm")

    def announce(announced: date, valid_from: date, *, policy: str = "quy-che", number: int = 2) -> None:
        with (folder / "versions.csv").open("a", encoding="utf-8") as file:
            file.write(f"{policy},{number},{announced},{valid_from},Giữ tin bán hàng lâu hơn.\n")
        (folder / policy / f"{number}.md").write_text(amended, encoding="utf-8")
        _read.cache_clear()

    return announce


def pytest_collection_finish() -> None:
    """What the whole run needs is loaded by now: the collector need not look through it again, nor after every page."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)

"""What all tests share: the people, and files that leave nothing behind."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings

from common.rules.book import all_rules
from tests.people import an, bao, giang, linh, mai, nua_ngam, pao, quan, sin_ho, thanh, tuan, visitor

__all__ = [
    "an",
    "bao",
    "giang",
    "linh",
    "mai",
    "nua_ngam",
    "pao",
    "quan",
    "sin_ho",
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

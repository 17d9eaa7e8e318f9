"""What all tests share: the people, and files that leave nothing behind."""

from pathlib import Path

import pytest
from django.conf import LazySettings

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

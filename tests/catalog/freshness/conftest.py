"""Goods of Mai whose price and stock nobody has asked about for a while."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from catalog.listings.models import Listing
from tests import factories

NOON = 12


def days_ago(days: int) -> datetime:
    """Noon of that day: far from every midnight."""
    return timezone.localtime().replace(hour=NOON, minute=0, second=0, microsecond=0) - timedelta(days=days)


@pytest.fixture
def old(mai: Any) -> Callable[..., Listing]:
    """A thing of Mai's (or another's) of which the last word is so many days old."""

    def old(days: int, title: str = "Khăn thổ cẩm Lào", **fields: Any) -> Listing:
        return factories.listing(title, of=fields.pop("of", mai), confirmed_at=days_ago(days), **fields)

    return old

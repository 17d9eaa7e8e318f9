"""What is above the producers is told of a change; these tests write down what it was told."""

import pytest
from django.conf import LazySettings
from django.db import connection

TOLD: list[tuple[int, bool]] = []


def write_down(producer_id: int) -> None:
    """Stand where the catalogue stands (ADR 0004), and note whether a transaction is open."""
    TOLD.append((producer_id, connection.in_atomic_block))


@pytest.fixture
def told(settings: LazySettings) -> list[tuple[int, bool]]:
    """The producers that were announced as changed."""
    settings.AFTER_PRODUCER_CHANGE = f"{__name__}.write_down"
    TOLD.clear()
    return TOLD

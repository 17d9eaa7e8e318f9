"""What the tests of the officer's pages share."""

import pytest


@pytest.fixture(autouse=True)
def _told(told):
    """The catalogue above is not part of these tests (ADR 0004)."""

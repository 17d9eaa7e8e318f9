"""Mai, who has registered her business and so can hold a certificate; the mark of what a list's page shows."""

import pytest

from catalog.decision_lists.models import DecisionList
from catalog.decision_lists.plan import planned, seen_of
from producers.directory.models import Producer


@pytest.fixture
def mai(mai) -> Producer:
    """Mai with her registration."""
    mai.registration_no = "11K8000123"
    mai.save()
    return mai


def seen(found: DecisionList) -> str:
    """The mark on the list's page as it is now."""
    return seen_of(planned(found))

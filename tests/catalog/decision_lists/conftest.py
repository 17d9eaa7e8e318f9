"""Mai, who has registered her business and so can hold a certificate."""

import pytest

from producers.directory.models import Producer


@pytest.fixture
def mai(mai) -> Producer:
    """Mai with her registration."""
    mai.registration_no = "11K8000123"
    mai.save()
    return mai

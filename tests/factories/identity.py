"""Make real checks of identity for tests."""

from typing import Any

from django.utils import timezone

from producers.directory.models import Producer
from producers.identity.models import IdentityCheck
from producers.identity.states import Method, Paper


def identity_check(of: Producer, **fields: Any) -> IdentityCheck:
    """Her officer met her and saw her card, and both agreed."""
    made: IdentityCheck = IdentityCheck.objects.create(
        producer=of,
        method=Method.IN_PERSON,
        paper=Paper.CITIZEN_CARD,
        tail="1234",
        is_valid=fields.pop("is_valid", True),
        checked_at=timezone.now(),
        checked_by=of.created_by,
        at_point=of.point,
        **fields,
    )
    return made

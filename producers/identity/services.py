"""Write down a check of identity, with both names in the audit trail and no number in it."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from common.audit.services import record
from producers.directory.models import Producer
from producers.directory.queries import point_of_act
from producers.identity.methods import METHODS, Evidence
from producers.identity.models import IdentityCheck


@transaction.atomic
def record_check(
    producer: Producer, evidence: Evidence, *, method: str, by: User, at: datetime | None = None
) -> IdentityCheck:
    """Let the method judge the evidence and keep what it says. Raises EvidenceRefused and NotConnected."""
    outcome = METHODS[method].check(evidence)
    point = point_of_act(by, producer)
    check = IdentityCheck.objects.create(
        producer=producer,
        method=method,
        paper=evidence.paper,
        tail=outcome.tail,
        digest=outcome.digest,
        is_valid=outcome.is_valid,
        valid_until=evidence.valid_until,
        checked_at=at or timezone.now(),
        checked_by=by,
        at_point=point,
    )
    record(
        "identity.checked" if outcome.is_valid else "identity.failed",
        by=by,
        subject=producer,
        on_behalf_of=producer,
        at_point=point,
        after={"method": str(method), "paper": str(evidence.paper), "tail": f"…{outcome.tail}"},
    )
    return check

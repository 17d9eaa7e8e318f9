"""A proposed change of account for tests."""

from typing import Any

from django.utils import timezone

from producers.directory.models import Producer
from producers.payees.models import PayeeChange
from producers.payees.queries import payee_of

AGRIBANK = {
    "payout_way": "bank",
    "bank_name": "Agribank",
    "bank_account": "8900205123456",
    "bank_holder": "LO THI MAI",
    "bank_reason": "",
}


def payee_change(of: Producer, *, by: Any = None, **wanted: Any) -> PayeeChange:
    """A change that waits: to an account at Agribank unless said otherwise, proposed by her officer."""
    base = payee_of(of)
    made: PayeeChange = PayeeChange.objects.create(
        producer=of,
        base=base,
        wanted={**base, **(wanted or AGRIBANK)},
        reason="Bà mới mở tài khoản",
        submitted_by=by or of.created_by,
        submitted_at=timezone.now(),
    )
    return made

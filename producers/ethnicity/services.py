"""Write down what a producer says of her people, and let go of it. The audit trail says that, never what."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from common.audit.services import record
from producers.consents.states import ConsentScope
from producers.directory.models import Producer
from producers.directory.queries import point_of_act
from producers.ethnicity.models import Ethnicity
from producers.ethnicity.queries import may_be_kept

ACTS = {"ethnicity.recorded": "Ghi dân tộc theo lời bà con", "ethnicity.erased": "Xoá dân tộc đã ghi"}


class ConsentMissing(Exception):  # noqa: N818
    """She does not agree to just this, so it is not written down."""


@transaction.atomic
def record_ethnicity(producer: Producer, *, code: str, local_name: str, by: User) -> None:
    """Write down what she says. Raises ConsentMissing."""
    Producer.objects.select_for_update().get(pk=producer.pk)
    if not may_be_kept(producer):
        raise ConsentMissing(str(producer))
    said = {"code": code, "local_name": local_name, "recorded_by": by, "recorded_at": timezone.now()}
    Ethnicity.objects.update_or_create(producer=producer, defaults=said)
    _record("ethnicity.recorded", producer, by)


@transaction.atomic
def erase_ethnicity(producer: Producer, *, by: User | None) -> None:
    """Let go of it; doing so twice changes nothing."""
    erased, _ = Ethnicity.objects.filter(producer=producer).delete()
    if erased:
        _record("ethnicity.erased", producer, by)


def follow_consent(producer_id: int, scope: str) -> None:
    """Erase it in the transaction in which her consent to just this ends (AFTER_CONSENT_END)."""
    if scope == ConsentScope.ETHNICITY:
        erase_ethnicity(Producer.objects.get(pk=producer_id), by=None)


def _record(action: str, producer: Producer, by: User | None) -> None:
    record(action, by=by, subject=producer, on_behalf_of=producer, at_point=point_of_act(by, producer))

"""Write down that somebody accepts the versions in force."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone

from common.policies.models import Acceptance
from common.policies.texts import Version


def accept(versions: Iterable[Version], *, subject: Model, by: User | None, at: datetime | None = None) -> None:
    """Write down the subject's yes to these versions; one that was said already stays as it is."""
    kind = ContentType.objects.get_for_model(subject)
    Acceptance.objects.bulk_create(
        (
            Acceptance(
                policy=version.policy,
                version=version.number,
                subject_type=kind,
                subject_id=str(subject.pk),
                recorded_by=by,
                accepted_at=at or timezone.now(),
            )
            for version in versions
        ),
        ignore_conflicts=True,
    )

"""What somebody has accepted, and what is still to be asked."""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, Model, OuterRef, Q, QuerySet
from django.db.models.functions import Cast

from common.policies.models import Acceptance
from common.policies.texts import Version, asked_versions


def acceptances_of(subject: Model) -> QuerySet[Acceptance]:
    """Every yes of the subject, newest first."""
    kind = ContentType.objects.get_for_model(subject)
    return Acceptance.objects.filter(subject_type=kind, subject_id=str(subject.pk)).order_by("-accepted_at", "-pk")


def versions_to_accept(subject: Model | None, *, on: date) -> list[Version]:
    """The versions in force to which the subject has not said yes; all of them for somebody who is not known."""
    asked = asked_versions(on=on)
    if subject is None:
        return asked
    accepted = set(acceptances_of(subject).values_list("policy", "version"))
    return [version for version in asked if (version.policy, version.number) not in accepted]


def yet_to_accept(kind: type[Model], *, on: date) -> Q:
    """Whether a row of that kind has not said yes to every version in force, as a condition of a query for rows."""
    content_type = ContentType.objects.get_for_model(kind)
    said = Acceptance.objects.filter(subject_type=content_type, subject_id=Cast(OuterRef("pk"), CharField()))
    missing = [~Exists(said.filter(policy=each.policy, version=each.number)) for each in asked_versions(on=on)]
    return Q(*missing, _connector=Q.OR)


def written(versions: list[Version]) -> str:
    """The versions as a form carries them, to see whether what was read is still what holds."""
    return ",".join(f"{version.policy}:{version.number}" for version in versions)

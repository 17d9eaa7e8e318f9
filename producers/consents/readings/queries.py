"""Which text has been read out in which language."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from common.audit.services import name_of
from producers.consents.models import ConsentReading
from producers.consents.texts import VERSIONS
from producers.directory.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class Place:
    """One language of a version, and its reading if there is one."""

    tag: str
    language: str
    reading: ConsentReading | None
    uploaded_by: str


def reading_of(version: int, language: str) -> ConsentReading | None:
    """The recording of that version in that language."""
    return ConsentReading.objects.filter(version=version, language=language).first()


def version_in_force() -> int:
    """The version that is read today."""
    today = timezone.localdate()
    return max(number for number, each in VERSIONS.items() if each.valid_from <= today)


def places_of(version: int, readings: QuerySet[ConsentReading]) -> list[Place]:
    """Every language for a version that is read or will be, else those that have a reading; one query."""
    known = {each.language: each for each in readings.filter(version=version).select_related("uploaded_by")}
    tags = LANGUAGES if version >= version_in_force() else [tag for tag in LANGUAGES if tag in known]
    return [
        Place(tag, LANGUAGES[tag], known.get(tag), name_of(known[tag].uploaded_by) if tag in known else "")
        for tag in tags
    ]

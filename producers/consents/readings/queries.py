"""Which text has been translated into, and read out in, which language."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from common.audit.services import name_of
from producers.consents.models import ConsentReading, ConsentTranslation
from producers.consents.texts import FALLBACK, VERSIONS
from producers.consents.translations.queries import newest_of
from producers.directory.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class Place:
    """One language of a version: its newest translation, and the reading that is played, where there are such."""

    tag: str
    language: str
    translation: ConsentTranslation | None
    reading: ConsentReading | None
    uploaded_by: str

    @property
    def may_be_translated(self) -> bool:
        """Whether it is another language than that of the text."""
        return self.tag != FALLBACK


def reading_of(version: int, language: str, translation: ConsentTranslation | None) -> ConsentReading | None:
    """The recording of the translation, else of what is said again in that language."""
    return ConsentReading.objects.filter(version=version, language=language, translation=translation).first()


def version_in_force() -> int:
    """The version that is read today."""
    today = timezone.localdate()
    return max(number for number, each in VERSIONS.items() if each.valid_from <= today)


def is_read(version: int) -> bool:
    """Whether that version is read today or will be."""
    return version in VERSIONS and version >= version_in_force()


def places_of(
    version: int, readings: Iterable[ConsentReading], translations: Iterable[ConsentTranslation]
) -> list[Place]:
    """Every language for a version that is read or will be, else those in which there is anything."""
    newest = newest_of(each for each in translations if each.version == version)
    in_use = {tag: each.pk for tag, each in newest.items() if each.retired_at is None}
    ours = [each for each in readings if each.version == version]
    played = {each.language: each for each in ours if each.translation_id == in_use.get(each.language)}
    known = {*newest, *(each.language for each in ours)}
    return [
        _place(tag, newest.get(tag), played.get(tag))
        for tag in LANGUAGES
        if version >= version_in_force() or tag in known
    ]


def _place(tag: str, translation: ConsentTranslation | None, reading: ConsentReading | None) -> Place:
    uploaded_by = name_of(reading.uploaded_by) if reading else ""
    return Place(tag, LANGUAGES[tag], translation, reading, uploaded_by)

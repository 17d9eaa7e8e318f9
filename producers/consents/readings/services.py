"""Put a reading in its place; only a newer one takes it, and none takes that of a translation once answered."""

import secrets
from functools import partial
from typing import Any

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from common.audit.services import record
from common.text import normalise
from common.voices.intake import Recording
from producers.consents.models import ConsentReading, ConsentTranslation


class AlreadyHeard(Exception):  # noqa: N818
    """Somebody has answered to this translation as it was read out; only a corrected one gets another reading."""


@transaction.atomic
def keep_reading(
    version: int,
    language: str,
    recording: Recording,
    *,
    reader_name: str,
    by: User,
    translation: ConsentTranslation | None = None,
) -> ConsentReading:
    """Keep the recording of a version in a language; the files of the one it replaces go once it is kept.

    Raises AlreadyHeard.
    """
    place = {"version": version, "language": language, "translation": translation}
    reading = _held(translation, place) or ConsentReading(**place)
    before, old = _facts(reading), [reading.opus.name, reading.compatible.name]
    name = secrets.token_hex(16)
    reading.opus.save(f"{name}.webm", ContentFile(recording.opus), save=False)
    reading.compatible.save(f"{name}.mp3", ContentFile(recording.compatible), save=False)
    reading.seconds, reading.reader_name = recording.seconds, normalise(reader_name)
    reading.uploaded_by, reading.uploaded_at = by, timezone.now()
    reading.save()
    record("consent.reading_uploaded", by=by, subject=reading, before=before, after=_facts(reading))
    for path in filter(None, old):
        transaction.on_commit(partial(reading.opus.storage.delete, path))
    return reading


def _held(translation: ConsentTranslation | None, place: dict[str, Any]) -> ConsentReading | None:
    """The reading in that place, held; with the translation, so that no answer to it comes meanwhile."""
    if translation:
        ConsentTranslation.objects.select_for_update().get(pk=translation.pk)
    reading = ConsentReading.objects.select_for_update().filter(**place).first()
    if translation and reading and translation.consents.filter(given_at__gte=reading.uploaded_at).exists():
        raise AlreadyHeard(str(translation))
    return reading


def _facts(reading: ConsentReading) -> dict[str, str | int]:
    if not reading.pk:
        return {}
    number = {"translation": reading.translation.number} if reading.translation else {}
    return {"reader": reading.reader_name, "seconds": reading.seconds, **number}

"""Put a reading in its place; only a newer one takes it."""

import secrets
from functools import partial

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from common.audit.services import record
from common.text import normalise
from common.voices.intake import Recording
from producers.consents.models import ConsentReading


@transaction.atomic
def keep_reading(version: int, language: str, recording: Recording, *, reader_name: str, by: User) -> ConsentReading:
    """Keep the recording of a version in a language; the files of the one it replaces go once it is kept."""
    slot = ConsentReading.objects.select_for_update().filter(version=version, language=language)
    reading = slot.first() or ConsentReading(version=version, language=language)
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


def _facts(reading: ConsentReading) -> dict[str, str | int]:
    return {"reader": reading.reader_name, "seconds": reading.seconds} if reading.pk else {}

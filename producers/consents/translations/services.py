"""Bring a translation of a text in, and take one out of use. None is ever changed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from common.audit.services import record
from common.text import normalise, normalise_lines
from producers.consents.models import ConsentText, ConsentTranslation
from producers.consents.texts import FALLBACK, VERSIONS, written
from producers.consents.translations.parts import parts_of
from producers.consents.translations.queries import translations_of
from producers.directory.languages import LANGUAGES
from producers.directory.names import is_same_name


class NotALanguage(Exception):  # noqa: N818
    """Nothing is translated into that language: the market does not know it, or the text is written in it."""


class PartMissing(Exception):  # noqa: N818
    """A piece of the text has no words."""


class CheckerNotFree(Exception):  # noqa: N818
    """Who checked it is who translated it."""


class NothingNew(Exception):  # noqa: N818
    """The newest translation has these very words."""


class NotInUse(Exception):  # noqa: N818
    """The translation is not read today: it was taken out of use, or a newer one took its place."""


@transaction.atomic
def add_translation(
    version: int,
    language: str,
    *,
    parts: Mapping[str, str],
    translator_name: str,
    translator_role: str,
    translated_date: date,
    checker_name: str,
    by: User,
) -> ConsentTranslation:
    """Add the next translation of a version into a language; it is read from now on.

    Raises NotALanguage, PartMissing, CheckerNotFree, NothingNew.
    """
    if language not in LANGUAGES or language == FALLBACK:
        raise NotALanguage(language)
    words = {part.key: normalise_lines(parts.get(part.key, "")) for part in parts_of(version)}
    if not all(words.values()):
        raise PartMissing(language)
    if is_same_name(translator_name, checker_name):
        raise CheckerNotFree(checker_name)
    _hold(version)
    newest = translations_of(version, language).first()
    if newest and newest.retired_at is None and newest.parts == words:
        raise NothingNew(str(newest))
    made: ConsentTranslation = ConsentTranslation.objects.create(
        version=version,
        language=language,
        number=newest.number + 1 if newest else 1,
        parts=words,
        translator_name=normalise(translator_name),
        translator_role=normalise(translator_role),
        translated_date=translated_date,
        checker_name=normalise(checker_name),
        added_by=by,
        added_at=timezone.now(),
    )
    record("consent.translation_added", by=by, subject=made, after=_facts(made))
    return made


@transaction.atomic
def retire_translation(translation: ConsentTranslation, *, by: User, reason: str) -> None:
    """Take a translation out of use, for a mistake that cannot wait for a corrected one. Raises NotInUse."""
    _hold(translation.version)
    newest = translations_of(translation.version, translation.language).first()
    if newest is None or newest.pk != translation.pk or newest.retired_at:
        raise NotInUse(str(translation))
    translation.retired_at = timezone.now()
    translation.save(update_fields=["retired_at"])
    facts = {"language": translation.language, "translation": translation.number}
    record("consent.translation_retired", by=by, subject=translation, reason=reason, after=facts)


def _hold(version: int) -> None:
    """Hold the version, so that its translations are numbered one after the other."""
    days = {"valid_from": VERSIONS[version].valid_from}
    ConsentText.objects.get_or_create(
        version=version, language=FALLBACK, defaults={**days, "body": written(version, FALLBACK)}
    )
    ConsentText.objects.select_for_update().get(version=version, language=FALLBACK)


def _facts(made: ConsentTranslation) -> dict[str, Any]:
    return {
        "language": made.language,
        "translation": made.number,
        "translator": made.translator_name,
        "translator_role": made.translator_role,
        "translated": made.translated_date.isoformat(),
        "checker": made.checker_name,
    }

"""Which translation of a version is read today, and what one may be read by whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from producers.consents.models import ConsentText, ConsentTranslation


@dataclass(frozen=True, slots=True)
class Words:
    """What is read to a producer: the text, and beside it the translation into `language` where there is one."""

    text: ConsentText
    language: str
    translation: ConsentTranslation | None

    def __str__(self) -> str:
        return f"{self.text}, {self.translation.number} ({self.language})" if self.translation else str(self.text)

    def heard_in(self, language: str) -> ConsentTranslation | None:
        """The translation that was read, if what was read is in its language."""
        return self.translation if language == self.language else None


def newest_of(translations: Iterable[ConsentTranslation]) -> dict[str, ConsentTranslation]:
    """The newest translation into each language."""
    return {each.language: each for each in sorted(translations, key=lambda each: each.number)}


def translations_in_use(version: int) -> dict[str, ConsentTranslation]:
    """The newest translation into each language, where it has not been taken out of use; one query."""
    newest = newest_of(ConsentTranslation.objects.filter(version=version))
    return {language: each for language, each in newest.items() if each.retired_at is None}


def translations_of(version: int, language: str) -> QuerySet[ConsentTranslation]:
    """Every translation of a version into a language, the newest first."""
    return ConsentTranslation.objects.filter(version=version, language=language).order_by("-number")

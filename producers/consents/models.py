"""Consent: which text, read in which language, before which witness, for what, until when, proved by what."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone

from common.audit.models import NeverChanged
from common.pictures.models import file_url
from common.private.storage import private_files
from producers.consents.states import ConsentScope, ProofKind
from producers.directory.languages import language_name
from producers.directory.models import Producer, SupportPoint


class ConsentText(models.Model):
    """One version of the text that is read to a producer. A text once used is never changed."""

    version = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=12)
    body = models.TextField()
    valid_from = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "language"], name="consent_text_version_language")]

    def __str__(self) -> str:
        return f"bản {self.version} ({self.language})"


class Translations(models.QuerySet["ConsentTranslation"]):
    """Translations to read."""

    def update(self, **changes: Any) -> NoReturn:
        """Refuse."""
        raise NeverChanged

    def delete(self) -> NoReturn:
        """Refuse."""
        raise NeverChanged


class ConsentTranslation(models.Model):
    """What a version says in another language, as somebody here translated it and somebody else checked it.

    `parts` holds the words by the keys of `translations.parts`. They are never changed, because answers rest on them:
    a corrected translation is the next number. `retired_at` is when it was taken out of use and none took its place.
    """

    version = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=12)
    number = models.PositiveSmallIntegerField()
    parts = models.JSONField()
    translator_name = models.CharField("Người dịch", max_length=120)
    translator_role = models.CharField("Vai trò của người dịch", max_length=120)
    translated_date = models.DateField("Ngày dịch")
    checker_name = models.CharField("Người kiểm tra", max_length=120)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = Translations.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "language", "number"], name="consent_translation_number_once")
        ]

    def __str__(self) -> str:
        return f"bản {self.version}, bản dịch {self.number} ({language_name(self.language)})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add it, or take it out of use; nothing else of it is ever changed."""
        if not self._state.adding and kwargs.get("update_fields") != ["retired_at"]:
            raise NeverChanged
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise NeverChanged


class ConsentReading(models.Model):
    """A text read out: the recording that a point plays to those who do not read, in one language.

    It reads the translation that it belongs to; without one it says what the Vietnamese text says.
    """

    version = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=12)
    translation = models.OneToOneField(ConsentTranslation, null=True, on_delete=models.PROTECT, related_name="reading")
    opus = models.FileField(upload_to="doc/")
    compatible = models.FileField(upload_to="doc/")
    seconds = models.PositiveSmallIntegerField()
    reader_name = models.CharField("Người đọc", max_length=120)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "language"],
                condition=models.Q(translation__isnull=True),
                name="consent_reading_once",
            )
        ]

    def __str__(self) -> str:
        return f"bản {self.version} ({self.language})"

    @property
    def address(self) -> str:
        """Where a page plays it from."""
        return file_url(str(self.compatible))


class Consent(models.Model):
    """A producer's answer on one day: the text read to her, before whom, and who wrote it down.

    `translation` is what was read to her beside the Vietnamese text; without it somebody said the text to her again.
    """

    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="consents")
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="consents")
    language_read = models.CharField(max_length=12)
    translation = models.ForeignKey(
        ConsentTranslation, null=True, on_delete=models.PROTECT, related_name="consents", verbose_name="Bản dịch"
    )
    interpreter_name = models.CharField(max_length=120, blank=True)
    witness_name = models.CharField(max_length=120)
    given_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at_point = models.ForeignKey(SupportPoint, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.producer}, {timezone.localtime(self.given_at):%d/%m/%Y}, {self.text}"


class ConsentAnswer(models.Model):
    """Her answer for one scope; it ends by itself after `until_date`, or when withdrawn, from `withdrawn_at`.

    `ended_at` is when the market noted that the last day had passed; what is in force is read from the date alone.
    """

    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="answers")
    scope = models.CharField(max_length=20, choices=ConsentScope)
    is_given = models.BooleanField()
    until_date = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["consent", "scope"], name="consent_answer_once_per_scope")]
        indexes = [
            models.Index(
                fields=["until_date"],
                condition=models.Q(
                    is_given=True, withdrawn_at__isnull=True, ended_at__isnull=True, until_date__isnull=False
                ),
                name="consent_answer_ending",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_scope_display()}: {'có' if self.is_given else 'không'}"


class ConsentProof(models.Model):
    """Her voice, or the photo of her signature or thumb-print; the file goes when its time of keeping is over."""

    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="proofs")
    kind = models.CharField(max_length=8, choices=ProofKind)
    file = models.FileField(storage=private_files, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    purged_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.consent}"

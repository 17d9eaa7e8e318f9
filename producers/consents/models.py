"""Consent: which text, read in which language, before which witness, for what."""

from django.conf import settings
from django.db import models

from producers.consents.states import ConsentScope
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


class Consent(models.Model):
    """A producer's answer on one day: the text read to her, before whom, and who wrote it down."""

    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="consents")
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="consents")
    language_read = models.CharField(max_length=12)
    witness_name = models.CharField(max_length=120)
    given_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at_point = models.ForeignKey(SupportPoint, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.producer}, {self.given_at:%d/%m/%Y}, {self.text}"


class ConsentAnswer(models.Model):
    """Her answer for one scope; withdrawn from the moment `withdrawn_at`."""

    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="answers")
    scope = models.CharField(max_length=20, choices=ConsentScope)
    is_given = models.BooleanField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["consent", "scope"], name="consent_answer_once_per_scope")]

    def __str__(self) -> str:
        return f"{self.get_scope_display()}: {'có' if self.is_given else 'không'}"

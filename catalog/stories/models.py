"""The story of a product: told by someone, in her words, in several languages, to read and to hear."""

from django.db import models
from oscar.apps.catalogue.models import Product


class Story(models.Model):
    """One product's story. It is the teller's."""

    product = models.OneToOneField(Product, on_delete=models.PROTECT, related_name="story")
    teller = models.CharField("Người kể", max_length=120, blank=True)
    text = models.TextField("Câu chuyện", blank=True)

    class Meta:
        verbose_name_plural = "stories"

    def __str__(self) -> str:
        return f"Chuyện: {self.product}"


class Voice(models.Model):
    """A recording of the story in one language (BCP-47 tag), in WebM/Opus with a copy that old phones play."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="voices")
    language = models.CharField(max_length=12)
    opus = models.FileField(upload_to="giong/", db_index=True)
    compatible = models.FileField(upload_to="giong/", db_index=True)
    seconds = models.PositiveSmallIntegerField()
    transcript = models.TextField(blank=True)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "language"], name="voice_once_per_language")]

    def __str__(self) -> str:
        return f"{self.story} ({self.language})"

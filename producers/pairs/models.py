"""That two records which look alike are two people."""

from django.conf import settings
from django.db import models

from producers.directory.models import Producer


class TwoPeople(models.Model):
    """Somebody who knows them said so; the pair is shown no more. `one` is the older record."""

    one = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="+")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="two_people_said_once")]

    def __str__(self) -> str:
        return f"{self.one} và {self.other} là hai người"

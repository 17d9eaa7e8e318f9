"""A producer's ethnic group: sensitive personal data, kept only while she agrees to just that."""

from django.conf import settings
from django.db import models

from producers.directory.models import Producer
from producers.ethnicity.groups import ethnic_groups


class Ethnicity(models.Model):
    """What she said of herself, and her own word for it; the row goes when her consent ends."""

    producer = models.OneToOneField(Producer, on_delete=models.PROTECT, related_name="ethnicity")
    code = models.CharField("Dân tộc", max_length=2)
    local_name = models.CharField("Tên bà con tự gọi", max_length=60, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{ethnic_groups()[self.code].name} ({self.local_name})" if self.local_name else self.group_name

    @property
    def group_name(self) -> str:
        """The name of the list."""
        return ethnic_groups()[self.code].name

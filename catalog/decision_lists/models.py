"""A province's decision with its list, from the file as it came to what became of every row."""

from django.conf import settings
from django.db import models

from producers.places.models import Province


class DecisionList(models.Model):
    """One list: the decision it belongs to, its cells, what they were taken for, and what was chosen and done.

    `table` is the cells as they came; `columns` by field the column; `corrected` by number of the row the cells that
    a person wrote anew; `chosen` by number of the row the product that a person chose, or 0 to leave the row out;
    `overruled` by number of the row the product whose holder can hold no certificate, and why it is noted all the same;
    `results` by number of the row what was done, once it was applied.
    """

    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="+")
    decision_no = models.CharField("Số quyết định", max_length=60)
    decision_date = models.DateField("Ngày quyết định")
    authority = models.CharField("Cơ quan công nhận", max_length=120)
    issued_date = models.DateField("Ngày cấp giấy")
    source = models.CharField(max_length=120)
    head = models.IntegerField()
    columns = models.JSONField(default=dict)
    table = models.JSONField(default=list)
    corrected = models.JSONField(default=dict)
    chosen = models.JSONField(default=dict)
    overruled = models.JSONField(default=dict)
    results = models.JSONField(default=dict)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    applied_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    applied_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["province", "-created_at"], name="decision_of_province")]

    def __str__(self) -> str:
        return f"Quyết định {self.decision_no}, {self.province}"

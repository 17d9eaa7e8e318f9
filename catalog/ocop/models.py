"""Certificates: who recognised which product with how many stars, and from when to when."""

from datetime import date

from django.conf import settings
from django.db import models
from oscar.apps.catalogue.models import Product

from catalog.ocop.life import PUBLIC_STARS, CertificateState, end_of_validity, last_day_in_force, state_on
from producers.directory.models import Producer


class Certificate(models.Model):
    """An OCOP certificate of 3 to 5 stars. No number format is fixed by law: numbers are free text."""

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="certificates")
    holder = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="certificates")
    stars = models.PositiveSmallIntegerField("Số sao", choices=[(n, f"{n} sao") for n in PUBLIC_STARS])
    decision_no = models.CharField("Số quyết định", max_length=60)
    decision_date = models.DateField("Ngày quyết định")
    authority = models.CharField("Cơ quan công nhận", max_length=120)
    certificate_no = models.CharField("Số giấy chứng nhận", max_length=60, blank=True)
    issued_date = models.DateField("Ngày cấp")
    expires_date = models.DateField("Hết hạn")
    extended_until = models.DateField("Kéo dài đến", null=True, blank=True)
    revoked_date = models.DateField("Ngày thu hồi", null=True, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verified_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-issued_date", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(stars__in=PUBLIC_STARS), name="certificate_public_stars"),
            models.CheckConstraint(
                condition=models.Q(expires_date__gt=models.F("issued_date")),
                name="certificate_ends_after_issue",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stars} sao, {self.decision_no}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Give a new certificate the end that the decision sets."""
        if not self.expires_date:
            self.expires_date = end_of_validity(self.issued_date)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def state_on(self, day: date) -> CertificateState:
        """What the certificate is on that day."""
        return state_on(self, day)

    @property
    def last_day_in_force(self) -> date:
        """The last day on which its badge may be shown."""
        return last_day_in_force(self)

"""Certificates: who recognised which product with how many stars, from when to when; and the files sent for them."""

from datetime import date

from django.conf import settings
from django.db import models
from oscar.apps.catalogue.models import Product

from catalog.ocop.grounds import Ground, revocation_grounds
from catalog.ocop.life import PUBLIC_STARS, CertificateState, end_of_validity, last_day_in_force, state_on
from catalog.ocop.states import DossierKind, DossierResult
from common.text import fold
from producers.directory.models import Producer
from producers.directory.states import ProducerKind


class Certificate(models.Model):
    """An OCOP certificate of 3 to 5 stars. No number format is fixed by law: numbers are free text.

    `holder` sells the product and keeps the paper. Where another subject stands on the paper, a cooperative whose
    member she is, `subject_name` and `subject_kind` say which (Decision 26/2026/QĐ-TTg, Art. 2.3).
    `scan` is where a photo of the paper lies among the private files; staff alone see it unless it is public.
    `is_sample` marks what the demo market invented; every public list says so.
    """

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="certificates")
    holder = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="certificates")
    subject_name = models.CharField("Chủ thể trên giấy", max_length=120, blank=True)
    subject_kind = models.CharField("Loại hình chủ thể", max_length=24, choices=ProducerKind, blank=True)
    subject_folded = models.CharField(max_length=120, editable=False, blank=True)
    stars = models.PositiveSmallIntegerField("Số sao", choices=[(n, f"{n} sao") for n in PUBLIC_STARS])
    decision_no = models.CharField("Số quyết định", max_length=60)
    decision_date = models.DateField("Ngày quyết định")
    authority = models.CharField("Cơ quan công nhận", max_length=120)
    certificate_no = models.CharField("Số giấy chứng nhận", max_length=60, blank=True)
    issued_date = models.DateField("Ngày cấp")
    expires_date = models.DateField("Hết hạn")
    extended_until = models.DateField("Kéo dài đến", null=True, blank=True)
    extension_document_no = models.CharField("Số văn bản kéo dài", max_length=60, blank=True)
    revoked_date = models.DateField("Ngày thu hồi", null=True, blank=True)
    revoked_ground = models.CharField("Căn cứ thu hồi", max_length=1, blank=True)
    revoked_document_no = models.CharField("Số quyết định thu hồi", max_length=60, blank=True)
    replaced_date = models.DateField("Ngày được thay", null=True, blank=True)
    replaced_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaces")
    scan = models.CharField("Bản chụp", max_length=60, blank=True)
    is_scan_public = models.BooleanField("Ai cũng xem được bản chụp", default=False)
    is_sample = models.BooleanField("Dữ liệu mẫu", default=False)
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
            models.CheckConstraint(
                condition=models.Q(subject_name="", subject_kind="")
                | ~(models.Q(subject_name="") | models.Q(subject_kind="")),
                name="certificate_subject_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["expires_date"], name="certificate_end"),
            models.Index(fields=["decision_no"], name="certificate_decision"),
            models.Index(
                fields=["-issued_date", "-id"],
                condition=models.Q(verified_at__isnull=False),
                name="certificate_register",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stars} sao, {self.decision_no}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Give a new certificate the end that the decision sets; keep the folded name true to the subject's."""
        self.subject_folded = fold(self.subject_name)[:120]
        if not self.expires_date:
            self.expires_date = end_of_validity(self.issued_date)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def subject(self) -> str:
        """Who stands on the paper."""
        return self.subject_name or str(self.holder)

    def state_on(self, day: date) -> CertificateState:
        """What the certificate is on that day."""
        return state_on(self, day)

    @property
    def last_day_in_force(self) -> date:
        """The last day on which its badge may be shown."""
        return last_day_in_force(self)

    @property
    def ground(self) -> Ground | None:
        """Why it was revoked."""
        return revocation_grounds().get(self.revoked_ground)


class Dossier(models.Model):
    """A file sent to the commune for evaluation: for a first certificate, more stars, or the same ones again.

    While it waits for its result, the product has "applied".
    """

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="dossiers")
    holder = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="dossiers")
    kind = models.CharField("Nộp để làm gì", max_length=8, choices=DossierKind)
    applied_date = models.DateField("Ngày nộp hồ sơ")
    file_no = models.CharField("Số hồ sơ", max_length=60, blank=True)
    result = models.CharField("Kết quả", max_length=10, choices=DossierResult, default=DossierResult.WAITING)
    result_date = models.DateField("Ngày có kết quả", null=True, blank=True)
    certificate = models.ForeignKey(
        Certificate, null=True, blank=True, on_delete=models.PROTECT, related_name="dossiers"
    )

    class Meta:
        ordering = ["-applied_date", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["product"], condition=models.Q(result=DossierResult.WAITING), name="one_dossier_waits"
            ),
            models.CheckConstraint(
                condition=models.Q(result=DossierResult.WAITING, result_date__isnull=True)
                | (~models.Q(result=DossierResult.WAITING) & models.Q(result_date__gte=models.F("applied_date"))),
                name="dossier_result_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return f"Hồ sơ {self.file_no or 'chưa có số'}, nộp {self.applied_date:%d/%m/%Y}"


class RenewalReminder(models.Model):
    """That the point was reminded so many days before a certificate's end; once each."""

    certificate = models.ForeignKey(Certificate, on_delete=models.CASCADE, related_name="reminders")
    days_before = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["certificate", "days_before"], name="renewal_reminded_once"),
        ]

    def __str__(self) -> str:
        return f"{self.certificate}: {self.days_before} ngày"

"""Who sells, through which support point, and who serves there."""

from django.conf import settings
from django.db import models
from oscar.apps.partner.models import Partner

from common.text import fold, slugify
from producers.directory.states import PayoutWay, ProducerKind, Role
from producers.places.models import Commune, Province


class SupportPoint(models.Model):
    """A commune's IT-support point (Circular 03/2023/TT-BTTTT)."""

    name = models.CharField(max_length=120)
    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="support_points")
    address = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=15, blank=True)
    hours = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person's role: an officer at a point, an approver of a province, an auditor of one or of all."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role)
    point = models.ForeignKey(SupportPoint, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships")
    province = models.ForeignKey(Province, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role=Role.OFFICER, point__isnull=False, province__isnull=True)
                | models.Q(role=Role.APPROVER, point__isnull=True, province__isnull=False)
                | models.Q(role=Role.AUDITOR, point__isnull=True),
                name="membership_role_has_its_place",
            ),
            models.UniqueConstraint(
                fields=["user", "point"],
                condition=models.Q(role=Role.OFFICER, ended_at__isnull=True),
                name="officer_once_per_point",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "province"],
                condition=models.Q(province__isnull=False, ended_at__isnull=True),
                name="role_once_per_province",
            ),
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(role=Role.AUDITOR, province__isnull=True, ended_at__isnull=True),
                name="auditor_of_all_once",
            ),
        ]

    def __str__(self) -> str:
        place = self.point or self.province or "cả nước"
        return f"{self.user}: {self.get_role_display()}, {place}"


class Producer(models.Model):
    """One who makes and sells here. She needs no phone, e-mail or login: her support point acts for her.

    A producer who wants her own login is a user of the Oscar partner; that gives no dashboard permission.
    """

    partner = models.OneToOneField(Partner, on_delete=models.PROTECT, related_name="producer")
    name = models.CharField("Tên người bán", max_length=120)
    name_folded = models.CharField(max_length=120, editable=False, db_index=True)
    kind = models.CharField("Loại hình", max_length=24, choices=ProducerKind)
    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="producers")
    village = models.CharField("Thôn, bản", max_length=80, blank=True)
    phone = models.CharField("Số điện thoại", max_length=15, blank=True, db_index=True)
    languages = models.JSONField("Tiếng nói", default=list)
    point = models.ForeignKey(SupportPoint, on_delete=models.PROTECT, related_name="producers")
    payout_way = models.CharField("Nhận tiền bằng cách", max_length=16, choices=PayoutWay)
    bank_name = models.CharField("Ngân hàng", max_length=80, blank=True)
    bank_account = models.CharField("Số tài khoản", max_length=30, blank=True)
    bank_holder = models.CharField("Tên chủ tài khoản", max_length=120, blank=True)
    about = models.TextField("Giới thiệu", blank=True)
    picture = models.ForeignKey("common.Picture", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the folded name, by which duplicates are found, true to the name."""
        self.name_folded = fold(self.name)[:120]
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def slug(self) -> str:
        """The readable part of the producer's address."""
        return slugify(self.name) or "nguoi-ban"

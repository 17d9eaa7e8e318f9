"""Who sells, through which support point, and who serves there."""

from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from oscar.apps.partner.models import Partner

from common.text import fold, slugify
from common.transitions import Actor, Moves
from producers.directory.names import name_key
from producers.directory.states import MOVES, HostPlace, PayoutWay, ProducerKind, ProducerState, Role
from producers.places.models import Commune, Province


class SupportPoint(models.Model):
    """A commune's IT-support point (Circular 03/2023/TT-BTTTT).

    `week` holds its hours as `producers.points.hours` reads them, `services` the keys of what it offers. Without
    coordinates of its own a point stands where its commune does.
    """

    name = models.CharField("Tên điểm", max_length=120)
    commune = models.ForeignKey(
        Commune, on_delete=models.PROTECT, related_name="support_points", verbose_name="Xã, phường"
    )
    address = models.CharField("Địa chỉ", max_length=200, blank=True)
    host_place = models.CharField("Đặt tại", max_length=16, choices=HostPlace, blank=True)
    phone = models.CharField("Số điện thoại", max_length=15, blank=True)
    week = models.JSONField("Giờ mở cửa", default=dict, blank=True)
    hours = models.CharField("Ghi chú về giờ", max_length=120, blank=True)
    services = models.JSONField("Việc điểm giúp", default=list, blank=True)
    villages = models.JSONField("Thôn, bản phục vụ", default=list, blank=True)
    latitude = models.FloatField("Vĩ độ", null=True, blank=True)
    longitude = models.FloatField("Kinh độ", null=True, blank=True)
    is_listed = models.BooleanField("Hiện cho mọi người", default=True)
    folded = models.TextField(editable=False, default="")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the folded words, by which people search, true to name and villages."""
        self.folded = fold(" ".join([self.name, *self.villages]))
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def slug(self) -> str:
        """The readable part of the point's address."""
        return slugify(self.name) or "diem-ho-tro"


AT_POINT = [Role.OFFICER, Role.HELPER]
"""The roles that are held at one support point."""


class Membership(models.Model):
    """A person's role: officer or helper at a point, approver of a province, auditor of one or of all."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role)
    point = models.ForeignKey(SupportPoint, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships")
    province = models.ForeignKey(Province, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role__in=AT_POINT, point__isnull=False, province__isnull=True)
                | models.Q(role=Role.APPROVER, point__isnull=True, province__isnull=False)
                | models.Q(role=Role.AUDITOR, point__isnull=True),
                name="membership_role_has_its_place",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "point"],
                condition=models.Q(point__isnull=False, ended_at__isnull=True),
                name="role_once_per_point",
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
        return f"{self.user}: {self.get_role_display()}, {self.place_name}"

    @property
    def place_name(self) -> str:
        """Where the role is held, in words."""
        return str(self.point or self.province or "cả nước")


class Producer(models.Model):
    """One who makes and sells here. She needs no phone, e-mail or login: her support point acts for her.

    A producer who wants her own login is a user of the Oscar partner; that gives no dashboard permission. Her
    application is the row itself: what is known of her, where it stands, and who decided. A record that was merged
    into another is closed and keeps its own consents and orders.
    """

    moves: ClassVar[Moves] = MOVES

    partner = models.OneToOneField(Partner, on_delete=models.PROTECT, related_name="producer")
    name = models.CharField("Tên người bán", max_length=120)
    name_folded = models.CharField(max_length=120, editable=False, db_index=True)
    name_key = models.CharField(max_length=120, editable=False, blank=True, default="")
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
    bank_reason = models.CharField("Vì sao tài khoản tên khác", max_length=200, blank=True)
    representative = models.CharField("Người đại diện", max_length=120, blank=True)
    tax_code = models.CharField("Mã số thuế", max_length=14, blank=True, db_index=True)
    registration_no = models.CharField("Số giấy đăng ký", max_length=60, blank=True)
    registration_date = models.DateField("Ngày cấp", null=True, blank=True)
    registration_by = models.CharField("Nơi cấp", max_length=120, blank=True)
    about = models.TextField("Giới thiệu", blank=True)
    picture = models.ForeignKey("common.Picture", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField("Hồ sơ", max_length=20, choices=ProducerState, default=ProducerState.DRAFT)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decision_reason = models.TextField(blank=True)
    merged_into = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="merged")

    class Meta:
        ordering = ["name"]
        indexes = [
            models.Index(fields=["state", "submitted_at"], name="producer_queue"),
            models.Index(fields=["point", "name_folded"], name="producer_of_point"),
            models.Index(fields=["commune", "name_key"], name="producer_same_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the folded names, by which she is sought and duplicates are found, true to the name."""
        self.name_folded, self.name_key = fold(self.name)[:120], name_key(self.name)[:120]
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def actors(self, by: AbstractBaseUser | AnonymousUser | None) -> frozenset[Actor]:
        """As what `by` acts on this producer's application."""
        from producers.directory.queries import actors_towards

        return actors_towards(by, self)

    @property
    def slug(self) -> str:
        """The readable part of the producer's address."""
        return slugify(self.name) or "nguoi-ban"

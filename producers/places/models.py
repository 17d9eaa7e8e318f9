"""Provinces and communes by their official codes, and the communes and districts of before July 2025.

Since 1 July 2025 there are two levels, province and commune. Kinds and names keep changing: a place that ceases
gets a `valid_to` date and stays for the rows that point to it.
"""

from django.db import models

from common.text import fold
from producers.places.names import without_kind


class ProvinceKind(models.TextChoices):
    """The two kinds of province."""

    PROVINCE = "province", "Tỉnh"
    CITY = "city", "Thành phố"


class CommuneKind(models.TextChoices):
    """The three kinds of commune."""

    COMMUNE = "commune", "Xã"
    WARD = "ward", "Phường"
    SPECIAL_ZONE = "special_zone", "Đặc khu"


class Extent(models.TextChoices):
    """How much of a former commune went to the commune of today."""

    WHOLE = "whole", "toàn bộ"
    PART = "part", "một phần"


class Province(models.Model):
    """A province or a city under the central government, by its code of two digits."""

    code = models.CharField(max_length=2, primary_key=True)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=12, choices=ProvinceKind)
    folded = models.CharField(max_length=60, editable=False)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the folded name true to the name."""
        self.folded = fold(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def full_name(self) -> str:
        """The name with its kind: "Tỉnh Điện Biên", "Thành phố Huế"."""
        return f"{self.get_kind_display()} {self.name}"


class Commune(models.Model):
    """A commune, ward or special zone of today, by its code of five digits."""

    code = models.CharField(max_length=5, primary_key=True)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=12, choices=CommuneKind)
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="communes")
    latitude = models.FloatField()
    longitude = models.FloatField()
    folded = models.CharField(max_length=80, editable=False, db_index=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.name}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the folded name true to the name."""
        self.folded = fold(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def full_name(self) -> str:
        """The name with kind and province: "Xã Núa Ngam, Điện Biên"."""
        return f"{self}, {self.province.name}"


class FormerCommune(models.Model):
    """A commune of before July 2025 that went wholly or partly to a commune of today.

    Names keep their kind words ("Thị trấn Mường Chà", "Huyện Mường Chà"); the folded columns leave them out. On
    PostgreSQL Django adds a varchar_pattern_ops index to an indexed CharField, which serves the search by prefix.
    """

    commune = models.ForeignKey(Commune, on_delete=models.CASCADE, related_name="former")
    name = models.CharField(max_length=80)
    district = models.CharField(max_length=80)
    province_name = models.CharField(max_length=80)
    extent = models.CharField(max_length=5, choices=Extent)
    folded = models.CharField(max_length=80, editable=False, db_index=True)
    folded_district = models.CharField(max_length=80, editable=False, db_index=True)
    folded_province = models.CharField(max_length=80, editable=False, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "name", "district", "province_name"], name="former_commune_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.district}, {self.province_name}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the folded columns true to the names."""
        self.fold_names()
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def fold_names(self) -> None:
        """Keep the folded columns true to the names."""
        self.folded = fold(without_kind(self.name))
        self.folded_district = fold(without_kind(self.district))
        self.folded_province = fold(without_kind(self.province_name))

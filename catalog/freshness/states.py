"""What a producer can say when she is asked, and how she was asked."""

from django.db.models import TextChoices


class Word(TextChoices):
    """Her word on one thing."""

    TRUE = "dung", "Đúng như vậy"
    CHANGED = "khac", "Có thay đổi"
    RESTS = "nghi", "Tạm nghỉ bán"


class AskedBy(TextChoices):
    """How she was asked."""

    PHONE = "goi", "Gọi điện"
    VISIT = "toi-nha", "Tới nhà"
    AT_POINT = "tai-diem", "Bà con tới điểm"

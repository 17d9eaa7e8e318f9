"""What a consent can be given for."""

from django.db.models import TextChoices


class ConsentScope(TextChoices):
    """Each is asked, given and withdrawn by itself; "no" costs nothing (Law 91/2025/QH15)."""

    GOODS = "goods", "Điểm hỗ trợ đăng bán hàng thay"
    NAME_AND_PICTURE = "name_and_picture", "Đăng tên và ảnh của người bán"
    VOICE = "voice", "Đăng giọng kể"
    MOTIF = "motif", "Cho chợ dùng hoa văn để trang trí"

"""By which method a producer's identity is checked, and on which papers."""

from django.db.models import TextChoices


class Method(TextChoices):
    """The methods of the port in `methods`."""

    IN_PERSON = "in_person", "Cán bộ gặp mặt, xem giấy"
    DOCUMENTS = "documents", "Đối chiếu số giấy tờ"
    ELECTRONIC = "electronic", "Định danh điện tử (VNeID)"


class Paper(TextChoices):
    """What was looked at; never a photo of it."""

    CITIZEN_CARD = "citizen_card", "Căn cước, căn cước công dân"
    IDENTITY_CERTIFICATE = "identity_certificate", "Giấy chứng nhận căn cước"
    PASSPORT = "passport", "Hộ chiếu"
    COMMUNE_PAPER = "commune_paper", "Giấy xác nhận của xã"
    REGISTRATION = "registration", "Giấy đăng ký của tổ chức"


ACTS = {
    "identity.checked": "xác minh danh tính người bán",
    "identity.failed": "ghi danh tính người bán không khớp",
}
"""What is done to identities, as the audit trail tells it."""

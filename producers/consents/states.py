"""What a consent can be given for, and what proves it."""

from django.db.models import TextChoices


class ConsentScope(TextChoices):
    """Each is asked, given and withdrawn by itself; "no" costs nothing (Law 91/2025/QH15).

    Ethnic origin is sensitive personal data (Law 91/2025/QH15): asked apart, and nothing hangs on the answer.
    """

    GOODS = "goods", "Điểm hỗ trợ đăng bán hàng thay"
    NAME_AND_PICTURE = "name_and_picture", "Đăng tên và ảnh của người bán"
    VOICE = "voice", "Đăng giọng kể"
    MOTIF = "motif", "Cho chợ dùng hoa văn để trang trí"
    ETHNICITY = "ethnicity", "Ghi dân tộc của người bán"


class ProofKind(TextChoices):
    """What proves her answer beside the witness."""

    PICTURE = "picture", "Ảnh chữ ký hoặc dấu vân tay"
    VOICE = "voice", "Ghi âm câu trả lời"


ACTS = {
    "consent.recorded": "Ghi sự đồng ý",
    "consent.withdrawn": "Ghi việc rút lại",
    "consent.ended": "Ghi sự đồng ý đã hết hạn",
    "consent.proof_added": "Thêm bằng chứng đồng ý",
    "consent.proof_seen": "Xem bằng chứng đồng ý",
    "consent.proof_purged": "Xoá bằng chứng đồng ý đã quá hạn giữ",
    "consent.reading_uploaded": "Tải lên bản đọc lời xin phép",
    "consent.translation_added": "Nhập bản dịch lời xin phép",
    "consent.translation_retired": "Thôi dùng bản dịch lời xin phép",
}
"""What acts on consents are called in the audit trail."""

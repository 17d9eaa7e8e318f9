"""What a file is sent for and what became of it; the words of the acts on certificates."""

from django.db.models import TextChoices


class DossierKind(TextChoices):
    """What a file is sent for (Decision 26/2026/QĐ-TTg, Art. 6.1)."""

    FIRST = "first", "Đánh giá lần đầu"
    UPGRADE = "upgrade", "Nâng hạng sao"
    RENEWAL = "renewal", "Công nhận lại"


class DossierResult(TextChoices):
    """What became of a file."""

    WAITING = "waiting", "Chờ kết quả"
    RECOGNISED = "recognised", "Được công nhận"
    REFUSED = "refused", "Không được công nhận"
    WITHDRAWN = "withdrawn", "Rút hồ sơ"


class CertificateAct(TextChoices):
    """What people do to a certificate, as the audit trail names it."""

    CLAIMED = "certificate.claimed", "ghi giấy chứng nhận"
    CLAIM_DROPPED = "certificate.claim_dropped", "bỏ giấy chứng nhận đã ghi"
    VERIFIED = "certificate.verified", "đối chiếu giấy chứng nhận với quyết định"
    EXTENDED = "certificate.extended", "kéo dài hiệu lực giấy chứng nhận"
    REVOKED = "certificate.revoked", "ghi thu hồi giấy chứng nhận"
    REPLACED = "certificate.replaced", "ghi giấy chứng nhận đã được thay"
    SCANNED = "certificate.scanned", "thêm bản chụp giấy chứng nhận"
    SCAN_SHOWN = "certificate.scan_shown", "đổi người xem bản chụp giấy chứng nhận"
    DOSSIER_SENT = "dossier.sent", "ghi đã nộp hồ sơ OCOP"
    DOSSIER_ANSWERED = "dossier.answered", "ghi kết quả hồ sơ OCOP"


ACTS: dict[str, str] = dict(CertificateAct.choices)

"""What a certificate is today, how many days are left, and what to do next by when, in plain words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst

from catalog.ocop.life import (
    IN_FORCE,
    CertificateState,
    extension_window,
    last_day_in_force,
    latest_extension,
    renewal_window,
    state_on,
)
from catalog.ocop.models import Certificate, Dossier
from catalog.ocop.queries import waiting_dossiers

S = CertificateState
TONES = {
    S.APPLIED: ("cham", "clock"),
    S.NOT_YET: ("xam", "clock"),
    S.VALID: ("xanh", "shield-check"),
    S.RENEWAL_OPEN: ("vang", "clock"),
    S.RENEWAL_MISSED: ("do", "triangle-alert"),
    S.EXTENDED: ("vang", "shield-check"),
    S.EXPIRED: ("xam", "ban"),
    S.REVOKED: ("do", "ban"),
    S.REPLACED: ("xam", "file-check-2"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A certificate as a list shows it: its state as a pill, the days left in force, the next step and its last day."""

    certificate: Certificate
    dossier: Dossier | None
    state: CertificateState
    is_checked: bool
    days_left: int | None
    step: str
    by: date | None

    @property
    def pill(self) -> tuple[str, str, str]:
        """Words, tone and drawing."""
        if not self.is_checked:
            return "Chưa đối chiếu", "vang", "file-check-2"
        state = S.APPLIED if self.dossier and self.state in IN_FORCE else self.state
        return capfirst(state.label), *TONES[state]


def standings(certificates: Iterable[Certificate], *, on: date) -> list[Standing]:
    """Each certificate with its next step; one query for the files that wait."""
    rows = list(certificates)
    dossiers = waiting_dossiers([each.product_id for each in rows])
    return [standing(each, dossiers.get(each.product_id), on=on) for each in rows]


def standing(certificate: Certificate, dossier: Dossier | None, *, on: date) -> Standing:
    """One certificate, and the file that waits for its product if there is one."""
    state = state_on(certificate, on)
    step, by = _step(certificate, dossier, state, on)
    end = last_day_in_force(certificate)
    return Standing(
        certificate=certificate,
        dossier=dossier,
        state=state,
        is_checked=certificate.verified_at is not None,
        days_left=(end - on).days if state in IN_FORCE else None,
        step=step,
        by=by,
    )


Step = tuple[str, date | None]


def _step(certificate: Certificate, dossier: Dossier | None, state: CertificateState, on: date) -> Step:
    if certificate.verified_at is None:
        return "Chờ cán bộ tỉnh đối chiếu với quyết định; chưa hiện dấu sao.", None
    if state == S.REVOKED:
        return f"Bị thu hồi: {certificate.ground.name if certificate.ground else 'không ghi căn cứ'}.", None
    if state == S.REPLACED:
        return "Đã có giấy mới thay; không phải làm gì.", None
    if dossier and state in IN_FORCE:
        return f"Đã nộp hồ sơ ngày {dossier.applied_date:%d/%m/%Y}; chờ kết quả.", None
    if certificate.extended_until and state in IN_FORCE:
        until = last_day_in_force(certificate)
        return f"Đã kéo dài hiệu lực đến {until:%d/%m/%Y} trong lúc chờ đánh giá lại.", until
    return _renewal_step(certificate, state, on)


def _renewal_step(certificate: Certificate, state: CertificateState, on: date) -> Step:
    opens, closes = renewal_window(certificate.expires_date, on=on)
    match state:
        case S.NOT_YET:
            return f"Có hiệu lực từ ngày {certificate.issued_date:%d/%m/%Y}.", None
        case S.VALID:
            return f"Được nộp hồ sơ công nhận lại từ {opens:%d/%m/%Y} đến {closes:%d/%m/%Y}.", None
        case S.RENEWAL_OPEN:
            return "Nộp hồ sơ công nhận lại cho Uỷ ban nhân dân xã.", closes
        case S.RENEWAL_MISSED if extension_window(certificate) is None:
            return (
                "Đã quá hạn nộp. Nộp ngay; hết hạn mà chưa có giấy mới thì sao tự gỡ.",
                certificate.expires_date,
            )
        case S.RENEWAL_MISSED:
            latest = latest_extension(certificate.expires_date)
            asking = f"hỏi cơ quan OCOP của tỉnh về kéo dài hiệu lực (Điều 12.3, nhiều nhất đến {latest:%d/%m/%Y})"
            return f"Đã quá hạn nộp. Nộp ngay và {asking}.", certificate.expires_date
        case S.EXTENDED:
            return "Đang kéo dài trong lúc chờ đánh giá lại. Hết ngày cuối mà chưa có kết quả thì sao tự gỡ.", None
    return "Dấu sao đã gỡ. Muốn có sao lại thì nộp hồ sơ đánh giá.", None

"""The life of an OCOP certificate, computed from its dates and never typed.

Decision 26/2026/QĐ-TTg: valid 36 months from issue (Art. 4.3); the file for re-evaluation goes in not earlier than
180 and not later than 120 days before the end (Art. 7.6a); an old certificate whose window could not be met is
extended at most 180 days past its end while the new evaluation runs (Art. 12); revocation (Art. 8).
"""

import calendar
from datetime import date, timedelta
from typing import Protocol

from django.db.models import TextChoices

VALIDITY_MONTHS = 36
WINDOW_OPENS_DAYS = 180
WINDOW_CLOSES_DAYS = 120
LONGEST_EXTENSION_DAYS = 180
PUBLIC_STARS = (3, 4, 5)


class CertificateState(TextChoices):
    """What a certificate is on a day."""

    NOT_YET = "not_yet", "chưa đến ngày hiệu lực"
    VALID = "valid", "còn hiệu lực"
    RENEWAL_OPEN = "renewal_open", "trong thời gian nộp lại"
    RENEWAL_MISSED = "renewal_missed", "quá hạn nộp lại"
    EXTENDED = "extended", "kéo dài hiệu lực"
    EXPIRED = "expired", "hết hiệu lực"
    REVOKED = "revoked", "bị thu hồi"


IN_FORCE = frozenset(
    {
        CertificateState.VALID,
        CertificateState.RENEWAL_OPEN,
        CertificateState.RENEWAL_MISSED,
        CertificateState.EXTENDED,
    }
)


class Dates(Protocol):
    """The dates that decide."""

    @property
    def issued_date(self) -> date:
        """The day of issue by the authority."""

    @property
    def expires_date(self) -> date:
        """The last day of the 36 months."""

    @property
    def extended_until(self) -> date | None:
        """The last day of an extension while the new evaluation runs."""

    @property
    def revoked_date(self) -> date | None:
        """The day from which it is revoked."""


def end_of_validity(issued: date) -> date:
    """The last day of a certificate issued on that day: 36 months on, one day less."""
    months = issued.month - 1 + VALIDITY_MONTHS
    year, month = issued.year + months // 12, months % 12 + 1
    same_day = date(year, month, min(issued.day, calendar.monthrange(year, month)[1]))
    return same_day if same_day.day < issued.day else same_day - timedelta(days=1)


def state_on(certificate: Dates, day: date) -> CertificateState:
    """What the certificate is on that day."""
    if certificate.revoked_date and certificate.revoked_date <= day:
        return CertificateState.REVOKED
    if day < certificate.issued_date:
        return CertificateState.NOT_YET
    days_left = (certificate.expires_date - day).days
    if days_left > WINDOW_OPENS_DAYS:
        return CertificateState.VALID
    if days_left >= WINDOW_CLOSES_DAYS:
        return CertificateState.RENEWAL_OPEN
    if days_left >= 0:
        return CertificateState.RENEWAL_MISSED
    return CertificateState.EXTENDED if day <= _end(certificate) else CertificateState.EXPIRED


def last_day_in_force(certificate: Dates) -> date:
    """The last day on which the badge may be shown."""
    end = _end(certificate)
    if certificate.revoked_date:
        return min(end, certificate.revoked_date - timedelta(days=1))
    return end


def _end(certificate: Dates) -> date:
    """The last day with the extension, which never lasts longer than the decision allows."""
    expires = certificate.expires_date
    longest = expires + timedelta(days=LONGEST_EXTENSION_DAYS)
    return max(expires, min(certificate.extended_until or expires, longest))

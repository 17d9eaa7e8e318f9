"""The life of an OCOP certificate, computed from its dates and never typed.

Decision 26/2026/QĐ-TTg: valid 36 months from issue (Art. 4.3); the file for re-evaluation goes in not earlier than
180 and not later than 120 days before the end (Art. 7.6a); an old certificate whose window could not be met stays in
force at most 180 days past its end while the new evaluation runs (Art. 12.3); revocation (Art. 8). The numbers are
rules, `ocop.*`. Of several certificates of one product the newest in force counts: a later decision says what the
product is now, be it more stars or fewer.
"""

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple, Protocol, TypeVar

from django.db.models import TextChoices

from common.rules.book import rule

PUBLIC_STARS = (3, 4, 5)
ONE_DAY = timedelta(days=1)


class CertificateState(TextChoices):
    """What a certificate is on a day."""

    APPLIED = "applied", "đã nộp hồ sơ"
    NOT_YET = "not_yet", "chưa đến ngày hiệu lực"
    VALID = "valid", "còn hiệu lực"
    RENEWAL_OPEN = "renewal_open", "trong thời gian nộp lại"
    RENEWAL_MISSED = "renewal_missed", "quá hạn nộp lại"
    EXTENDED = "extended", "kéo dài hiệu lực"
    EXPIRED = "expired", "hết hiệu lực"
    REVOKED = "revoked", "bị thu hồi"
    REPLACED = "replaced", "đã có giấy mới thay"


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

    @property
    def replaced_date(self) -> date | None:
        """The day from which a newer certificate of the product stands in its place."""


class Starred(Dates, Protocol):
    """A certificate's dates with its stars."""

    @property
    def stars(self) -> int:
        """3 to 5."""


AnyStarred = TypeVar("AnyStarred", bound=Starred)


class Window(NamedTuple):
    """The first and the last day on which something may be done."""

    opens: date
    closes: date


class Span(NamedTuple):
    """So many stars from the first day to the last, both included."""

    stars: int
    first: date
    last: date


def end_of_validity(issued: date) -> date:
    """The last day of a certificate issued on that day: 36 months on, one day less."""
    months = issued.month - 1 + rule("ocop.validity_months", on=issued).value
    year, month = issued.year + months // 12, months % 12 + 1
    same_day = date(year, month, min(issued.day, calendar.monthrange(year, month)[1]))
    return same_day if same_day.day < issued.day else same_day - ONE_DAY


def renewal_window(expires: date, *, on: date) -> Window:
    """When the file for re-evaluation may go in, by the rules of that day."""
    opens, closes = (rule(f"ocop.window_{edge}_days", on=on).value for edge in ("opens", "closes"))
    return Window(expires - timedelta(days=opens), expires - timedelta(days=closes))


def latest_extension(expires: date) -> date:
    """The last day to which a certificate may be extended."""
    return expires + timedelta(days=rule("ocop.longest_extension_days", on=expires).value)


def extension_window(certificate: Dates) -> Window | None:
    """When it may be extended: from its window for renewal on; never if no older than the decision (Art. 12.3)."""
    expires = certificate.expires_date
    if certificate.issued_date >= rule("ocop.extension_issued_before", on=expires).day:
        return None
    return Window(renewal_window(expires, on=expires).opens, latest_extension(expires))


def state_on(certificate: Dates, day: date) -> CertificateState:
    """What the certificate is on that day."""
    if certificate.revoked_date and certificate.revoked_date <= day:
        return CertificateState.REVOKED
    if certificate.replaced_date and certificate.replaced_date <= day:
        return CertificateState.REPLACED
    if day < certificate.issued_date:
        return CertificateState.NOT_YET
    if day > certificate.expires_date:
        return CertificateState.EXTENDED if day <= _end(certificate) else CertificateState.EXPIRED
    opens, closes = renewal_window(certificate.expires_date, on=day)
    if day < opens:
        return CertificateState.VALID
    return CertificateState.RENEWAL_OPEN if day <= closes else CertificateState.RENEWAL_MISSED


def last_day_in_force(certificate: Dates) -> date:
    """The last day on which the badge may be shown."""
    cut = [day - ONE_DAY for day in (certificate.revoked_date, certificate.replaced_date) if day]
    return min([_end(certificate), *cut])


def in_effect_on(certificates: Iterable[AnyStarred], day: date) -> AnyStarred | None:
    """The one of a product's checked certificates that counts on that day: the newest in force, or none."""
    in_force = [each for each in certificates if state_on(each, day) in IN_FORCE]
    return max(in_force, key=lambda each: (each.issued_date, each.stars), default=None)


def star_spans(certificates: Iterable[Starred]) -> list[Span]:
    """The stars of a product's checked certificates through all days: spans in order that never overlap."""
    known = list(certificates)
    edges = sorted({day for each in known for day in (each.issued_date, last_day_in_force(each) + ONE_DAY)})
    spans: list[Span] = []
    for first, after in pairwise(edges):
        counts = in_effect_on(known, first)
        if counts is None:
            continue
        span = Span(counts.stars, first, after - ONE_DAY)
        if spans and spans[-1].stars == span.stars and spans[-1].last + ONE_DAY == first:
            span = Span(span.stars, spans.pop().first, span.last)
        spans.append(span)
    return spans


def _end(certificate: Dates) -> date:
    """The last day with the extension, which never lasts longer than the decision allows."""
    expires = certificate.expires_date
    return max(expires, min(certificate.extended_until or expires, latest_extension(expires)))

"""Remind the support point that a certificate must be renewed: at 180, 150 and 120 days before its end, once each."""

from datetime import date, datetime, timedelta
from itertools import pairwise

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from catalog.ocop.life import CertificateState, renewal_window, state_on
from catalog.ocop.models import Certificate, RenewalReminder
from catalog.ocop.queries import certificates_of, to_renew
from common.rules.book import rule
from producers.directory.models import Producer
from producers.notices.services import notify

RULES = ("ocop.first_reminder_days", "ocop.second_reminder_days", "ocop.last_reminder_days")


def remind_of_renewal(*, at: datetime) -> int:
    """Write what is due and was not written: of several missed reminders the last one alone, so that nobody gets three.

    A certificate for which a file was sent needs no reminder.
    """
    today = timezone.localdate(at)
    due = certificates_of(Producer.objects.all()).filter(to_renew(today)).order_by("pk")
    marks = sorted({rule(key, on=today).value for key in RULES})
    made = 0
    for below, mark in pairwise([-1, *marks]):
        ends = {"expires_date__gt": today + timedelta(days=below), "expires_date__lte": today + timedelta(days=mark)}
        reminded = RenewalReminder.objects.filter(days_before=mark)
        for certificate in due.filter(**ends).exclude(pk__in=reminded.values("certificate")).iterator(chunk_size=500):
            made += _remind(certificate, [each for each in marks if each >= mark], today, at)
    return made


@transaction.atomic
def _remind(certificate: Certificate, reached: list[int], today: date, at: datetime) -> bool:
    """Tell the point, and note every mark that was reached, the missed ones too. Two rounds at once make one notice."""
    Certificate.objects.select_for_update().get(pk=certificate.pk)
    known = set(certificate.reminders.values_list("days_before", flat=True))
    if reached[0] in known:
        return False
    RenewalReminder.objects.bulk_create(
        RenewalReminder(certificate=certificate, days_before=mark, made_at=at) for mark in reached if mark not in known
    )
    holder = certificate.holder
    text = _text(certificate, (certificate.expires_date - today).days, today)
    notify(holder.point, text, url=reverse("work-certificate", args=[certificate.pk]), producer=holder)
    return True


def _text(certificate: Certificate, left: int, today: date) -> str:
    named = f"Giấy {certificate.stars} sao của {certificate.product.title}, {certificate.holder},"
    ends = f"{named} còn {left} ngày (hết ngày {certificate.expires_date:%d/%m/%Y})."
    if state_on(certificate, today) == CertificateState.RENEWAL_MISSED:
        return f"{ends} Đã quá hạn nộp hồ sơ công nhận lại: hỏi cơ quan OCOP của tỉnh ngay."
    closes = renewal_window(certificate.expires_date, on=today).closes
    return f"{ends} Nộp hồ sơ công nhận lại chậm nhất ngày {closes:%d/%m/%Y}."

"""Set the second proof up, check a code, write codes for paper anew, and reset all of it for who lost her phone.

The codes from the phone are those of RFC 6238. django-otp checks them, and what is kept of the codes on paper, under a
lock: no code counts twice, and after each wrong try one waits longer.
"""

from dataclasses import dataclass
from math import ceil

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django_otp import verify_token
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from common.audit.services import record
from common.rules.book import rule
from producers.second_factor.codes import digest_of, new_code

PHONE, PAPER = "Điện thoại", "Giấy"
ACTS = {
    "second_factor.set_up": "lập lớp bảo vệ thứ hai",
    "second_factor.codes_written": "lấy mã giấy mới",
    "second_factor.reset": "xoá lớp bảo vệ thứ hai",
}


@dataclass(frozen=True, slots=True)
class WrongCode(Exception):  # noqa: N818
    """The code is wrong or was used; the next try counts only after that many seconds."""

    seconds: int


def has_second_factor(user: User) -> bool:
    """Whether the person has set it up."""
    return bool(TOTPDevice.objects.filter(user=user, confirmed=True).exists())


def phone_to_set_up(user: User) -> TOTPDevice:
    """The secret to put on the phone, the same one until it is confirmed."""
    waiting: TOTPDevice | None = TOTPDevice.objects.filter(user=user, confirmed=False).order_by("pk").first()
    return waiting or TOTPDevice.objects.create(user=user, name=PHONE, confirmed=False)


def set_up(user: User, code: str) -> tuple[TOTPDevice, list[str]]:
    """Confirm the phone by its first code; return it with the codes for paper.

    Raises WrongCode, and PermissionDenied if a phone is confirmed already: only an administrator's reset takes it away.
    """
    device = phone_to_set_up(user)
    _check(user, device, code)
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        if has_second_factor(user):
            raise PermissionDenied
        device.refresh_from_db()
        device.confirmed = True
        device.save(update_fields=["confirmed"])
        record("second_factor.set_up", by=user, subject=user)
        return device, _write_paper(user)


def check_code(user: User, typed: str) -> Device:
    """The phone or the paper that the code is from; digits alone are from the phone. Raises WrongCode."""
    code = "".join(typed.split()).lower()
    is_from_phone = code.isdecimal()
    kind = TOTPDevice if is_from_phone else StaticDevice
    device = kind.objects.filter(user=user, confirmed=True).first()
    if device is None:
        raise WrongCode(0)
    return _check(user, device, code if is_from_phone else digest_of(code, user.pk))


@transaction.atomic
def write_paper_anew(user: User) -> list[str]:
    """New codes for paper; the old ones count no more."""
    codes = _write_paper(user)
    record("second_factor.codes_written", by=user, subject=user)
    return codes


@transaction.atomic
def reset_second_factor(person: User, *, by: User, reason: str) -> None:
    """Take phone and paper away, so that the person sets them up anew; her open sessions are unproved at once.

    Raises PermissionDenied unless `by` is an administrator and somebody else.
    """
    if by.pk == person.pk or not User.objects.filter(pk=by.pk, is_active=True, is_superuser=True).exists():
        raise PermissionDenied
    TOTPDevice.objects.filter(user=person).delete()
    StaticDevice.objects.filter(user=person).delete()
    record("second_factor.reset", by=by, subject=person, reason=reason)


def _check(user: User, device: Device, code: str) -> Device:
    """The device if the code is right; a wrong try is counted, whatever becomes of the request."""
    if verify_token(user, device.persistent_id, code):
        return device
    device.refresh_from_db()
    is_allowed, why = device.verify_is_allowed()
    raise WrongCode(0 if is_allowed else max(1, ceil((why["locked_until"] - timezone.now()).total_seconds())))


def _write_paper(user: User) -> list[str]:
    """Codes for paper in the place of all earlier ones."""
    paper = StaticDevice.objects.get_or_create(user=user, defaults={"name": PAPER})[0]
    paper.token_set.all().delete()
    codes = [new_code() for _ in range(rule("staffing.paper_codes").value)]
    paper.token_set.bulk_create([StaticToken(device=paper, token=digest_of(code, user.pk)) for code in codes])
    return codes

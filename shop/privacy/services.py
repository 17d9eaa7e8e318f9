"""Take a request about personal data, say that it has come, answer it, and erase an account."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from oscar.apps.address.models import UserAddress
from oscar.apps.basket.models import Basket

from common.audit.services import record
from common.transitions import move
from producers.directory.models import Producer
from producers.directory.queries import point_of_act
from shop.privacy.deadlines import acknowledge_by, answer_by
from shop.privacy.models import DataRequest
from shop.privacy.states import RequestAct


class AnswerMissing(Exception):  # noqa: N818
    """Nothing is closed, extended or refused without a word to the person who asked."""


class NotErasable(Exception):  # noqa: N818
    """The request names no buyer's account, or the account is one of people at work."""


@transaction.atomic
def open_request(
    kind: str,
    *,
    name: str,
    contact: str = "",
    words: str = "",
    user: User | None = None,
    producer: Producer | None = None,
    by: User | None = None,
) -> DataRequest:
    """Take a request; `by` is the officer who wrote it down for the producer, None where people asked themselves."""
    now = timezone.now()
    request: DataRequest = DataRequest.objects.create(
        kind=kind,
        name=name,
        contact=contact,
        words=words,
        user=user,
        producer=producer,
        recorded_by=by,
        received_at=now,
        acknowledge_by=acknowledge_by(now),
        answer_by=answer_by(now, with_processor=False, is_extended=False),
    )
    _record(RequestAct.RECEIVED, request, by=by, after={"kind": kind})
    return request


def acknowledge_request(request: DataRequest, *, with_processor: bool, by: User) -> None:
    """Say that it has come, and by when it is answered. Raises MoveNotAllowed and NotTheirMove."""
    last_day = answer_by(request.received_at, with_processor=with_processor, is_extended=False)
    changes: dict[str, Any] = {
        "acknowledged_at": timezone.now(),
        "with_processor": with_processor,
        "answer_by": last_day,
    }
    _move(request, RequestAct.ACKNOWLEDGED, by=by, **changes)


def extend_request(request: DataRequest, *, reason: str, by: User) -> None:
    """Take the one extension that the rule allows. Raises AnswerMissing, MoveNotAllowed and NotTheirMove."""
    last_day = answer_by(request.received_at, with_processor=request.with_processor, is_extended=True)
    words = _said(reason)
    _move(request, RequestAct.EXTENDED, by=by, reason=reason, extension_reason=words, answer_by=last_day)


def answer_request(request: DataRequest, *, answer: str, by: User) -> None:
    """Close it with what was done. Raises AnswerMissing, MoveNotAllowed and NotTheirMove."""
    _move(request, RequestAct.DONE, by=by, answer=_said(answer), closed_at=timezone.now())


def refuse_request(request: DataRequest, *, reason: str, by: User) -> None:
    """Close it with why it cannot be done. Raises AnswerMissing, MoveNotAllowed and NotTheirMove."""
    _move(request, RequestAct.REFUSED, by=by, reason=reason, answer=_said(reason), closed_at=timezone.now())


@transaction.atomic
def erase_account(request: DataRequest, *, by: User) -> None:
    """Erase the buyer's account of the request: name, e-mail, sign-in, addresses and open baskets.

    Orders stay as long as the law obliges (at least three years, E-commerce Law 122/2025/QH15); they no longer open
    from an account. Raises NotErasable.
    """
    user = User.objects.select_for_update().filter(pk=request.user_id or 0).first()
    if user is None or user.is_staff or user.is_superuser or _works_here(user):
        raise NotErasable(str(request))
    user.username, user.email, user.first_name, user.last_name = f"da-xoa-{user.pk}", "", "", ""
    user.is_active = False
    user.set_unusable_password()
    user.save()
    UserAddress.objects.filter(user=user).delete()
    Basket.objects.filter(owner=user, status=Basket.OPEN).delete()
    _record(RequestAct.ERASED, request, by=by)


def _works_here(user: User) -> bool:
    return user.memberships.exists() or Producer.objects.filter(partner__users=user.pk).exists()


def _said(words: str) -> str:
    if not words.strip():
        raise AnswerMissing
    return words


def _move(request: DataRequest, act: RequestAct, *, by: User, reason: str = "", **changes: Any) -> None:
    producer = request.producer
    point = point_of_act(by, producer) if producer else None
    move(request, act, by=by, on_behalf_of=producer, at_point=point, reason=reason, **changes)


def _record(act: RequestAct, request: DataRequest, *, by: User | None, **about: Any) -> None:
    producer = request.producer
    point = point_of_act(by, producer) if producer else None
    record(act.value, by=by, subject=request, on_behalf_of=producer, at_point=point, **about)

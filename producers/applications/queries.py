"""Applications as those who decide see them; every read starts from the user."""

from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet

from common.audit.queries import history_of
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, provinces_approved_by
from producers.directory.states import ProducerAct, ProducerState

HANDS_ON = frozenset({"producer.added", "producer.changed", ProducerAct.SUBMITTED.value})
"""Who did any of these to a producer cannot approve her."""
CHANGES_NOTHING = ("consent.proof_seen", "consent.proof_purged")
"""Acts in her trail that leave everything an approver decides on as it was."""


def records_under(user: AnyUser) -> QuerySet[Producer]:
    """Every record that the user may merge, drafts too: those of an approver's provinces, an administrator's all."""
    if not user.is_authenticated or not user.is_active:
        return Producer.objects.none()
    if getattr(user, "is_superuser", False):
        return Producer.objects.all()
    return Producer.objects.filter(commune__province__in=provinces_approved_by(user))


def applications_under(user: AnyUser) -> QuerySet[Producer]:
    """The applications that the user decides on; drafts are not."""
    decided = records_under(user).exclude(state=ProducerState.DRAFT)
    return decided.select_related("commune__province", "point", "decided_by", "submitted_by")


def applications_awaiting(user: AnyUser) -> QuerySet[Producer]:
    """The applications that wait for the user's decision, the longest waiting first."""
    return applications_under(user).filter(state=ProducerState.SUBMITTED).order_by("submitted_at", "pk")


def decides_applications(user: Any) -> bool:
    """Whether there is a queue of applications for this user at all."""
    return bool(user.is_superuser) or provinces_approved_by(user).exists()


def version_of(producer: Producer) -> str:
    """What the page of an application was drawn from; anything that changes the producer since makes another."""
    last = history_of(producer).exclude(action__in=CHANGES_NOTHING).values_list("pk", flat=True).first()
    return f"{producer.state}:{last or 0}"


def has_hand_in(user: User, producer: Producer) -> bool:
    """Whether the user typed or sent the application, or is the producer."""
    return (
        user.pk in (producer.created_by_id, producer.submitted_by_id)
        or history_of(producer).filter(by=user, action__in=HANDS_ON).exists()
        or producer.partner.users.filter(pk=user.pk).exists()
    )


def same_phone(producer: Producer, *, among: QuerySet[Producer]) -> list[Producer]:
    """Others with her phone among those whom the reader may see: a family's number, or the village head's."""
    if not producer.phone:
        return []
    return list(among.filter(phone=producer.phone).exclude(pk=producer.pk).order_by("name_folded", "pk")[:5])

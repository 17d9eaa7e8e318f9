"""Which acts of the audit trail a person may read; every read starts from the user."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone

from catalog.decision_lists.models import DecisionList
from catalog.moderation.models import AuthorityRequest
from catalog.moderation.states import RequestKind
from common.audit.models import AuditEntry
from common.audit.services import name_of
from producers.directory.models import Producer, SupportPoint
from producers.directory.queries import AnyUser, memberships_of, points_of, producers_served_by
from producers.directory.states import Role
from shop.feedback.models import Complaint
from shop.feedback.states import DONE


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader looks for: all of it holds at once, what is empty holds for every act."""

    words: str = ""
    act: str = ""
    point: SupportPoint | None = None
    person: int | None = None
    producer: int | None = None
    first_day: date | None = None
    last_day: date | None = None


def acts_of_served(user: AnyUser) -> QuerySet[AuditEntry]:
    """The acts for the producers whom the user serves, but those that are kept from the point."""
    acts = AuditEntry.objects.filter(on_behalf_of_id__in=producers_served_by(user).values("pk"))
    return acts.exclude(kept_from_points())


def kept_from_points() -> Q:
    """Acts on what neither the point nor the producer may know of: complaints about the point until they are answered,
    and an authority's questions about the producer.
    """
    complaints = Complaint.objects.filter(is_about_point=True).exclude(state__in=DONE)
    questions = AuthorityRequest.objects.filter(kind=RequestKind.INFORMATION)
    return _acts_on(Complaint, complaints) | _acts_on(AuthorityRequest, questions)


def acts_audited_by(user: AnyUser) -> QuerySet[AuditEntry]:
    """Every act for the producers of the auditor's provinces, or of all, and on the decision lists and points there.

    For administrators every act there is.
    """
    if _is_administrator(user):
        return AuditEntry.objects.all()
    audits = memberships_of(user, Role.AUDITOR)
    if audits.filter(province__isnull=True).exists():
        lists, points = DecisionList.objects.all(), SupportPoint.objects.all()
        theirs = Q(on_behalf_of_id__isnull=False)
        return AuditEntry.objects.filter(theirs | _acts_on(DecisionList, lists) | _acts_on(SupportPoint, points))
    provinces = audits.values("province")
    lists = DecisionList.objects.filter(province__in=provinces)
    points = SupportPoint.objects.filter(commune__province__in=provinces)
    theirs = Q(on_behalf_of_id__in=Producer.objects.filter(commune__province__in=provinces).values("pk"))
    return AuditEntry.objects.filter(theirs | _acts_on(DecisionList, lists) | _acts_on(SupportPoint, points))


def points_to_ask_for(user: AnyUser) -> QuerySet[SupportPoint]:
    """The points whose acts the user may read."""
    if _is_administrator(user):
        return SupportPoint.objects.all()
    audits = memberships_of(user, Role.AUDITOR)
    if audits.filter(province__isnull=True).exists():
        return SupportPoint.objects.all()
    theirs = Q(commune__province__in=audits.values("province")) | Q(pk__in=points_of(user).values("pk"))
    return SupportPoint.objects.filter(theirs)


def reads_the_trail(user: AnyUser) -> bool:
    """Whether the user is an auditor or administrator."""
    return bool(
        user.is_active and (getattr(user, "is_superuser", False) or memberships_of(user, Role.AUDITOR).exists())
    )


def narrowed(entries: QuerySet[AuditEntry], asked: Asked) -> QuerySet[AuditEntry]:
    """Those of the entries that were asked for, newest first."""
    if asked.words:
        entries = entries.filter(words__has=asked.words)
    if asked.act:
        is_area = asked.act.endswith(".")
        entries = entries.filter(action__startswith=asked.act) if is_area else entries.filter(action=asked.act)
    if asked.point:
        entries = entries.filter(at_point_id=asked.point.pk)
    if asked.person:
        entries = entries.filter(by=asked.person)
    if asked.producer:
        entries = entries.filter(on_behalf_of_id=asked.producer)
    if asked.first_day:
        entries = entries.filter(at__gte=_midnight(asked.first_day))
    if asked.last_day:
        entries = entries.filter(at__lt=_midnight(asked.last_day + timedelta(days=1)))
    return entries.order_by("-at", "-pk")


def page_of(entries: QuerySet[AuditEntry], *, before: str, size: int) -> tuple[list[AuditEntry], int | None]:
    """One page of entries older than the entry of that number, and from which number on the next one goes.

    Nothing is counted and nothing skipped: the thousandth page costs as much as the first.
    """
    last = AuditEntry.objects.filter(pk=before).first() if before.isascii() and before.isdecimal() else None
    if last:
        entries = entries.filter(Q(at__lt=last.at) | Q(pk__lt=last.pk), at__lte=last.at)
    found = list(entries[: size + 1])
    return found[:size], found[size - 1].pk if len(found) > size else None


def name_of_person(entries: QuerySet[AuditEntry], person: int) -> str:
    """The name of a person who acted among these entries, or nothing."""
    known = User.objects.filter(pk=person).first() if entries.filter(by=person).exists() else None
    return name_of(known) if known else ""


def name_of_producer(entries: QuerySet[AuditEntry], producer: int) -> str:
    """The name of a producer for whom was acted among these entries, or nothing."""
    names = entries.filter(on_behalf_of_id=producer).order_by("-at").values_list("on_behalf_of_name", flat=True)
    return names.first() or ""


def _acts_on(model: type[Model], rows: QuerySet[Any]) -> Q:
    kind = {"subject_type__app_label": model._meta.app_label, "subject_type__model": model._meta.model_name}
    return Q(**kind, subject_id__in=rows.values(key=Cast("pk", CharField())))


def _is_administrator(user: AnyUser) -> bool:
    return user.is_active and bool(getattr(user, "is_superuser", False))


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))

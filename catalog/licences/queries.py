"""Licences as people may see them, and until when a producer is licensed."""

from datetime import date, timedelta

from django.db.models import OuterRef, QuerySet, Subquery

from catalog.licences.models import Licence
from catalog.licences.states import LicenceState
from common.rules.book import rule
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, producers_overseen_by, producers_served_by


def licensed_until(producer: str = "producer") -> Subquery:
    """The last day of the longest licence of the producer in that column that an approver compared; None without.

    Nobody can record a licence that is not issued yet, so that one that was compared has begun.
    """
    compared = Licence.objects.filter(producer=OuterRef(producer), state=LicenceState.VERIFIED)
    return Subquery(compared.order_by("-until_date").values("until_date")[:1])


def is_licensed(producer: Producer, *, on: date) -> bool:
    """Whether she may sell what needs a licence on that day."""
    compared = Licence.objects.filter(producer=producer, state=LicenceState.VERIFIED)
    return compared.filter(issued_date__lte=on, until_date__gte=on).exists()


def licences_served_by(user: AnyUser) -> QuerySet[Licence]:
    """The licences of the producers whom the user serves."""
    return Licence.objects.filter(producer__in=producers_served_by(user)).select_related("producer", "verified_by")


def licences_overseen_by(user: AnyUser) -> QuerySet[Licence]:
    """The licences that an approver compares, and that an auditor or an administrator reads."""
    is_administrator = getattr(user, "is_superuser", False) and user.is_active
    theirs = Producer.objects.all() if is_administrator else producers_overseen_by(user)
    return Licence.objects.filter(producer__in=theirs).select_related(
        "producer__commune__province", "producer__point", "recorded_by", "verified_by"
    )


def licences_in(licences: QuerySet[Licence], tab: str, *, on: date) -> QuerySet[Licence]:
    """Those of one tab: to compare, in force, soon at their end, or no longer good."""
    soon = on + timedelta(days=rule("licence.reminder_days", on=on).value)
    good = licences.filter(state=LicenceState.VERIFIED, until_date__gte=on)
    match tab:
        case "cho":
            return licences.filter(state=LicenceState.WAITING).order_by("recorded_at", "pk")
        case "sap-het":
            return good.filter(until_date__lte=soon).order_by("until_date", "pk")
        case "con":
            return good.order_by("until_date", "pk")
    return licences.exclude(state=LicenceState.WAITING).exclude(pk__in=good).order_by("-until_date", "-pk")

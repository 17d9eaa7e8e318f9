"""Proofs start from who asks, and from what has been over for long enough."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from common.rules.book import rule
from common.rules.clocks import beginning_of
from producers.consents.models import Consent, ConsentAnswer, ConsentProof
from producers.directory.queries import AnyUser, producers_overseen_by, producers_served_by


def proofs_seen_by(user: AnyUser) -> QuerySet[ConsentProof]:
    """The kept proofs of those whom the user serves or oversees, and her own; an administrator sees them all."""
    kept = ConsentProof.objects.filter(purged_at__isnull=True).select_related("consent__producer")
    if user.is_active and getattr(user, "is_superuser", False):
        return kept
    served = Q(consent__producer__in=producers_served_by(user))
    return kept.filter(served | Q(consent__producer__in=producers_overseen_by(user)))


def proofs_kept_long_enough(at: datetime) -> QuerySet[ConsentProof]:
    """The kept proofs of consents that had ended, or been replaced, before the days of keeping began."""
    today = timezone.localdate(at)
    first_day = today - timedelta(days=rule("consent.proof_keep_days", on=today).value)
    begins = beginning_of(first_day)
    later = Q(given_at__gt=OuterRef("consent__given_at")) | Q(
        given_at=OuterRef("consent__given_at"), pk__gt=OuterRef("consent")
    )
    replaced = Consent.objects.filter(later, producer=OuterRef("consent__producer"), given_at__lt=begins)
    held = ConsentAnswer.objects.filter(
        Q(until_date__isnull=True) | Q(until_date__gte=first_day),
        Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=begins),
        consent=OuterRef("consent"),
        is_given=True,
    )
    over = Exists(replaced) | ~Exists(held)
    return ConsentProof.objects.filter(over, purged_at__isnull=True, consent__given_at__lt=begins).order_by("pk")

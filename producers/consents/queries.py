"""What a producer has agreed to, today. Silence is not consent, and the latest answer wins."""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils import timezone

from common.rules.book import rule
from producers.consents.models import Consent, ConsentAnswer
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, producers_of_points_of, producers_overseen_by, producers_served_by
from producers.directory.states import ProducerState

NOT_ASKED_ANEW = (ProducerState.CLOSED, ProducerState.REJECTED)


def latest_answers() -> QuerySet[ConsentAnswer]:
    """Every answer of a producer's latest consent."""
    latest = Consent.objects.filter(producer=OuterRef("consent__producer")).order_by("-given_at", "-pk")
    return ConsentAnswer.objects.filter(consent=Subquery(latest.values("pk")[:1]))


def answers_in_force() -> QuerySet[ConsentAnswer]:
    """Every "yes" of a latest consent that has not been withdrawn and whose last day has not passed."""
    has_not_ended = Q(until_date__isnull=True) | Q(until_date__gte=timezone.localdate())
    return latest_answers().filter(has_not_ended, is_given=True, withdrawn_at__isnull=True)


def answers_run_out() -> QuerySet[ConsentAnswer]:
    """Every "yes" whose last day has passed and which the rounds have not yet noted; few, and found by their index."""
    return ConsentAnswer.objects.filter(
        is_given=True, withdrawn_at__isnull=True, ended_at__isnull=True, until_date__lt=timezone.localdate()
    )


def has_consent(producer: Producer, scope: str) -> bool:
    """Whether the producer agrees to that use today."""
    return answers_in_force().filter(consent__producer=producer, scope=scope).exists()


def consents_of(producers: Iterable[Producer]) -> dict[int, frozenset[str]]:
    """The scopes that each of the producers agrees to today, by her id; one query for all of them."""
    given: dict[int, set[str]] = {producer.pk: set() for producer in producers}
    rows = answers_in_force().filter(consent__producer__in=given).values_list("consent__producer", "scope")
    for producer_id, scope in rows:
        given[producer_id].add(scope)
    return {producer_id: frozenset(scopes) for producer_id, scopes in given.items()}


def producers_taking_back(user: AnyUser) -> QuerySet[Producer]:
    """The producers in whose name the user may take a consent back.

    Those of an officer's points, the producer whose own login it is, and for an administrator, whom people phone, all.
    """
    if user.is_active and getattr(user, "is_superuser", False):
        return Producer.objects.all()
    return producers_served_by(user)


def consents_to_renew(user: AnyUser) -> QuerySet[Producer]:
    """The producers of the officer's points who must be asked anew soon, each with `renew_by`, the most urgent first.

    Those whose answer has ended and who have not been asked since come first; their `renew_by` lies in the past.
    Nobody asks those who stopped selling, were refused or go on in another record.
    """
    soon = timezone.localdate() + timedelta(days=rule("consent.renewal_days").value)
    ending = latest_answers().filter(is_given=True, withdrawn_at__isnull=True, until_date__lte=soon)
    first = ending.filter(consent__producer=OuterRef("pk")).order_by("until_date").values("until_date")[:1]
    selling = producers_of_points_of(user).exclude(state__in=NOT_ASKED_ANEW).filter(merged_into__isnull=True)
    producers = selling.annotate(renew_by=Subquery(first))
    return producers.filter(renew_by__isnull=False).select_related("commune").order_by("renew_by", "pk")


def consent_history(producer: Producer) -> QuerySet[Consent]:
    """Every consent of the producer with its answers, newest first."""
    return (
        Consent.objects.filter(producer=producer)
        .select_related("text", "translation", "recorded_by", "at_point")
        .prefetch_related(Prefetch("answers", ConsentAnswer.objects.order_by("pk")), "proofs")
        .order_by("-given_at", "-pk")
    )


def consents_seen_by(user: AnyUser) -> QuerySet[Consent]:
    """The consents of those whom the user serves or oversees, and her own; an administrator sees them all."""
    every = Consent.objects.select_related("text", "translation", "recorded_by", "at_point", "producer__point")
    if user.is_active and getattr(user, "is_superuser", False):
        return every
    served = Q(producer__in=producers_served_by(user))
    return every.filter(served | Q(producer__in=producers_overseen_by(user)))

"""What a producer has agreed to, today. Silence is not consent, and the latest answer wins."""

from collections.abc import Iterable

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery

from producers.consents.models import Consent, ConsentAnswer
from producers.directory.models import Producer


def answers_in_force() -> QuerySet[ConsentAnswer]:
    """Every "yes" of a latest consent that has not been withdrawn."""
    latest = Consent.objects.filter(producer=OuterRef("consent__producer")).order_by("-given_at", "-pk")
    return ConsentAnswer.objects.filter(
        consent=Subquery(latest.values("pk")[:1]), is_given=True, withdrawn_at__isnull=True
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


def consent_history(producer: Producer) -> QuerySet[Consent]:
    """Every consent of the producer with its answers, newest first."""
    return (
        Consent.objects.filter(producer=producer)
        .select_related("text", "recorded_by", "at_point")
        .prefetch_related(Prefetch("answers", ConsentAnswer.objects.order_by("pk")))
        .order_by("-given_at", "-pk")
    )
